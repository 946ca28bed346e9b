import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildScene } from '../../../src/drawing/buildScene';
import { edgePaths, middleOf } from '../../../src/drawing/edgePaths';
import { LAYOUT_KINDS } from '../../../src/drawing/layout';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { nodeSize } from '../../../src/drawing/nodeSize';
import type { SceneNode } from '../../../src/drawing/scene';
import { exampleFiles } from '../../support/exampleFiles';
import { drawnModel } from '../../support/drawnModel';
import { modelFrom } from '../../support/modelFrom';

/** Whether a line has a point within a box, by looking at many of its points. */
function goesThrough(
  path: readonly number[],
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
): boolean {
  for (let at = 0; at + 3 < path.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = path.slice(at, at + 4);
    const points = Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
    for (let point = 0; point <= points; point++) {
      const share = points === 0 ? 0 : point / points;
      const [dx, dy] = [x0 + (x1 - x0) * share - x, y0 + (y1 - y0) * share - y];
      if (Math.abs(dx) < halfWidth && Math.abs(dy) < halfHeight) {
        return true;
      }
    }
  }
  return false;
}

describe('edgePaths', () => {
  it('lead from the border of the component to the middle of the interface', () => {
    fc.assert(
      fc.property(drawnModel, fc.constantFrom(...LAYOUT_KINDS), (model, kind) => {
        const scene = buildScene(model);
        const positions = layoutScene(scene, kind);
        const paths = edgePaths(scene, positions);
        assert.equal(paths.length, scene.edges.length);
        for (const [index, edge] of scene.edges.entries()) {
          const path = paths[index] ?? [];
          assert.ok(path.length >= 4 && path.length % 2 === 0 && path.every(Number.isFinite));
          assert.deepEqual(path.slice(-2), [
            positions[edge.interface * 2],
            positions[edge.interface * 2 + 1],
          ]);
          const { width, height } = nodeSize(scene.nodes[edge.component] as SceneNode);
          const dx = Math.abs((path[0] as number) - (positions[edge.component * 2] as number)) - width / 2;
          const dy =
            Math.abs((path[1] as number) - (positions[edge.component * 2 + 1] as number)) - height / 2;
          assert.ok(Math.abs(Math.max(dx, dy)) < 1e-6, `${dx}, ${dy}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('end at different places of a bus, in the order of what they lead to', () => {
    const scene = buildScene(
      modelFrom(
        'components: {Bus: {labels: [Communication], interfaces: [P1, P2, P3]}, A: {interfaces: [P1]}, B: {interfaces: [P2]}, C: {interfaces: [P3]}}',
      ).model,
    );
    // A, B, Bus, C; P1 to P3 above the bus, from right to left.
    const paths = edgePaths(scene, [500, -300, 0, -300, 0, 0, -500, -300, 500, -150, 0, -150, -500, -150]);
    const [p1, p2, p3] = [0, 1, 2].map((port) => {
      const index = scene.edges.findIndex(
        (edge) => scene.nodes[edge.component]?.name === 'Bus' && edge.interface === 4 + port,
      );
      return paths[index] as readonly number[];
    }) as [readonly number[], readonly number[], readonly number[]];
    assert.ok((p3[0] as number) + 10 < (p2[0] as number) && (p2[0] as number) + 10 < (p1[0] as number));
    assert.deepEqual([p1[1], p2[1], p3[1]], [-8, -8, -8]);
  });

  it('go around a node in the way', () => {
    const scene = buildScene(
      modelFrom('components: {A: {interfaces: [I]}, B: {interfaces: [I]}, Stranger: {}}').model,
    );
    const straight = edgePaths(scene, [0, 0, 300, 400, 600, 0, 0, 400]);
    const around = edgePaths(scene, [0, 0, 300, 400, 0, 200, 0, 400]);
    assert.deepEqual(straight[0], [0, 20, 0, 400]);
    const corner = around[0] ?? [];
    assert.equal(corner.length, 6);
    assert.ok(Math.abs(corner[2] as number) > 30);
  });

  it('lead around most boxes that are not theirs in the autopilot example', () => {
    const scene = buildScene(modelFrom(exampleFiles('autopilot')).model);
    const through = LAYOUT_KINDS.map((kind): [string, number] => {
      const positions = layoutScene(scene, kind);
      const paths = edgePaths(scene, positions);
      const crossing = scene.edges.filter((edge, index) =>
        scene.nodes.some((node, other) => {
          const { width, height } = nodeSize(node);
          const [x = 0, y = 0] = positions.slice(other * 2, other * 2 + 2);
          return (
            other !== edge.component &&
            other !== edge.interface &&
            goesThrough(paths[index] ?? [], x, y, width / 2, height / 2)
          );
        }),
      );
      return [kind, crossing.length];
    });
    const most = { layered: 0, facility: 6, force: 32 };
    for (const [kind, lines] of through) {
      assert.ok(lines <= most[kind as keyof typeof most], `${kind}: ${lines}`);
    }
  });

  it('hang ports below a component on a trunk', () => {
    const scene = buildScene(
      modelFrom('components: {A: {interfaces: [I, J]}}\ninterfaces: {K: {entry: true}}').model,
    );
    const positions = layoutScene(scene, 'layered');
    for (const path of edgePaths(scene, positions)) {
      const [x0, y0, x1, y1, x2, y2] = path;
      assert.equal(path.length, 6);
      assert.ok(x0 === x1 && y1 === y2 && (y1 as number) > (y0 as number) && (x2 as number) > (x1 as number));
    }
  });
});

describe('middleOf', () => {
  it('is half of the way along a line, corners included', () => {
    assert.deepEqual(middleOf([0, 0, 10, 4]), [5, 2]);
    assert.deepEqual(middleOf([0, 0, 30, 0, 30, 10]), [20, 0]);
    assert.deepEqual(middleOf([0, 0, 0, 0, 0, 8]), [0, 4]);
    assert.deepEqual(middleOf([3, 4, 3, 4]), [3, 4]);
  });
});
