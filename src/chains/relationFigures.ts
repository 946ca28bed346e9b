import type { ChainSet } from './chainSet';

/** Chains that touch each of some things, by the number of the thing in the graph. */
export interface TouchCounts {
  readonly chains: Int32Array;
  /** Position of the worst chain, -1 where there is none. */
  readonly worst: Int32Array;
}

/** How often the kept chains of a set touch what its graph is made of. */
export interface RelationFigures {
  /** Chains that enter or leave the component by the relation. */
  readonly relations: TouchCounts;
  readonly components: TouchCounts;
  /** Chains that cross the interface: begin there, or go on through it. */
  readonly interfaces: TouchCounts;
}

/**
 * Counts the kept chains of a set by what they touch; a chain counts once for each. Chains are counted at their
 * leaves of the path tree and handed up to their parents, so that the time depends on the size of the tree and not on
 * the length of the chains.
 */
export function relationFigures(chains: ChainSet): RelationFigures {
  const { graph, options } = chains;
  const { nodeCount, nodeParent, nodeRelation } = chains.paths;
  const { counts, worst } = countByNode(chains);
  const relations = new TouchCounter(graph.relationCount);
  const components = new TouchCounter(graph.components.length);
  const interfaces = new TouchCounter(graph.interfaces.length);
  // An `into` step stands for a relation whose interface the chain may use again; a detour leads through one once more.
  const hasInto = graph.relationComponent.length > graph.relationCount;
  const repeats = options.uniqueness === 'relationships' || hasInto || graph.detours !== undefined;

  for (let node = nodeCount - 1; node >= 0; node--) {
    const count = counts[node] as number;
    if (count === 0) {
      continue;
    }
    const first = worst[node] as number;
    const parent = nodeParent[node] as number;
    if (parent >= 0) {
      counts[parent] = (counts[parent] as number) + count;
      worst[parent] = Math.min(worst[parent] as number, first);
    }
    const relation = graph.ratedBy[nodeRelation[node] as number] as number;
    const component = graph.relationComponent[relation] as number;
    const crossed = graph.relationInterface[relation] as number;
    // The relation by which the chain left the component before.
    const left = parent < 0 ? -1 : relationBetween(graph, componentAt(parent), crossed);
    let newRelation = true;
    let newLeft = left >= 0;
    let newComponent = true;
    let newInterface = true;
    for (let above = repeats ? parent : -1; above >= 0; above = nodeParent[above] as number) {
      const other = graph.ratedBy[nodeRelation[above] as number] as number;
      const before = nodeParent[above] as number;
      const otherLeft =
        before < 0
          ? -1
          : relationBetween(graph, componentAt(before), graph.relationInterface[other] as number);
      newRelation &&= other !== relation && otherLeft !== relation;
      newLeft &&= other !== left && otherLeft !== left;
      newComponent &&= graph.relationComponent[other] !== component;
      newInterface &&= graph.relationInterface[other] !== crossed;
    }
    if (newLeft) {
      relations.add(left, count, first);
    }
    if (newRelation) {
      relations.add(relation, count, first);
    }
    if (newComponent) {
      components.add(component, count, first);
    }
    if (newInterface) {
      interfaces.add(crossed, count, first);
    }
  }
  return { relations, components, interfaces };

  function componentAt(node: number): number {
    return graph.relationComponent[graph.ratedBy[nodeRelation[node] as number] as number] as number;
  }
}

/** The relation of a component and an interface; both are numbers, and -1 where there is none. */
function relationBetween(
  { interfaceStart, relationComponent }: ChainSet['graph'],
  component: number,
  through: number,
): number {
  let low = interfaceStart[through] as number;
  let high = (interfaceStart[through + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((relationComponent[middle] as number) < component) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low === high && relationComponent[low] === component ? low : -1;
}

/** Chains that end at each node of the path tree, and the position of the worst of them. */
function countByNode(chains: ChainSet): { counts: Int32Array; worst: Int32Array } {
  const { nodeCount, chainNode } = chains.paths;
  const counts = new Int32Array(nodeCount);
  const worst = new Int32Array(nodeCount).fill(chains.size);
  for (let position = chains.size - 1; position >= 0; position--) {
    const node = chainNode[position] as number;
    counts[node] = (counts[node] as number) + 1;
    worst[node] = position;
  }
  return { counts, worst };
}

class TouchCounter implements TouchCounts {
  readonly chains: Int32Array;
  readonly worst: Int32Array;

  constructor(size: number) {
    this.chains = new Int32Array(size);
    this.worst = new Int32Array(size).fill(-1);
  }

  add(index: number, count: number, first: number): void {
    this.chains[index] = (this.chains[index] as number) + count;
    const worst = this.worst[index] as number;
    if (worst < 0 || first < worst) {
      this.worst[index] = first;
    }
  }
}
