import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { buildScene } from '../../../src/drawing/buildScene';
import { litPath, neighbours } from '../../../src/drawing/path';
import { drawnModel } from '../../support/drawnModel';
import { modelFrom } from '../../support/modelFrom';

describe('litPath', () => {
  it('is exactly the path of a chain, in the order of its steps', () => {
    fc.assert(
      fc.property(drawnModel, fc.nat(), (model, chosen) => {
        const set = computeChains(model, chainOptions(model.settings, {}));
        if (set.size === 0) {
          return;
        }
        const scene = buildScene(model);
        const path = set.path(chosen % set.size);
        const { nodes, edges } = litPath(scene, path);
        assert.deepEqual(
          nodes.map((node) => scene.nodes[node]?.name),
          path,
        );
        assert.deepEqual(
          nodes.map((node) => scene.nodes[node]?.kind),
          path.map((_, at) => (at % 2 === 0 ? 'interface' : 'component')),
        );
        assert.equal(edges.length, path.length - 1);
        for (const [index, number] of edges.entries()) {
          const edge = scene.edges[number];
          const ends = [nodes[index], nodes[index + 1]];
          assert.deepEqual([edge?.interface, edge?.component], index % 2 === 0 ? ends : ends.reverse());
        }
      }),
      { numRuns: 80 },
    );
  });

  it('tells a component from an interface of the same name', () => {
    const scene = buildScene(modelFrom('components: {Same: {interfaces: [Same, Other]}}').model);
    assert.deepEqual(litPath(scene, ['Same', 'Same']), { nodes: [2, 0], edges: [1] });
  });

  it('leaves out what the scene does not have', () => {
    const scene = buildScene(modelFrom('components: {A: {interfaces: [I]}, B: {interfaces: [J]}}').model);
    assert.deepEqual(litPath(scene, ['I', 'A', 'gone', 'B']), { nodes: [2, 0, 1], edges: [0] });
    assert.deepEqual(litPath(scene, ['J', 'A']), { nodes: [3, 0], edges: [] });
    assert.deepEqual(litPath(scene, []), { nodes: [], edges: [] });
  });
});

describe('neighbours', () => {
  it('lists both ends of every edge', () => {
    const scene = buildScene(modelFrom('components: {A: {interfaces: [I]}, B: {interfaces: [I, J]}}').model);
    assert.deepEqual(neighbours(scene), [
      [{ node: 2, edge: 0 }],
      [
        { node: 2, edge: 1 },
        { node: 3, edge: 2 },
      ],
      [
        { node: 0, edge: 0 },
        { node: 1, edge: 1 },
      ],
      [{ node: 1, edge: 2 }],
    ]);
  });
});
