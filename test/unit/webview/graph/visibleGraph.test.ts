import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boundsOf, searchNodes, visibleGraph } from '../../../../webview/graph/visibleGraph';
import { modelFrom } from '../../../support/modelFrom';
import { randomModel, toYaml } from '../../../support/randomModel';
import { ALL, exampleModel, graphOf } from './graphOf';

describe('the visible part of a scene', () => {
  it('is all of it where nothing is hidden', () => {
    const { graph } = graphOf(exampleModel('autopilot'));
    assert.equal(graph.nodes.length, graph.whole.nodes.length);
    assert.equal(graph.edges.length, graph.whole.edges.length);
    assert.ok(graph.nodes.length > 150);
  });

  it('leaves out Virtual components and their edges', () => {
    const { graph } = graphOf(exampleModel('client-server'), { ...ALL, hideVirtual: true });
    assert.ok(graph.whole.nodes.some(({ shape }) => shape === 'virtual'));
    assert.ok(!graph.nodes.some(({ shape }) => shape === 'virtual'));
    assert.ok(graph.edges.length < graph.whole.edges.length);
  });

  it('leaves out what is on no chain, and nothing before chains are computed', () => {
    const { graph } = graphOf(exampleModel('autopilot'), { ...ALL, onlyChains: true });
    assert.ok(graph.nodes.length < graph.whole.nodes.length);
    assert.ok(graph.nodes.every(({ figure }) => figure !== undefined));
    const bare = visibleGraph({ ...graph.whole, computed: false }, graph.positions, {
      ...ALL,
      onlyChains: true,
    });
    assert.equal(bare.nodes.length, graph.whole.nodes.length);
  });

  it('puts a collapsed facility in one box with its worst figure and all its outer edges', () => {
    const { graph } = graphOf(exampleModel('autopilot'), { ...ALL, collapsed: new Set(['Cloud']) });
    const index = graph.nodes.findIndex(({ isFacility }) => isFacility);
    const box = graph.nodes[index] ?? assert.fail();
    const facility = graph.whole.facilities.indexOf('Cloud');
    const inside = graph.whole.nodes.filter((node) => node.facility === facility);
    assert.ok(inside.length > 5);
    assert.equal(box.name, 'Cloud');
    assert.equal(box.figure?.worst, Math.max(...inside.map(({ figure }) => figure?.worst ?? 0)));
    assert.ok(!graph.nodes.some((node) => !node.isFacility && node.facility === facility));
    const outside = new Set(
      graph.whole.edges.flatMap(({ component, interface: name }) => {
        const ends = [component, name].filter((end) => graph.whole.nodes[end]?.facility !== facility);
        return ends.length === 1 ? ends.map((end) => graph.whole.nodes[end]?.name) : [];
      }),
    );
    const beside = new Set(graph.neighbours[index]?.map(({ node }) => graph.nodes[node]?.name));
    assert.deepEqual(beside, outside);
  });

  it('keeps ends and indices consistent, whatever is hidden', () => {
    fc.assert(
      fc.property(
        randomModel,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (document, onlyChains, hideVirtual, all) => {
          const { model } = modelFrom(toYaml(document));
          const names = [...model.components.values()].flatMap(({ facility }) => facility ?? []);
          const collapsed = new Set(all ? names : names.slice(0, 1));
          const { graph } = graphOf(model, { onlyChains, hideVirtual, collapsed });
          for (const { component, interface: name } of graph.edges) {
            assert.ok(graph.nodes[component] && graph.nodes[name] && component !== name);
          }
          for (const [index, at] of graph.visibleOf.entries()) {
            const shown = graph.nodes[at];
            if (shown && !shown.isFacility) {
              assert.equal(shown.name, graph.whole.nodes[index]?.name);
            }
          }
          assert.equal(graph.paths.length, graph.edges.length);
          assert.equal(new Set(graph.nodes.map(({ key }) => key)).size, graph.nodes.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds nodes by words, whatever case and accents, those that begin with them first', () => {
    const { graph } = graphOf(
      modelFrom('components:\n  Zentrale Tür: {interfaces: [Türgriff]}\n  Tur: {interfaces: [Türgriff]}\n')
        .model,
    );
    const names = (text: string): string[] =>
      searchNodes(graph, text).map((index) => graph.nodes[index]?.name ?? '');
    assert.deepEqual(names('TUR'), ['Tur', 'Türgriff', 'Zentrale Tür']);
    assert.deepEqual(names('tür zent'), ['Zentrale Tür']);
    assert.deepEqual(names('  '), []);
  });

  it('has bounds around boxes, and none without nodes', () => {
    const { graph } = graphOf(exampleModel('client-server'));
    const { left, right, top, bottom } = boundsOf(graph) ?? assert.fail();
    for (const { x, y, width, height } of graph.nodes) {
      assert.ok(
        x - width / 2 >= left && x + width / 2 <= right && y - height / 2 >= top && y + height / 2 <= bottom,
      );
    }
    assert.equal(boundsOf(graph, []), undefined);
  });
});
