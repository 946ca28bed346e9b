import assert from 'node:assert/strict';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { modelFrom } from '../../support/modelFrom';

/** Components in a line, of which the last one holds three assets: nothing but one way to them. */
function line(count: number): string {
  const components = Array.from({ length: count }, (_, index) => {
    const assets = index === count - 1 ? ', assets: {A: {}, B: {}, C: {}}' : '';
    return `  C${index}: {interfaces: [I${index}, I${index + 1}]${assets}}`;
  });
  return [
    'settings: {stride: [E]}',
    'components:',
    ...components,
    'interfaces: {I0: {entry: true}}',
    'ratingRules: [{match: {interface: "*"}, E: 9.0}]',
    '',
  ].join('\n');
}

describe('the limit of the best-first search', () => {
  const search = (count: number, searchLimit: number) => {
    const { model } = modelFrom(line(count));
    return computeChains(model, chainOptions(model.settings, { countLimit: 1, searchLimit }));
  };

  for (const count of [3, 4, 6]) {
    it(`lets as many beginnings of ways be followed as it says, and no more: ${count} components in a line`, () => {
      const enough = search(count, count - 1);
      assert.deepEqual([enough.size, enough.complete], [3, true]);
      const short = search(count, count - 2);
      assert.deepEqual([short.size, short.complete], [0, false]);
    });
  }
});
