import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildScene } from '../../../src/drawing/buildScene';
import { hullNames } from '../../../src/drawing/hullNames';
import { facilityHulls, type FacilityHull } from '../../../src/drawing/hulls';
import { LAYOUT_KINDS } from '../../../src/drawing/layout';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { drawnModel } from '../../support/drawnModel';
import { modelFrom } from '../../support/modelFrom';

/** Whether a point lies in an outline: on the inner side of every side. */
function holds({ outline }: FacilityHull, x: number, y: number): boolean {
  return outline.every((_, at) => {
    if (at % 2 === 1) {
      return true;
    }
    const next = (at + 2) % outline.length;
    const [x0, y0] = [outline[at] as number, outline[at + 1] as number];
    const [x1, y1] = [outline[next] as number, outline[next + 1] as number];
    return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0;
  });
}

describe('facilityHulls', () => {
  it('hold every component of their facility once, and no stranger', () => {
    fc.assert(
      fc.property(drawnModel, fc.constantFrom(...LAYOUT_KINDS), (model, kind) => {
        const scene = buildScene(model);
        const positions = layoutScene(scene, kind);
        const hulls = facilityHulls(scene, positions);
        for (const [index, node] of scene.nodes.entries()) {
          const [x, y] = [positions[index * 2] as number, positions[index * 2 + 1] as number];
          const own = hulls.filter(({ nodes }) => nodes.includes(index));
          assert.ok(
            own.length <= 1 && own.every((hull) => hull.facility === node.facility && holds(hull, x, y)),
          );
          if (node.kind === 'component') {
            assert.equal(own.length, node.facility < 0 ? 0 : 1, node.name);
            for (const hull of hulls) {
              assert.ok(hull.facility === node.facility || !holds(hull, x, y), node.name);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are one for each facility where facilities are laid out as blocks', () => {
    fc.assert(
      fc.property(drawnModel, (model) => {
        const scene = buildScene(model);
        const hulls = facilityHulls(scene, layoutScene(scene, 'facility'));
        assert.deepEqual(
          hulls.map(({ facility }) => facility),
          scene.facilities.map((_, facility) => facility),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are apart for nodes that are far from each other, with strangers between', () => {
    const scene = buildScene(
      modelFrom(
        'components: {A: {facility: F}, B: {facility: F}, C: {facility: F}, D: {facility: G}, E: {facility: G}}',
      ).model,
    );
    // A and B, then D, then C; E apart from all.
    const hulls = facilityHulls(scene, [0, 0, 120, 0, 600, 0, 300, 0, 300, 900]);
    assert.deepEqual(
      hulls.map(({ facility, nodes }) => [facility, nodes]),
      [
        [0, [0, 1]],
        [0, [2]],
        [1, [3, 4]],
      ],
    );
    const names = hullNames(scene, hulls);
    assert.deepEqual(
      names.map(({ text, hull }) => [text, hull]),
      [
        ['1 F', 0],
        ['2 G', 2],
      ],
    );
  });

  it('leave a stranger out that stands in the corner of the rectangle', () => {
    const scene = buildScene(
      modelFrom('components: {A: {facility: F}, B: {facility: F}, C: {facility: F}, D: {facility: G}}').model,
    );
    const hulls = facilityHulls(scene, [0, 0, 0, 150, 200, 150, 230, 20]);
    assert.deepEqual(
      hulls.map(({ nodes }) => nodes),
      [[0, 1, 2], [3]],
    );
    assert.ok(hulls[0] && !holds(hulls[0], 230, 20) && holds(hulls[0], 60, 120));
  });
});
