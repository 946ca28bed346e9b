import assert from 'node:assert/strict';
import { CVSS } from '@turingpointde/cvss.js';
import fc from 'fast-check';
import { METRICS } from '../../../src/cvss/metrics';
import type { MetricDefinition } from '../../../src/cvss/metricDefinition';
import { parseVector } from '../../../src/cvss/parseVector';
import { scoreVector } from '../../../src/cvss/score';
import { cvssSeverity } from '../../../src/cvss/severity';
import { canonicalVector, type CvssVector } from '../../../src/cvss/vector';

function vectorOf(text: string): CvssVector {
  const { vector, problems } = parseVector(text);
  assert.ok(vector, `${text}: ${JSON.stringify(problems)}`);
  return vector;
}

function* baseVectors(version: '3.0' | '3.1'): Generator<string> {
  const base = METRICS[version].filter(({ required }) => required);
  const extend = function* (text: string, [first, ...rest]: readonly MetricDefinition[]): Generator<string> {
    if (!first) {
      yield text;
      return;
    }
    for (const { letter } of first.values) {
      yield* extend(`${text}/${first.name}:${letter}`, rest);
    }
  };
  yield* extend(`CVSS:${version}`, base);
}

describe('scoreVector', () => {
  for (const version of ['3.0', '3.1'] as const) {
    it(`agrees with a second library on all 2,592 base vectors of ${version}`, () => {
      const texts = [...baseVectors(version)];
      assert.equal(texts.length, 2592);
      for (const text of texts) {
        assert.equal(scoreVector(vectorOf(text), 'base'), CVSS(text).getScore(), text);
      }
    });
  }

  it('gives the published scores', () => {
    const scores: Readonly<Record<string, number>> = {
      'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H': 6.8,
      'CVSS:3.1/AV:P/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H': 5.7,
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H': 9.8,
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H': 10,
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N': 0,
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H': 10,
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N': 9.3,
    };
    for (const [text, score] of Object.entries(scores)) {
      assert.equal(scoreVector(vectorOf(text), 'base'), score, text);
    }
  });

  it('uses temporal and environmental metrics only for the overall score, as a second library does', () => {
    const metrics = METRICS['3.1'];
    const letters = metrics.map((metric) => fc.constantFrom(...metric.values.map(({ letter }) => letter)));
    fc.assert(
      fc.property(fc.tuple(...letters), (values) => {
        const text = `CVSS:3.1/${metrics.map(({ name }, index) => `${name}:${values[index]}`).join('/')}`;
        const base = text.split('/').slice(0, 9).join('/');
        assert.equal(scoreVector(vectorOf(text), 'base'), CVSS(base).getScore());
        assert.equal(scoreVector(vectorOf(text), 'overall'), CVSS(text).getEnvironmentalScore());
      }),
      { numRuns: 1500 },
    );
  });

  it('uses threat metrics of 4.0 only for the overall score', () => {
    const vector = vectorOf('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U');
    assert.equal(scoreVector(vector, 'base'), 9.3);
    assert.equal(scoreVector(vector, 'overall'), 8.1);
  });

  it('does not depend on the order of metrics', () => {
    const text = 'CVSS:3.1/A:H/AV:P/AC:H/PR:H/UI:R/I:H/S:C/C:H';
    assert.equal(scoreVector(vectorOf(text), 'base'), 6.8);
    assert.equal(canonicalVector(vectorOf(text)), 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H');
  });
});

describe('cvssSeverity', () => {
  it('has the limits of the specification', () => {
    assert.deepEqual([0, 0.1, 3.9, 4, 6.9, 7, 8.9, 9, 10].map(cvssSeverity), [
      'None',
      'Low',
      'Low',
      'Medium',
      'Medium',
      'High',
      'High',
      'Critical',
      'Critical',
    ]);
  });
});
