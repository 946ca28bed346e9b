import type { ChainStore } from './chainStore';
import type { ChainTally } from './chainTally';
import type { ChainGraph } from './compile';

/** Below this many chains above `maxChains` it is cheaper to keep them all until the end. */
const SPARE_CHAINS = 1 << 20;

/** Keeps the chains of a walk: remembers its path, whose nodes are made when the first chain needs them. */
export class ChainKeeper {
  private readonly relationAt: Int32Array;
  private readonly nodeAt: Int32Array;
  private readonly storeLimit: number;

  constructor(
    private readonly graph: ChainGraph,
    private readonly store: ChainStore,
    private readonly tally: ChainTally,
    private readonly maxChains: number,
  ) {
    this.relationAt = new Int32Array(tally.depthLimit);
    this.nodeAt = new Int32Array(tally.depthLimit).fill(-1);
    this.storeLimit = Math.max(maxChains * 2, maxChains + SPARE_CHAINS);
  }

  /** The walk enters through a relation at a depth. */
  enter(depth: number, relation: number): void {
    this.relationAt[depth] = relation;
    this.nodeAt[depth] = -1;
  }

  /**
   * Keeps the chains that end with the component entered last.
   * @param types mask of their types
   * @param products of tenths, by type
   */
  keep(depth: number, component: number, rated: number, types: number, products: Float64Array): void {
    const { store } = this;
    const { targetStart, targets, assetTypes } = this.graph;
    const known = this.nodeAt[depth] as number;
    const node = known >= 0 ? known : this.addNodes(depth);
    const divisor = this.tally.divisors[rated] as number;
    const end = targetStart[component + 1] as number;
    for (let i = targetStart[component] as number; i < end; i++) {
      const asset = targets[i] as number;
      const target = asset * 8;
      for (
        let left = types & (assetTypes === undefined ? types : (assetTypes[asset] as number));
        left !== 0;
        left &= left - 1
      ) {
        const type = 31 - Math.clz32(left & -left);
        store.addChain(node, target + type, rated, (products[type] as number) / divisor);
      }
    }
    if (store.chainCount >= this.storeLimit) {
      store.keepBest(this.maxChains);
      store.dropUnusedNodes(this.nodeAt);
    }
  }

  /** Node of the component entered at `depth`, with those of all before it. */
  private addNodes(depth: number): number {
    const { store, nodeAt, relationAt } = this;
    let first = depth;
    while (first >= 0 && (nodeAt[first] as number) < 0) {
      first--;
    }
    let node = first < 0 ? -1 : (nodeAt[first] as number);
    for (let at = first + 1; at <= depth; at++) {
      node = store.addNode(node, relationAt[at] as number);
      nodeAt[at] = node;
    }
    return node;
  }
}
