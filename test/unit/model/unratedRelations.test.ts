import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ratingCoverage } from '../../../src/model/ratingCoverage';
import { unratedRelations } from '../../../src/model/unratedRelations';
import { modelFrom } from '../../support/modelFrom';
import { randomModel, toYaml } from '../../support/randomModel';

describe('unratedRelations', () => {
  it('lists relations that lack ratings, those that lack most first, then by name', () => {
    const { model } = modelFrom(`settings: {stride: [S, D], stepRule: elevation}
components:
  B: {interfaces: [y, x]}
  A: {interfaces: [x, y]}
  Virtual-C: {interfaces: [x]}
  Out: {labels: [EXT], interfaces: [x]}
ratings:
  A: {x: {all: none}, y: {S: 5}}
  B: {x: {D: 0, E: 4}}
ratingRules: [{match: {component: B, interface: y}, D: 9}]
`);
    assert.deepEqual(
      unratedRelations(model).map(({ relation, missing }) => [
        relation.component,
        relation.interface,
        missing.join(''),
      ]),
      [
        ['A', 'y', 'DE'],
        ['B', 'y', 'SE'],
        ['B', 'x', 'S'],
      ],
    );
  });

  it('lists as many as the coverage counts in random models', () => {
    fc.assert(
      fc.property(randomModel, (document) => {
        const { model } = modelFrom(toYaml(document));
        const unrated = unratedRelations(model);
        for (const { type, missing } of ratingCoverage(model)) {
          assert.equal(unrated.filter((relation) => relation.missing.includes(type)).length, missing);
        }
      }),
      { numRuns: 100 },
    );
  });
});
