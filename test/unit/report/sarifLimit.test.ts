import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { compressedSize } from '../../../src/cli/compressedSize';
import { cutSentence, MOST_RESULTS, WorstResults } from '../../../src/report/sarifLimit';

describe('the results of a SARIF run', () => {
  it('are all there where they are few, the worst first and equal ones in their order', () => {
    const worst = new WorstResults(compressedSize);
    for (const [weight, text] of [
      [1, 'a'],
      [3, 'b'],
      [1, 'c'],
      [2, 'd'],
    ] as const) {
      worst.add([weight, { message: { text } }]);
    }
    const { results, leftOut } = worst.results();
    assert.deepEqual(
      results.map(({ message }) => message.text),
      ['b', 'd', 'a', 'c'],
    );
    assert.equal(leftOut, 0);
  });

  it('are the worst 5,000 of more, wherever they come', () => {
    const worst = new WorstResults(compressedSize);
    const total = 3 * MOST_RESULTS;
    for (let index = 0; index < total; index++) {
      const weight = (index * 7919) % total;
      worst.add([weight, { message: { text: String(weight) } }]);
    }
    worst.skip(5);
    const { results, leftOut } = worst.results();
    assert.deepEqual(
      results.map(({ message }) => Number(message.text)),
      Array.from({ length: MOST_RESULTS }, (_, index) => total - 1 - index),
    );
    assert.equal(leftOut, total + 5 - MOST_RESULTS);
  });

  it('are fewer where they would not fit into 10 MB when compressed', () => {
    const worst = new WorstResults(compressedSize);
    for (let index = 0; index < 2000; index++) {
      worst.add([0, { message: { text: randomBytes(6000).toString('base64') } }]);
    }
    const { results, leftOut } = worst.results();
    assert.equal(results.length + leftOut, 2000);
    assert.ok(results.length > 1000 && leftOut > 250);
    assert.ok(compressedSize(JSON.stringify(results)) < 10_000_000);
  });

  it('come with a sentence about what is left out', () => {
    assert.equal(
      cutSentence(5000, 1, 'chain'),
      'The log has the worst 5,000 chains, as many as GitHub shows of a run; 1 more is left out.',
    );
  });
});
