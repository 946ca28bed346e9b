import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkModel } from '../../../src/checks/checkModel';
import { ratingCoverage } from '../../../src/model/ratingCoverage';
import { modelFrom } from '../../support/modelFrom';
import { randomModel, toYaml } from '../../support/randomModel';

describe('ratingCoverage', () => {
  it('counts relations by type: rated, not possible, and not rated', () => {
    const { model } = modelFrom(`settings: {stride: [S, D], stepRule: elevation}
components:
  A: {interfaces: [x, y]}
  B: {interfaces: [x, y]}
  Virtual-C: {interfaces: [x]}
  Out: {labels: [EXT], interfaces: [x]}
ratings:
  A: {x: {S: 5, D: none}, y: {S: 0, E: 4}}
  B: {x: {all: 3}}
ratingRules: [{match: {component: B, interface: y}, D: 9}]
`);
    assert.deepEqual(ratingCoverage(model), [
      { type: 'S', rated: 2, none: 1, missing: 1 },
      { type: 'D', rated: 2, none: 1, missing: 1 },
      { type: 'E', rated: 2, none: 0, missing: 2, onlySteps: true },
    ]);
  });

  it('finds missing what the rule missing-rating reports in random models', () => {
    fc.assert(
      fc.property(randomModel, (document) => {
        const merged = modelFrom(toYaml(document));
        const reported = checkModel(merged).filter(({ code }) => code === 'missing-rating');
        const missing = ratingCoverage(merged.model).reduce((sum, type) => sum + type.missing, 0);
        assert.equal(
          missing,
          reported.reduce((sum, { data }) => sum + (data.types ?? '').split(', ').length, 0),
        );
      }),
      { numRuns: 200 },
    );
  });
});
