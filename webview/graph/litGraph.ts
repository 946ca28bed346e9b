import { litPath } from '../../src/drawing/path';
import type { SelectionKey } from '../../src/protocol/selectionKey';
import type { VisibleGraph } from './visibleGraph';

/** What of a graph is lit, in the order of the steps; everything else is faded. */
export interface Lit {
  /** Indices in the visible nodes. */
  readonly nodes: readonly number[];
  /** Indices in the visible edges. */
  readonly edges: readonly number[];
  /** Number of the step at which each component of a chain is entered, by visible node. */
  readonly steps: ReadonlyMap<number, readonly number[]>;
}

/**
 * What a choice lights: exactly the path of a chain; a node with all that is beside it; a relation with both ends; an
 * asset's component. Undefined where nothing is chosen or what is chosen is not in the scene.
 * @param upTo of a chain only the steps up to this one
 */
export function litGraph(
  graph: VisibleGraph,
  key: SelectionKey | undefined,
  upTo = Number.POSITIVE_INFINITY,
): Lit | undefined {
  if (!key) {
    return undefined;
  }
  switch (key.kind) {
    case 'chain':
      return litChain(graph, Number.isFinite(upTo) ? key.path.slice(0, 2 * upTo) : key.path);
    case 'relation': {
      const { nodes, edges } = litPath(graph.whole, [key.interface, key.component]);
      return visible(graph, nodes, edges);
    }
    case 'asset': {
      const holder = graph.whole.nodes.findIndex(({ assets }) => assets.some(({ id }) => id === key.id));
      return holder < 0 ? undefined : litNode(graph, holder);
    }
    default: {
      const index = graph.whole.nodes.findIndex(({ kind, name }) => kind === key.kind && name === key.name);
      return index < 0 ? undefined : litNode(graph, index);
    }
  }
}

function litChain(graph: VisibleGraph, path: readonly string[]): Lit | undefined {
  const { nodes, edges } = litPath(graph.whole, path);
  const steps = new Map<number, number[]>();
  let step = 0;
  for (const index of nodes) {
    if (graph.whole.nodes[index]?.kind === 'component') {
      step++;
      const at = graph.visibleOf[index] ?? -1;
      if (at >= 0) {
        steps.set(at, [...(steps.get(at) ?? []), step]);
      }
    }
  }
  const lit = visible(graph, nodes, edges);
  return lit && { ...lit, steps };
}

function litNode(graph: VisibleGraph, index: number): Lit | undefined {
  const edges = graph.whole.edges.flatMap(({ component, interface: name }, edge) =>
    component === index || name === index ? [edge] : [],
  );
  const beside = edges.flatMap((edge) => {
    const { component, interface: name } = graph.whole.edges[edge] ?? {};
    return [component ?? index, name ?? index];
  });
  return visible(graph, [index, ...beside], edges);
}

function visible(graph: VisibleGraph, nodes: readonly number[], edges: readonly number[]): Lit | undefined {
  const shown = (indices: readonly number[], of: Int32Array): number[] => [
    ...new Set(indices.map((index) => of[index] ?? -1).filter((index) => index >= 0)),
  ];
  const litNodes = shown(nodes, graph.visibleOf);
  return litNodes.length === 0
    ? undefined
    : { nodes: litNodes, edges: shown(edges, graph.visibleEdgeOf), steps: new Map() };
}
