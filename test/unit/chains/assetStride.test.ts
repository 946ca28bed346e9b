import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adviseLength } from '../../../src/chains/advise';
import { chainFigures } from '../../../src/chains/chainFigures';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { groupChains } from '../../../src/chains/groupChains';
import { chainOptions } from '../../../src/chains/options';
import { explainWhy } from '../../../src/chains/why';
import { STRIDE_TYPES, type StrideType } from '../../../src/formats/stride';
import type { Asset, Model } from '../../../src/model/model';
import { tableFacets } from '../../../src/threats/tableFacets';
import { modelOf, single } from '../../support/chainLines';
import { modelFrom } from '../../support/modelFrom';
import { randomModel } from '../../support/randomModel';

const UNLIMITED = { countLimit: 1e9, maxChains: 1e9 };

/** The model with types for its assets, by their position; `undefined` leaves them all. */
function threatened(model: Model, types: readonly (readonly StrideType[] | undefined)[]): Model {
  const assets = [...model.assets.values()].map((asset, index): [string, Asset] => [
    asset.id,
    { ...asset, stride: types[index % types.length] },
  ]);
  return { ...model, assets: new Map(assets) };
}

function idsOf(set: ChainSet): string[] {
  return [...set.chains()].map(({ id }) => id);
}

const types = fc.array(fc.option(fc.subarray([...STRIDE_TYPES], { minLength: 1 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 4,
});

describe('the types that threaten an asset', () => {
  it('leave of all chains those of these types, in the same order, by either search', () => {
    let narrowed = 0;
    fc.assert(
      fc.property(randomModel, types, fc.integer({ min: 1, max: 30 }), (document, named, most) => {
        const model = threatened(modelOf(single(document)), [undefined]);
        const own = threatened(model, named);
        const all = computeChains(model, chainOptions(model.settings, UNLIMITED));
        const expected = [...all.chains()]
          .filter(({ asset, type }) => own.assets.get(asset.id)?.stride?.includes(type) ?? true)
          .map(({ id }) => id);
        narrowed += expected.length < all.size ? 1 : 0;
        const found = computeChains(own, chainOptions(own.settings, UNLIMITED));
        assert.deepEqual(idsOf(found), expected);
        assert.equal(found.counts.total, expected.length);
        const best = computeChains(own, chainOptions(own.settings, { countLimit: 1, maxChains: most }));
        assert.deepEqual(idsOf(best), expected.slice(0, expected.length > 1 ? most : undefined));
        // A limit in the midst of the targets of one component counts no more and no less.
        const limit = Math.ceil(expected.length / 2);
        const cut = computeChains(own, chainOptions(own.settings, { countLimit: Math.max(1, limit) }));
        const counted = Math.min(expected.length, Math.max(1, limit));
        assert.equal(cut.counts.total, Math.max(cut.size, counted));
        const byLength = adviseLength(own, chainOptions(own.settings, { ...UNLIMITED, minProbability: 0 }));
        if (own.settings.minProbability === 0) {
          assert.equal(
            byLength.lengths.reduce((sum, { chains }) => sum + chains, 0),
            expected.length,
          );
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(narrowed > 50, `${narrowed} models lost chains`);
  });

  const TWO = `settings: {stepRule: same}
components:
  Server:
    interfaces: [Internet]
    assets: {Log: {stride: [R, tampering]}, Key: {stride: [Information Disclosure]}, Rest: {}}
interfaces: {Internet: {entry: true}}
ratings: {Server: {Internet: {all: 5}}}
`;

  it('show in groups, figures and the filters of the table, and nowhere else', () => {
    const set = computeChains(modelFrom(TWO).model);
    assert.deepEqual(
      groupChains(set, ['asset']).map(({ key, chains }) => [key[0], chains]),
      [
        ['Server/Key', 1],
        ['Server/Log', 2],
        ['Server/Rest', 6],
      ],
    );
    assert.equal(chainFigures(set).assets.get('Server/Log')?.chains, 2);
    const to = new Set(['Server/Log', 'Server/Key']);
    const { model } = modelFrom(TWO);
    assert.deepEqual(tableFacets(computeChains(model, chainOptions(model.settings, { to }))).types, [
      'T',
      'R',
      'I',
    ]);
  });

  it('leave no chain to explain for another type', () => {
    const { model } = modelFrom(TWO);
    const why = (asset: string, type: StrideType): boolean =>
      explainWhy(model, chainOptions(model.settings, { to: new Set([asset]), types: [type] })).best !==
      undefined;
    assert.equal(why('Server/Log', 'R'), true);
    assert.equal(why('Server/Log', 'E'), false);
    assert.equal(why('Server/Rest', 'E'), true);
  });
});
