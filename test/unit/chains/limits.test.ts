import assert from 'node:assert/strict';
import { NOTHING_ADVISED } from '../../../src/chains/advisedLength';
import { bestChains } from '../../../src/chains/bestFirst';
import { ChainSet } from '../../../src/chains/chainSet';
import { compile } from '../../../src/chains/compile';
import { computeChains } from '../../../src/chains/computeChains';
import { UNCONTROLLED } from '../../../src/chains/control';
import { type ChainOptions, chainOptions } from '../../../src/chains/options';
import type { Model } from '../../../src/model/model';
import { denseModel } from '../../support/denseModel';

const options = (model: Model, narrowed: Partial<ChainOptions> = {}): ChainOptions =>
  chainOptions(model.settings, narrowed);
const ids = (set: ChainSet, most = set.size): string[] =>
  [...set.chains(0, most)].map(({ id, probability }) => `${id} ${probability}`);

function best(model: Model, most: number, narrowed: Partial<ChainOptions> = {}): ChainSet {
  const graph = compile(model, options(model, narrowed));
  const { store, outcome } = bestChains(graph, options(model, narrowed), most, UNCONTROLLED);
  const counts = { total: 0, totalIsLowerBound: true, byType: new Map(), byLength: [] };
  return new ChainSet(
    model,
    options(model, narrowed),
    graph,
    store,
    counts,
    NOTHING_ADVISED,
    outcome === 'complete',
  );
}

describe('limits', () => {
  const model = denseModel({ components: 9, interfaces: 12, seed: 3, scores: 'differ' });

  it('keeps the best of all', () => {
    const all = computeChains(model);
    const kept = computeChains(model, options(model, { maxChains: 100 }));
    assert.ok(all.size > 5000);
    assert.equal(kept.counts.total, all.counts.total);
    assert.deepEqual(ids(kept), ids(all).slice(0, 100));
  });

  it('keeps the best where it has to drop others on the way', () => {
    const large = denseModel({ components: 12, interfaces: 20, seed: 3, scores: 'differ' });
    const kept = computeChains(large, options(large, { maxChains: 100 }));
    // So many more than are kept that those found first cannot all wait for the end.
    assert.ok(kept.counts.total > 3 * 2 ** 19, String(kept.counts.total));
    assert.equal(kept.size, 100);
    assert.deepEqual(ids(kept), ids(best(large, 100)));
  });

  it('counts exactly up to the count limit, and says "at least" beyond', () => {
    const { total } = computeChains(model).counts;
    const exact = computeChains(model, options(model, { countLimit: total }));
    assert.equal(exact.counts.totalIsLowerBound, false);
    assert.equal(exact.counts.total, total);
    const over = computeChains(model, options(model, { countLimit: total - 1 }));
    assert.equal(over.counts.totalIsLowerBound, true);
    assert.equal(over.counts.total, total - 1);
    assert.equal(
      [...over.counts.byType.values()].reduce((sum, chains) => sum + chains, 0),
      total - 1,
    );
    assert.equal(
      over.counts.byLength.reduce((sum, { chains }) => sum + chains, 0),
      total - 1,
    );
    assert.equal(over.complete, true);
  });

  it('finds beyond the count limit exactly the best chains', () => {
    const all = computeChains(model);
    const over = computeChains(model, options(model, { countLimit: 1000, maxChains: 3000 }));
    assert.equal(over.size, 3000);
    assert.deepEqual(ids(over), ids(all).slice(0, 3000));
  });

  it('marks a search that gave up as incomplete', () => {
    const over = computeChains(model, options(model, { countLimit: 1000, searchLimit: 5 }));
    assert.equal(over.complete, false);
  });

  it('leaves out chains below the minimum P, exactly and inclusively', () => {
    const all = computeChains(model);
    const limit = all.probability(1234);
    const expected = ids(all).filter((id) => Number(id.split(' ')[1]) >= limit);
    const cut = computeChains(model, options(model, { minProbability: limit }));
    assert.equal(cut.counts.total, expected.length);
    assert.deepEqual(ids(cut), expected);
    assert.deepEqual(ids(best(model, 1e6, { minProbability: limit })), expected);
  });

  it('ends a cancelled computation with a partial result that says so', () => {
    const large = denseModel({ components: 14, interfaces: 24, seed: 5, scores: 'differ' });
    let asked = 0;
    const control = { cancelled: () => ++asked >= 3, progress: () => undefined };
    const set = computeChains(large, options(large, { countLimit: 1e9 }), control);
    assert.equal(set.complete, false);
    assert.equal(set.counts.totalIsLowerBound, true);
    assert.equal(asked, 3);
    assert.ok(set.size > 0);
    for (let position = 1; position < set.size; position++) {
      assert.ok(set.probability(position - 1) >= set.probability(position));
    }
  });

  it('reports progress that grows', () => {
    const large = denseModel({ components: 12, interfaces: 20, seed: 5, scores: 'differ' });
    const found: number[] = [];
    computeChains(large, options(large), {
      cancelled: () => false,
      progress: (chains) => void found.push(chains),
    });
    assert.ok(found.length > 2);
    assert.deepEqual(
      found,
      [...found].sort((a, b) => a - b),
    );
  });
});

describe('the best-first search', () => {
  for (const scores of ['differ', 'tie', 'ten'] as const) {
    for (const stepRule of ['same', 'elevation'] as const) {
      for (const uniqueness of ['nodes', 'relationships'] as const) {
        for (const maxLength of [7, 13, 17]) {
          it(`equals the enumeration: scores ${scores}, ${stepRule}, ${uniqueness}, length ${maxLength}`, () => {
            const model = denseModel({ components: 6, interfaces: 7, seed: 11, scores });
            const narrowed = { stepRule, uniqueness, maxLength };
            const all = ids(computeChains(model, options(model, narrowed)));
            assert.ok(all.length > 100);
            for (const most of [1, 50, all.length + 1]) {
              assert.deepEqual(ids(best(model, most, narrowed)), all.slice(0, most));
            }
          });
        }
      }
    }
  }

  for (const scores of ['differ', 'tie', 'ten'] as const) {
    it(`equals the enumeration of up to 12 components on a path: scores ${scores}`, () => {
      for (const maxLength of [15, 21, 23]) {
        for (const seed of [1, 2, 3]) {
          const model = denseModel({ components: 12, interfaces: 14, seed, scores });
          const all = computeChains(model, options(model, { maxLength }));
          assert.ok(all.size > 500);
          assert.deepEqual(ids(best(model, 500, { maxLength })), ids(all, 500));
        }
      }
    });
  }

  it('settles ties of long chains without expanding what cannot win', () => {
    const model = denseModel({ components: 20, interfaces: 30, seed: 5, scores: 'ten' });
    const { size, complete } = best(model, 1000, { maxLength: 21, searchLimit: 2000 });
    assert.equal(size, 1000);
    assert.equal(complete, true);
  });
});
