import assert from 'node:assert/strict';
import { adviseLength } from '../../../src/chains/advise';
import type { Chain } from '../../../src/chains/chain';
import { computeChains } from '../../../src/chains/computeChains';
import { groupChains, type GroupKey } from '../../../src/chains/groupChains';
import type { Grouping } from '../../../src/chains/groupings';
import { UNCONTROLLED } from '../../../src/chains/control';
import { chainOptions } from '../../../src/chains/options';
import { denseModel } from '../../support/denseModel';
import { goldenModel } from '../../support/golden';
import { modelFrom } from '../../support/modelFrom';

const model = denseModel({ components: 7, interfaces: 9, seed: 21, scores: 'differ' });
const set = computeChains(model);
const chains = [...set.chains()];

/** Keys of a chain by the meaning of each grouping. */
const keysOf: Readonly<Record<Grouping, (chain: Chain) => string[]>> = {
  asset: ({ asset }) => [asset.id],
  entry: ({ entry }) => [entry],
  'last-step': ({ path }) => [path.slice(-2).join(' > ')],
  relation: ({ steps }) => [...new Set(steps.map((step) => `${step.interface} > ${step.component.name}`))],
};
const text = (key: readonly GroupKey[]): string =>
  key.map((part) => (typeof part === 'string' ? part : `${part.interface} > ${part.component}`)).join(' | ');

describe('groupChains', () => {
  for (const grouping of ['asset', 'entry', 'last-step', 'relation'] as const) {
    it(`counts the chains by ${grouping}`, () => {
      const expected = new Map<string, { chains: number; medium: number; best: string }>();
      for (const chain of chains) {
        for (const key of keysOf[grouping](chain)) {
          const group = expected.get(key) ?? { chains: 0, medium: 0, best: chain.id };
          group.chains++;
          group.medium += chain.probability >= 4 ? 1 : 0;
          expected.set(key, group);
        }
      }
      const groups = groupChains(set, [grouping]);
      assert.deepEqual(
        new Map(
          groups.map((group) => [
            text(group.key),
            { chains: group.chains, medium: group.medium, best: set.chain(group.best).id },
          ]),
        ),
        expected,
      );
    });
  }

  it('groups by several keys at once', () => {
    const groups = groupChains(set, ['asset', 'entry']);
    assert.equal(
      groups.reduce((sum, group) => sum + group.chains, 0),
      set.size,
    );
    assert.equal(new Set(groups.map(({ key }) => text(key))).size, groups.length);
    assert.deepEqual(
      groups.map(({ best }) => best),
      groups.map(({ best }) => best).sort((a, b) => a - b),
    );
  });

  it('lists the relations to fix first', () => {
    const medium = groupChains(set, ['relation']).map((group) => group.medium);
    assert.deepEqual(
      medium,
      [...medium].sort((a, b) => b - a),
    );
    assert.ok((medium[0] ?? 0) > 0);
  });
});

describe('adviseLength', () => {
  it('gives chains and P per length, whatever the minimum P', () => {
    const { lengths, complete } = adviseLength(model, chainOptions(model.settings, { minProbability: 5 }));
    assert.equal(complete, true);
    for (const { length, chains: count, lowest, highest } of lengths) {
      const same = chains
        .filter(({ path }) => path.length - 1 === length)
        .map(({ probability }) => probability);
      assert.deepEqual([count, lowest, highest], [same.length, Math.min(...same), Math.max(...same)]);
    }
  });

  it('advises the length of the longest chain with that P or more', () => {
    const { model: golden } = modelFrom(goldenModel('E: 6.8'));
    const advised = (minProbability: number): number =>
      adviseLength(golden, chainOptions(golden.settings, { minProbability })).advised;
    assert.equal(adviseLength(golden, chainOptions(golden.settings), UNCONTROLLED, 0).advised, 9);
    assert.equal(advised(0), 5, 'the Medium threshold, where no minimum is asked for');
    assert.equal(advised(6.8), 3);
    assert.equal(advised(4.624), 5);
    assert.equal(advised(6.9), 0);
  });

  it('says where counting ended early', () => {
    const limited = adviseLength(model, chainOptions(model.settings, { countLimit: 10, minProbability: 4 }));
    assert.equal(limited.complete, false);
    assert.equal(
      limited.lengths.reduce((sum, { chains: count }) => sum + count, 0),
      10,
    );
  });
});
