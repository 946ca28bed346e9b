import type { ChainGraph } from '../src/chains/compile';

/** A model as a graph of components and interfaces, for engines that know nothing of chains. */
export interface PlainGraph {
  readonly nodes: number;
  /** Undirected: component, interface. */
  readonly edges: readonly (readonly [number, number])[];
  /** Interfaces where paths begin. */
  readonly entries: readonly number[];
  /** Components where paths end; a path may also lead through them. */
  readonly targets: readonly number[];
  /** Most edges of a path. */
  readonly cutoff: number;
}

/** Components come first, then interfaces, numbered as in the compiled graph. */
export function plainGraph(graph: ChainGraph, cutoff: number): PlainGraph {
  const offset = graph.components.length;
  const relations = Array.from({ length: graph.relationCount }, (_, relation) => relation);
  const holds = (component: number): boolean =>
    (graph.targetStart[component + 1] as number) > (graph.targetStart[component] as number);
  return {
    nodes: offset + graph.interfaces.length,
    edges: relations.map((relation) => [
      graph.relationComponent[relation] as number,
      offset + (graph.relationInterface[relation] as number),
    ]),
    entries: [
      ...new Set(
        Array.from(graph.entryRelations, (entry) => offset + (graph.relationInterface[entry] as number)),
      ),
    ],
    targets: [...graph.components.keys()].filter(holds),
    cutoff,
  };
}

/** The graph as a list of numbers for the C++ program. */
export function plainText({ nodes, edges, entries, targets, cutoff }: PlainGraph): string {
  const head = [nodes, edges.length, entries.length, targets.length, cutoff];
  return [...head, ...edges.flat(), ...entries, ...targets].join(' ');
}
