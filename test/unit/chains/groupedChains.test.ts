import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Chain } from '../../../src/chains/chain';
import { chainMatrix } from '../../../src/chains/chainMatrix';
import { computeChains } from '../../../src/chains/computeChains';
import { type ChainGroup, groupChains } from '../../../src/chains/groupChains';
import { GROUPINGS, type Grouping } from '../../../src/chains/groupings';
import { modelOf, single } from '../../support/chainLines';
import { randomModel } from '../../support/randomModel';

interface Ranked {
  readonly position: number;
  readonly chain: Chain;
}

/** The keys of the groups a chain is in, in the order of its path. */
const KEYS: Readonly<Record<Grouping, (chain: Chain) => ChainGroup['key'][number][]>> = {
  asset: ({ asset }) => [asset.id],
  entry: ({ entry }) => [entry],
  'last-step': ({ path }) => [{ interface: path.at(-2) ?? '', component: path.at(-1) ?? '' }],
  relation: ({ steps }) =>
    steps.map((step) => ({ interface: step.interface, component: step.component.name })),
};

/** Groups chain by chain, in the order in which their first chains come. */
function naiveGroups(chains: readonly Ranked[], grouping: Grouping, medium: number): ChainGroup[] {
  const groups = new Map<string, ChainGroup>();
  for (const { position, chain } of chains.toSorted((a, b) => a.position - b.position)) {
    const keys = new Map(KEYS[grouping](chain).map((key) => [JSON.stringify(key), key]));
    for (const [text, key] of keys) {
      const before = groups.get(text) ?? { key: [key], chains: 0, medium: 0, best: position };
      groups.set(text, {
        ...before,
        chains: before.chains + 1,
        medium: before.medium + (chain.probability >= medium ? 1 : 0),
      });
    }
  }
  const sorted = [...groups.values()];
  return grouping === 'relation'
    ? sorted.sort((a, b) => b.medium - a.medium || b.chains - a.chains || a.best - b.best)
    : sorted;
}

describe('chains of random models', () => {
  it('are grouped as a naive count does, all of them or some in any order', () => {
    let many = 0;
    fc.assert(
      fc.property(randomModel, fc.infiniteStream(fc.nat()), (document, numbers) => {
        const set = computeChains(modelOf(single(document)));
        const { medium } = set.model.settings.thresholds;
        const chains = [...set.chains()].map((chain, position) => ({ position, chain }));
        const some = chains
          .map((ranked) => ({ ranked, key: numbers.next().value ?? 0 }))
          .filter(({ key }) => key % 3 !== 0)
          .sort((a, b) => a.key - b.key)
          .map(({ ranked }) => ranked);
        for (const grouping of GROUPINGS) {
          assert.deepEqual(groupChains(set, [grouping]), naiveGroups(chains, grouping, medium));
          const positions = Int32Array.from(some, ({ position }) => position);
          assert.deepEqual(groupChains(set, [grouping], positions), naiveGroups(some, grouping, medium));
        }
        const several = groupChains(
          set,
          ['asset', 'entry'],
          Int32Array.from(some, ({ position }) => position),
        );
        assert.equal(
          several.reduce((sum, group) => sum + group.chains, 0),
          some.length,
        );
        many += set.size > 10 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    assert.ok(many > 40, `only ${many} models had more than ten chains`);
  });

  it('are counted by entry point and asset, those of the worst chains first', () => {
    fc.assert(
      fc.property(randomModel, fc.integer({ min: 1, max: 4 }), (document, most) => {
        const set = computeChains(modelOf(single(document)));
        const chains = [...set.chains()].map((chain, position) => ({ position, chain }));
        const entries = naiveGroups(chains, 'entry', 0);
        const assets = naiveGroups(chains, 'asset', 0);
        const matrix = chainMatrix(set, most);
        assert.equal(matrix.entryCount, entries.length);
        assert.equal(matrix.assetCount, assets.length);
        assert.deepEqual(
          matrix.entries,
          entries
            .slice(0, most)
            .map(({ key: [name], chains: count, best }) => ({ name, chains: count, best })),
        );
        assert.deepEqual(
          matrix.assets.map(({ number, ...figure }) => ({ id: set.graph.assets[number]?.id, ...figure })),
          assets.slice(0, most).map(({ key: [id], chains: count, best }) => ({ id, chains: count, best })),
        );
        const cells = matrix.entries.flatMap(({ name }, entry) =>
          matrix.assets.flatMap(({ number }, asset) => {
            const inCell = chains.filter(
              ({ chain }) => chain.entry === name && chain.asset === set.graph.assets[number],
            );
            const [first] = inCell;
            return first ? [{ entry, asset, chains: inCell.length, best: first.position }] : [];
          }),
        );
        assert.deepEqual(
          matrix.cells.toSorted((a, b) => a.best - b.best),
          cells.toSorted((a, b) => a.best - b.best),
        );
      }),
      { numRuns: 200 },
    );
  });
});
