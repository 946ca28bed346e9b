import type { ChainGraph } from '../src/chains/compile';

/**
 * A number of chains that a graph has at least: those whose every component lies farther from the entries than
 * the one before. Such walks meet nothing twice, so they can be counted without enumerating them.
 * @param depth most components of a chain
 */
export function chainsAtLeast(graph: ChainGraph, depth: number): number {
  const {
    relationComponent,
    relationInterface,
    interfaceStart,
    componentStart,
    componentRelations,
    targetStart,
  } = graph;
  const distance = new Int32Array(graph.components.length).fill(-1);
  let layer = [...graph.entryRelations];
  for (const relation of layer) {
    distance[relationComponent[relation] as number] = 0;
  }
  // Ways to have entered through a relation, per type.
  let ways = new Map(layer.map((relation) => [relation, typeCounts(graph, relation, () => 1)]));
  let chains = 0;
  for (let level = 0; level < depth && layer.length > 0; level++) {
    const next = new Map<number, number[]>();
    for (const [relation, counts] of ways) {
      const component = relationComponent[relation] as number;
      const targets = (targetStart[component + 1] as number) - (targetStart[component] as number);
      chains += targets * counts.reduce((sum, count) => sum + count, 0);
      for (let i = componentStart[component] as number; i < (componentStart[component + 1] as number); i++) {
        const through = relationInterface[componentRelations[i] as number] as number;
        for (let to = interfaceStart[through] as number; to < (interfaceStart[through + 1] as number); to++) {
          const reached = relationComponent[to] as number;
          if ((distance[reached] as number) < 0) {
            distance[reached] = level + 1;
          }
          if (distance[reached] === level + 1 && through !== relationInterface[relation]) {
            const before = next.get(to);
            const more = typeCounts(graph, to, (type) => counts[type] as number);
            next.set(
              to,
              before === undefined ? more : before.map((count, type) => count + (more[type] as number)),
            );
          }
        }
      }
    }
    ways = next;
    layer = [...next.keys()];
  }
  return chains;
}

function typeCounts(graph: ChainGraph, relation: number, count: (type: number) => number): number[] {
  return graph.types.map((_, type) =>
    (graph.ratedMask[relation] as number) & (1 << type) ? count(type) : 0,
  );
}
