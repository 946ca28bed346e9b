import assert from 'node:assert/strict';
import { parseVector } from '../../../src/cvss/parseVector';
import { scoreVector } from '../../../src/cvss/score';
import { vectorChoices } from '../../../src/language/vectorChoices';

const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P';

describe('vectorChoices', () => {
  it('gives every value of every metric with the vector and the score it leads to', () => {
    const { score, severity, metrics } = vectorChoices(VECTOR) ?? assert.fail();
    assert.deepEqual([score, severity], [9.8, 'Critical']);
    assert.deepEqual(
      metrics.map(({ name }) => name),
      ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A', 'E'],
    );
    for (const { name, values } of metrics) {
      assert.equal(values.filter(({ isCurrent }) => isCurrent).length, 1, name);
      for (const value of values) {
        const { vector } = parseVector(value.vector);
        assert.equal(vector && scoreVector(vector, 'base'), value.score);
        assert.equal(vector?.metrics.find((metric) => metric.name === name)?.value, value.letter);
      }
    }
  });

  it('knows CVSS 4.0, and nothing of what is no vector', () => {
    const text = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
    assert.equal(vectorChoices(text)?.score, 9.3);
    assert.equal(vectorChoices('CVSS:3.1/AV:N'), undefined);
  });
});
