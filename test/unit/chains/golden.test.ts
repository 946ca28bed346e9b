import assert from 'node:assert/strict';
import { type ChainOptions, chainOptions } from '../../../src/chains/options';
import { computeChains } from '../../../src/chains/computeChains';
import type { ChainSet } from '../../../src/chains/chainSet';
import { STRIDE_TYPES } from '../../../src/formats/stride';
import { goldenModel } from '../../support/golden';
import { modelFrom } from '../../support/modelFrom';

const lengths = (set: ChainSet): Record<number, number> =>
  Object.fromEntries(set.counts.byLength.map(({ length, chains }) => [length, chains]));

function compute(text: string, options: Partial<ChainOptions> = {}): ChainSet {
  const { model } = modelFrom(text);
  return computeChains(model, chainOptions(model.settings, options));
}

describe("the guide's client and server", () => {
  it('has 18 chains per type, by length 4, 5, 3, 4 and 2', () => {
    const one = compute(goldenModel('E: 6.8'));
    assert.equal(one.counts.total, 18);
    assert.deepEqual(lengths(one), { 1: 4, 3: 5, 5: 3, 7: 4, 9: 2 });
    const all = compute(goldenModel('all: 6.8'));
    assert.equal(all.counts.total, 108);
    assert.deepEqual(
      [...all.counts.byType],
      STRIDE_TYPES.map((type) => [type, 18]),
    );
  });

  it('has 12 paths per type where components count, not assets', () => {
    const set = compute(goldenModel('E: 6.8'));
    const paths = new Set([...set.chains()].map(({ path }) => JSON.stringify(path)));
    assert.equal(paths.size, 12);
  });

  it('is a tree, so relationship uniqueness finds the same chains', () => {
    const nodes = compute(goldenModel('all: 6.8'));
    const relationships = compute(goldenModel('all: 6.8'), { uniqueness: 'relationships' });
    assert.deepEqual([...relationships.chains()], [...nodes.chains()]);
  });

  it('treats an even maximum length like the odd one below', () => {
    const chains = (maxLength: number): number => compute(goldenModel('E: 6.8'), { maxLength }).counts.total;
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99].map(chains),
      [4, 4, 9, 9, 12, 12, 16, 16, 18, 18, 18],
    );
  });
});

describe('P', () => {
  const line = (scores: readonly number[]): string => {
    const components = scores.map(
      (_, i) =>
        `  C${i}: {interfaces: [I${i}, I${i + 1}]${i === scores.length - 1 ? ', assets: {A: {}}' : ''}}`,
    );
    const ratings = scores.map((score, i) => `  C${i}: {I${i}: {T: ${score}}}`);
    return `components:\n${components.join('\n')}\ninterfaces: {I0: {entry: true}}\nratings:\n${ratings.join('\n')}\n`;
  };
  const scoreOf = (scores: readonly number[]): number =>
    compute(line(scores), { maxLength: 99 }).probability(0);

  it('is 6.8, 3.876 and 2.63568 for one, two and three steps', () => {
    assert.equal(scoreOf([6.8]), 6.8);
    assert.equal(scoreOf([6.8, 5.7]), 3.876);
    assert.equal(scoreOf([6.8, 5.7, 6.8]), 2.63568);
  });

  it('is exact and independent of order up to seven steps', () => {
    assert.equal(scoreOf([9.9, 9.7, 9.1, 8.9, 8.3, 7.9, 7.3]), scoreOf([7.3, 9.7, 8.3, 8.9, 9.1, 7.9, 9.9]));
    assert.equal(scoreOf([10, 10, 10, 10, 10, 10, 10]), 10);
    assert.equal(scoreOf([0.1, 0.1]), 0.001);
  });

  it('is the product of tenths as doubles, divided once, beyond seven steps', () => {
    const scores = [9.9, 9.8, 9.7, 9.6, 9.5, 9.4, 9.3, 9.2, 9.1, 9.0];
    const product = scores.reduce((value, score) => value * Math.round(score * 10), 1);
    assert.equal(scoreOf(scores), product / 1e19);
  });

  it('rates High from 7, Medium from 4, unrounded, and by the thresholds of the model', () => {
    const rating = (score: number, settings = ''): string => {
      const set = compute(
        `${settings}components: {C: {interfaces: [I], assets: {A: {}}}}\nratings: {C: {I: {T: ${score}}}}\n`,
      );
      return set.chain(0).rating;
    };
    assert.deepEqual(
      [7, 6.9, 4, 3.9].map((score) => rating(score)),
      ['High', 'Medium', 'Medium', 'Low'],
    );
    assert.equal(rating(6.9, 'settings: {thresholds: {high: 6.9}}\n'), 'High');
  });
});

describe('into', () => {
  const model = (mark: string): string => `components:
  Server: {interfaces: [TLS], assets: {A: {}}}
  Client: {interfaces: [TLS], assets: {B: {}}}
interfaces: {TLS: {${mark}}}
ratingRules: [{match: {interface: TLS}, T: 8}]
`;
  const paths = (mark: string): string[] =>
    [...compute(model(mark)).chains()].map(({ path }) => path.join(' > '));

  it('lets the interface be used again from the component the outsider reaches', () => {
    assert.deepEqual(paths('entry: true, into: [Server]'), ['TLS > Server', 'TLS > Server > TLS > Client']);
  });

  it('marks nothing without entry: true', () => {
    assert.deepEqual(paths('into: [Server]'), ['TLS > Client', 'TLS > Server']);
  });

  it('leads nowhere if it names no component that has the interface', () => {
    assert.deepEqual(paths('entry: true, into: [Nobody]'), []);
  });
});
