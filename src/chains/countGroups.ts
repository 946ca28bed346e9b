import type { ChainSet } from './chainSet';
import type { Grouping } from './groupings';
import { allPositions, countFrom, entryByNode } from './pathTree';

/** Chains by number: of an asset, an interface or a relation of the graph. */
export interface GroupCount {
  readonly number: number;
  readonly chains: number;
  /** Chains at or above Medium. */
  readonly medium: number;
  /** Position of the best chain. */
  readonly best: number;
}

/**
 * Counts chains by one grouping, in the order of the numbers.
 * @param positions of the chains to count, in any order; all without it
 */
export function countGroups(
  chains: ChainSet,
  grouping: Grouping,
  positions: Int32Array = allPositions(chains),
): GroupCount[] {
  const { graph } = chains;
  const { nodeRelation, chainNode, chainTarget } = chains.paths;
  switch (grouping) {
    case 'asset': {
      const numbers = positions.map((position) => (chainTarget[position] as number) >> 3);
      return new GroupCounter(chains, graph.assets.length).addAll(positions, numbers).counts();
    }
    case 'entry': {
      const entry = entryByNode(chains);
      const numbers = positions.map((position) => entry[chainNode[position] as number] as number);
      return new GroupCounter(chains, graph.interfaces.length).addAll(positions, numbers).counts();
    }
    case 'last-step': {
      const numbers = positions.map(
        (position) => graph.ratedBy[nodeRelation[chainNode[position] as number] as number] as number,
      );
      return new GroupCounter(chains, graph.relationCount).addAll(positions, numbers).counts();
    }
    case 'relation':
      return countRelations(chains, positions);
  }
}

/**
 * Counts chains by the relations that they cross, those into Virtual components aside. They are counted at the
 * leaves of the path tree and handed up to their parents.
 */
function countRelations(chains: ChainSet, positions: Int32Array): GroupCount[] {
  const { graph } = chains;
  const { nodeCount, nodeParent, nodeRelation, chainNode } = chains.paths;
  const numbers = positions.map((position) => chainNode[position] as number);
  const byNode = new GroupCounter(chains, nodeCount).addAll(positions, numbers);
  const byRelation = new GroupCounter(chains, graph.relationCount);
  // An `into` step stands for a relation that the chain may cross once more; it counts once.
  const repeats = graph.relationComponent.length > graph.relationCount;
  for (let node = nodeCount - 1; node >= 0; node--) {
    if (!byNode.has(node)) {
      continue;
    }
    const parent = nodeParent[node] as number;
    if (parent >= 0) {
      byNode.add(parent, byNode, node);
    }
    const relation = graph.ratedBy[nodeRelation[node] as number] as number;
    let isNew = graph.virtual[graph.relationComponent[relation] as number] === 0;
    for (let above = repeats ? parent : -1; isNew && above >= 0; above = nodeParent[above] as number) {
      isNew = graph.ratedBy[nodeRelation[above] as number] !== relation;
    }
    if (isNew) {
      byRelation.add(relation, byNode, node);
    }
  }
  return byRelation.counts();
}

/** Counts by number. What belongs to a number lies side by side: with millions of them, memory is what takes time. */
class GroupCounter {
  /** Three by number: chains, those at or above Medium, and how far before the last chain the best one stands. */
  private readonly cells: Int32Array;
  private readonly mediumEnd: number;
  private readonly end: number;

  constructor(chains: ChainSet, size: number) {
    this.cells = new Int32Array(size * 3);
    this.mediumEnd = countFrom(chains, chains.model.settings.thresholds.medium);
    this.end = chains.size;
  }

  /** Counts chains under numbers, one for each. */
  addAll(positions: Int32Array, numbers: Int32Array): this {
    const { cells, mediumEnd, end } = this;
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] as number;
      const cell = (numbers[index] as number) * 3;
      cells[cell] = (cells[cell] as number) + 1;
      cells[cell + 1] = (cells[cell + 1] as number) + (position < mediumEnd ? 1 : 0);
      if (end - position > (cells[cell + 2] as number)) {
        cells[cell + 2] = end - position;
      }
    }
    return this;
  }

  /** Counts under a number what a counter has under another. */
  add(number: number, other: GroupCounter, from: number): void {
    const { cells } = this;
    const cell = number * 3;
    const source = from * 3;
    cells[cell] = (cells[cell] as number) + (other.cells[source] as number);
    cells[cell + 1] = (cells[cell + 1] as number) + (other.cells[source + 1] as number);
    cells[cell + 2] = Math.max(cells[cell + 2] as number, other.cells[source + 2] as number);
  }

  has(number: number): boolean {
    return this.cells[number * 3] !== 0;
  }

  /** The numbers that have chains. */
  counts(): GroupCount[] {
    const counts: GroupCount[] = [];
    for (let number = 0; number * 3 < this.cells.length; number++) {
      const [chains = 0, medium = 0, rest = 0] = this.cells.subarray(number * 3, number * 3 + 3);
      if (chains > 0) {
        counts.push({ number, chains, medium, best: this.end - rest });
      }
    }
    return counts;
  }
}
