import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { STRIDE_TYPES } from '../../../src/formats/stride';
import { tableFacets } from '../../../src/threats/tableFacets';
import { TABLE_COLUMNS } from '../../../src/threats/tableQuery';
import { modelOf, single } from '../../support/chainLines';
import { modelFrom } from '../../support/modelFrom';
import { naiveRows } from '../../support/naiveTable';
import { ratedModel } from '../../support/randomTable';

describe('tableFacets', () => {
  it('offers what the chains of random models have', () => {
    fc.assert(
      fc.property(ratedModel, (document) => {
        const set = computeChains(modelOf(single(document)));
        const rows = naiveRows(set);
        const chains = rows.map(({ chain }) => chain);
        const facets = tableFacets(set);
        assert.deepEqual(
          new Map(facets.assets.map(({ id, label }) => [id, label])),
          new Map(chains.map(({ asset }) => [asset.id, `${asset.name} of ${asset.component}`])),
        );
        assert.deepEqual(new Set(facets.entries), new Set(chains.map(({ entry }) => entry)));
        assert.deepEqual(
          new Set(facets.attackers.map(({ key }) => key)),
          new Set(chains.flatMap(({ attackers }) => attackers)),
        );
        assert.deepEqual(
          facets.types,
          STRIDE_TYPES.filter((type) => chains.some((chain) => chain.type === type)),
        );
        assert.deepEqual(
          facets.lengths,
          [...new Set(chains.map(({ path }) => path.length - 1))].sort((a, b) => a - b),
        );
        assert.deepEqual(
          facets.emptyColumns,
          TABLE_COLUMNS.filter(
            (column) => rows.length > 0 && rows.every(({ cells }) => cells[column] === undefined),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('names attackers as the model does, and sorts by name', () => {
    const { model } = modelFrom(`attackers: {insider: an employee}
components:
  Z: {interfaces: [b, a], assets: {Key: {}}}
  A: {interfaces: [a], assets: {Lock: {}, Alarm: {}}}
interfaces: {b: {entry: true, attackers: [insider]}, a: {entry: true}}
ratings: {Z: {a: {E: 5}, b: {E: 5}}, A: {a: {E: 5}}}
`);
    const facets = tableFacets(computeChains(model));
    assert.deepEqual(facets.attackers, [{ key: 'insider', name: 'an employee' }]);
    assert.deepEqual(facets.entries, ['a', 'b']);
    assert.deepEqual(
      facets.assets.map(({ label }) => label),
      ['Alarm of A', 'Key of Z', 'Lock of A'],
    );
  });
});
