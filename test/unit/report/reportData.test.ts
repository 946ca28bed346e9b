import assert from 'node:assert/strict';
import { reportOf } from '../../support/reports';

describe('the relations that are not rated, in a report', () => {
  it('have the scores of the types that are rated, and "none" for what is not possible', async () => {
    const { data } = await reportOf({
      'model.tmg.yaml': `settings: {stride: [S, T, R, E]}
components:
  A: {interfaces: [x], assets: {Key: {}}}
interfaces: {x: {entry: true}}
ratings: {A: {x: {S: none, T: 0, E: 6.8}}}
`,
    });
    assert.deepEqual(
      data.unrated.map(({ component, cells }) => [component, ...cells]),
      [['A', 'none', 'none', undefined, 6.8]],
    );
  });
});
