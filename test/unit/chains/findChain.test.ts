import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { findChain } from '../../../src/chains/findChain';
import { STRIDE_TYPES } from '../../../src/formats/stride';
import { modelOf, single } from '../../support/chainLines';
import { modelFrom } from '../../support/modelFrom';
import { randomModel } from '../../support/randomModel';

describe('findChain', () => {
  it('finds every chain of random models by its names, and no other', () => {
    let chains = 0;
    fc.assert(
      fc.property(randomModel, (document) => {
        const set = computeChains(modelOf(single(document)));
        const known = new Map<string, number>();
        for (const [position, { path, asset, type }] of [...set.chains()].entries()) {
          known.set(JSON.stringify([path, asset.id, type]), position);
        }
        for (const { path, asset } of set.chains()) {
          for (const type of STRIDE_TYPES) {
            for (const part of [path, path.slice(2), path.slice(0, -2), [...path, ...path.slice(-2)]]) {
              const expected = known.get(JSON.stringify([part, asset.id, type])) ?? -1;
              assert.equal(findChain(set, { path: part, asset: asset.id, type }), expected);
            }
          }
          chains++;
        }
      }),
      { numRuns: 120 },
    );
    assert.ok(chains > 400, `only ${chains} chains`);
  });

  it('finds nothing for names that are not there', () => {
    const { model } = modelFrom(`components:
  A: {interfaces: [x, y], assets: {Key: {id: K}}}
  B: {interfaces: [y], assets: {Lock: {id: L}}}
interfaces: {x: {entry: true}}
ratings: {A: {x: {E: 5}}, B: {y: {E: 5}}}
`);
    const set = computeChains(model);
    const find = (path: readonly string[], asset: string, type: 'E' | 'S' = 'E'): number =>
      findChain(set, { path, asset, type });
    assert.equal(find(['x', 'A'], 'K'), 0);
    assert.equal(find(['x', 'A', 'y', 'B'], 'L'), 1);
    assert.equal(find(['x', 'A', 'y', 'B'], 'K'), -1);
    assert.equal(find(['x', 'A', 'y'], 'K'), -1);
    assert.equal(find(['x', 'A'], 'K', 'S'), -1);
    assert.equal(find(['x', 'B'], 'L'), -1);
    assert.equal(find(['z', 'A'], 'K'), -1);
    assert.equal(find(['x', 'A'], 'M'), -1);
    assert.equal(find([], 'K'), -1);
  });

  it('finds the chains that begin by way of `into`', () => {
    const { model } = modelFrom(`components:
  A: {interfaces: [bus], assets: {Key: {}}}
  B: {interfaces: [bus], assets: {Lock: {}}}
interfaces: {bus: {entry: true, into: [A]}}
ratings: {A: {bus: {E: 5}}, B: {bus: {E: 5}}}
`);
    const set = computeChains(model);
    assert.ok(set.size > 1);
    for (const [position, { path, asset, type }] of [...set.chains()].entries()) {
      assert.equal(findChain(set, { path, asset: asset.id, type }), position);
    }
  });
});
