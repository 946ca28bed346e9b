import type { ChainSet } from './chainSet';
import { countFrom, entryByNode } from './pathTree';

/** What chains can be grouped by. A chain is in one group per relation it crosses, and in one of every other kind. */
export const GROUPINGS = ['asset', 'entry', 'last-step', 'relation'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** Chains by number: of an asset, an interface or a relation of the graph. */
export interface GroupCounts {
  /** Numbers that have chains. */
  readonly numbers: readonly number[];
  readonly chains: Int32Array;
  /** Chains at or above Medium. */
  readonly medium: Int32Array;
  /** Position of the best chain, where there are any. */
  readonly best: Int32Array;
}

/**
 * Counts chains by one grouping.
 * @param positions of the chains to count, in any order; all without it
 */
export function countGroups(
  chains: ChainSet,
  grouping: Grouping,
  positions: Int32Array | undefined,
): GroupCounts {
  const { graph } = chains;
  const { nodeRelation, chainNode, chainTarget } = chains.paths;
  switch (grouping) {
    case 'asset': {
      const counter = new GroupCounter(chains, graph.assets.length);
      counter.addAll(positions, (position) => (chainTarget[position] as number) >> 3);
      return counter.counts();
    }
    case 'entry': {
      const counter = new GroupCounter(chains, graph.interfaces.length);
      const entry = entryByNode(chains);
      counter.addAll(positions, (position) => entry[chainNode[position] as number] as number);
      return counter.counts();
    }
    case 'last-step': {
      const counter = new GroupCounter(chains, graph.relationCount);
      counter.addAll(
        positions,
        (position) => graph.ratedBy[nodeRelation[chainNode[position] as number] as number] as number,
      );
      return counter.counts();
    }
    case 'relation':
      return countRelations(chains, positions);
  }
}

/**
 * Counts chains by the relations that they cross, those into Virtual components aside. They are counted at the
 * leaves of the path tree and handed up to their parents.
 */
function countRelations(chains: ChainSet, positions: Int32Array | undefined): GroupCounts {
  const { graph } = chains;
  const { nodeCount, nodeParent, nodeRelation, chainNode } = chains.paths;
  const byNode = new GroupCounter(chains, nodeCount);
  byNode.addAll(positions, (position) => chainNode[position] as number);
  const byRelation = new GroupCounter(chains, graph.relationCount);
  // An `into` step stands for a relation that the chain may cross once more; it counts once.
  const repeats = graph.relationComponent.length > graph.relationCount;
  for (let node = nodeCount - 1; node >= 0; node--) {
    if (byNode.chains[node] === 0) {
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

class GroupCounter {
  readonly chains: Int32Array;
  readonly medium: Int32Array;
  readonly best: Int32Array;
  private readonly mediumEnd: number;

  constructor(
    private readonly set: ChainSet,
    size: number,
  ) {
    this.chains = new Int32Array(size);
    this.medium = new Int32Array(size);
    this.best = new Int32Array(size).fill(set.size);
    this.mediumEnd = countFrom(set, set.model.settings.thresholds.medium);
  }

  /** Counts chains under the number that each of them has. */
  addAll(positions: Int32Array | undefined, numberOf: (position: number) => number): void {
    const { chains, medium, best, mediumEnd } = this;
    const count = positions?.length ?? this.set.size;
    for (let index = 0; index < count; index++) {
      const position = positions === undefined ? index : (positions[index] as number);
      const number = numberOf(position);
      chains[number] = (chains[number] as number) + 1;
      medium[number] = (medium[number] as number) + (position < mediumEnd ? 1 : 0);
      if (position < (best[number] as number)) {
        best[number] = position;
      }
    }
  }

  /** Counts under a number what another counter, or this one, has under another. */
  add(number: number, other: GroupCounter, from: number): void {
    this.chains[number] = (this.chains[number] as number) + (other.chains[from] as number);
    this.medium[number] = (this.medium[number] as number) + (other.medium[from] as number);
    this.best[number] = Math.min(this.best[number] as number, other.best[from] as number);
  }

  counts(): GroupCounts {
    const { chains, medium, best } = this;
    return { numbers: [...chains.keys()].filter((number) => chains[number] !== 0), chains, medium, best };
  }
}
