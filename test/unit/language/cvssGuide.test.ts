import { deepEqual, equal, ok } from 'node:assert/strict';
import { METRICS } from '../../../src/cvss/metrics';
import { parseVector } from '../../../src/cvss/parseVector';
import { scoreVector } from '../../../src/cvss/score';
import type { CvssVersion } from '../../../src/cvss/version';
import { type ChosenMetric, guidedVector, guideStep, metricStep } from '../../../src/language/cvssGuide';
import { randomFrom } from '../../support/mutations';

function scoreOf(text: string): number {
  const { vector } = parseVector(text);
  ok(vector, text);
  return scoreVector(vector, 'base');
}

/** Chooses values until none is open. */
function walk(version: CvssVersion, pick: (values: number) => number): ChosenMetric[][] {
  const steps: ChosenMetric[][] = [[]];
  for (;;) {
    const chosen = steps.at(-1) ?? [];
    const step = guideStep(version, chosen);
    if (!step) {
      return steps;
    }
    const value = step.values[pick(step.values.length)]?.letter ?? '';
    steps.push([...chosen, { name: step.metric, value }]);
  }
}

describe('guideStep', () => {
  it('asks for the base metrics in order, and ends with the score', () => {
    const steps = walk('3.1', () => 0);
    const last = guideStep('3.1', steps.at(-2) ?? []);
    equal(last?.metric, 'A');
    deepEqual(
      last?.values.map(({ letter, score, lowest, highest }) => [letter, score, lowest, highest]),
      [
        ['N', 0, 0, 0],
        ['L', 5.3, 5.3, 5.3],
        ['H', 7.5, 7.5, 7.5],
      ],
    );
    equal(guidedVector('3.1', steps.at(-1) ?? []), 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N');
    equal(steps.length - 1, METRICS['3.1'].filter(({ required }) => required).length);
  });

  it('says before what can be reached', () => {
    deepEqual(guideStep('3.1', []), {
      metric: 'AV',
      title: 'Attack Vector',
      values: [
        { letter: 'N', word: 'Network', meaning: 'from any distance over a network', lowest: 0, highest: 10 },
        {
          letter: 'A',
          word: 'Adjacent',
          meaning: 'from the same physical or logical network',
          lowest: 0,
          highest: 9.6,
        },
        {
          letter: 'L',
          word: 'Local',
          meaning: 'with local access, or by a user who is tricked into it',
          lowest: 0,
          highest: 9.3,
        },
        { letter: 'P', word: 'Physical', meaning: 'by touching the device', lowest: 0, highest: 7.6 },
      ],
    });
  });

  for (const version of ['3.0', '3.1'] as const) {
    it(`has the exact bounds of all vectors of ${version}`, () => {
      const base = METRICS[version].filter(({ required }) => required);
      const scores = new Map<string, number>();
      const build = (chosen: readonly ChosenMetric[], depth: number): { low: number; high: number } => {
        const metric = base[depth];
        if (!metric) {
          const text = guidedVector(version, chosen);
          const score = scoreOf(text);
          scores.set(text, score);
          return { low: score, high: score };
        }
        const found = metric.values.map(({ letter }) =>
          build([...chosen, { name: metric.name, value: letter }], depth + 1),
        );
        // Deeper steps are checked on a part of the tree, so that the test stays fast.
        if (depth < 4 || scores.size % 48 === 0) {
          const values = guideStep(version, chosen)?.values ?? [];
          deepEqual(
            values.map(({ lowest, highest }) => ({ low: lowest, high: highest })),
            found,
          );
        }
        return {
          low: Math.min(...found.map(({ low }) => low)),
          high: Math.max(...found.map(({ high }) => high)),
        };
      };
      deepEqual(build([], 0), { low: 0, high: 10 });
    });
  }

  it('never promises less or more than 4.0 then gives', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomFrom(seed);
      const steps = walk('4.0', (count) => Math.floor(random() * count));
      const score = scoreOf(guidedVector('4.0', steps.at(-1) ?? []));
      for (const [index, chosen] of steps.slice(0, -1).entries()) {
        const next = steps[index + 1]?.at(-1);
        const value = guideStep('4.0', chosen)?.values.find(({ letter }) => letter === next?.value);
        ok(value && value.lowest <= score && score <= value.highest);
      }
    }
  });
});

describe('metricStep', () => {
  it('gives the values of a chosen metric, and overall scores of the later ones', () => {
    const chosen = parseVector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H').vector?.metrics ?? [];
    deepEqual(
      metricStep('3.1', chosen, 'AC')?.values.map(({ score }) => score),
      [9.8, 8.1],
    );
    deepEqual(
      metricStep('3.1', chosen, 'E')?.values.map(({ letter, score }) => [letter, score]),
      [
        ['X', 9.8],
        ['U', 9],
        ['P', 9.3],
        ['F', 9.6],
        ['H', 9.8],
      ],
    );
    equal(metricStep('3.1', chosen, 'Z'), undefined);
  });
});
