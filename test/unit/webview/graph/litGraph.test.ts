import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Chain } from '../../../../src/chains/chain';
import { edgeName } from '../../../../webview/graph/describe';
import { litGraph } from '../../../../webview/graph/litGraph';
import type { VisibleGraph } from '../../../../webview/graph/visibleGraph';
import { modelFrom } from '../../../support/modelFrom';
import { randomModel, toYaml } from '../../../support/randomModel';
import { ALL, exampleModel, graphOf } from './graphOf';

/** What a chain must light, from its path alone: the names of its nodes, and of the lines between neighbours. */
function expected({ path }: Chain): { nodes: string[]; edges: string[] } {
  const nodes = path.map((name, at) => `${at % 2 === 0 ? 'interface' : 'component'} ${name}`);
  const edges = path
    .slice(1)
    .map((name, at) => (at % 2 === 0 ? `${path[at]} › ${name}` : `${name} › ${path[at]}`));
  return { nodes: [...new Set(nodes)].sort(), edges: [...new Set(edges)].sort() };
}

function litNames(graph: VisibleGraph, chain: Chain, upTo?: number): { nodes: string[]; edges: string[] } {
  const { path, asset, type } = chain;
  const lit = litGraph(graph, { kind: 'chain', path, asset: asset.id, type }, upTo);
  return {
    nodes: (lit?.nodes ?? []).map((index) => graph.nodes[index]?.key ?? '').sort(),
    edges: (lit?.edges ?? []).map((index) => edgeName(graph, graph.edges[index] ?? assert.fail())).sort(),
  };
}

describe('what a choice lights in the graph', () => {
  it('is exactly the path of a chain, for every chain of random models', () => {
    fc.assert(
      fc.property(randomModel, (document) => {
        const { set, graph } = graphOf(modelFrom(toYaml(document)).model);
        for (const chain of set.chains(0, 40)) {
          assert.deepEqual(litNames(graph, chain), expected(chain));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a path up to a step while it is played', () => {
    const { set, graph } = graphOf(exampleModel('client-server'));
    const chain = [...set.chains()].find(({ path }) => path.length >= 6) ?? assert.fail();
    const { nodes } = litNames(graph, chain, 2);
    assert.deepEqual(nodes, expected({ ...chain, path: chain.path.slice(0, 4) }).nodes);
  });

  it('numbers the components of a chain in the order of its steps', () => {
    const { set, graph } = graphOf(exampleModel('client-server'));
    for (const chain of set.chains()) {
      const { path, asset, type } = chain;
      const lit = litGraph(graph, { kind: 'chain', path, asset: asset.id, type }) ?? assert.fail();
      const components = path.filter((_, at) => at % 2 === 1);
      const numbered = [...lit.steps].flatMap(([node, steps]) =>
        steps.map((step) => [step, graph.nodes[node]?.name] as const),
      );
      assert.deepEqual(
        numbered.sort(([a], [b]) => a - b).map(([, name]) => name),
        components,
      );
    }
  });

  it('is a node with all that is beside it, a relation with its ends, the component of an asset', () => {
    const { graph } = graphOf(exampleModel('client-server'));
    const names = (lit: ReturnType<typeof litGraph>): string[] =>
      (lit?.nodes ?? []).map((index) => graph.nodes[index]?.name ?? '').sort();
    assert.deepEqual(names(litGraph(graph, { kind: 'component', name: 'Server' })), ['Gateway1', 'Server']);
    assert.deepEqual(
      names(litGraph(graph, { kind: 'relation', interface: 'Gateway1', component: 'Server' })),
      ['Gateway1', 'Server'],
    );
    const asset = graph.whole.nodes.find(({ name }) => name === 'Server')?.assets[0] ?? assert.fail();
    assert.deepEqual(names(litGraph(graph, { kind: 'asset', id: asset.id })), ['Gateway1', 'Server']);
  });

  it('is nothing for names that are gone', () => {
    const { graph } = graphOf(exampleModel('client-server'));
    assert.equal(litGraph(graph, { kind: 'component', name: 'Nobody' }), undefined);
    assert.equal(litGraph(graph, { kind: 'asset', id: 'Nobody/Nothing' }), undefined);
    assert.equal(litGraph(graph, undefined), undefined);
  });

  it('lights the box of a collapsed facility for what is in it', () => {
    const model = exampleModel('autopilot');
    const { set, graph } = graphOf(model, { ...ALL, collapsed: new Set(['Cloud']) });
    const chain =
      [...set.chains(0, 5000)].find(({ path }) =>
        path.some((name) => model.components.get(name)?.facility === 'Cloud'),
      ) ?? assert.fail();
    assert.ok(litNames(graph, chain).nodes.includes('facility Cloud'));
  });
});
