import { rankChains } from './rank';

/**
 * Chains as typed arrays. A path is a leaf of a tree of relations: `nodeParent` (-1 for an entry) and `nodeRelation`
 * per node, a parent always before its children. A chain is a node, a target and a type.
 */
export class ChainStore {
  nodeCount = 0;
  nodeParent = new Int32Array(1024);
  nodeRelation = new Int32Array(1024);

  chainCount = 0;
  chainNode = new Int32Array(1024);
  /** `asset * 8 + type`. */
  chainTarget = new Int32Array(1024);
  chainRated = new Uint16Array(1024);
  chainProbability = new Float64Array(1024);

  /** Adds a node of the path tree and returns its number. */
  addNode(parent: number, relation: number): number {
    if (this.nodeCount === this.nodeParent.length) {
      this.nodeParent = grow(this.nodeParent, new Int32Array(this.nodeCount * 2));
      this.nodeRelation = grow(this.nodeRelation, new Int32Array(this.nodeCount * 2));
    }
    this.nodeParent[this.nodeCount] = parent;
    this.nodeRelation[this.nodeCount] = relation;
    return this.nodeCount++;
  }

  /**
   * Adds a chain that ends at a node.
   * @param target `asset * 8 + type`
   */
  addChain(node: number, target: number, ratedSteps: number, probability: number): void {
    const count = this.chainCount;
    if (count === this.chainNode.length) {
      this.chainNode = grow(this.chainNode, new Int32Array(count * 2));
      this.chainTarget = grow(this.chainTarget, new Int32Array(count * 2));
      this.chainRated = grow(this.chainRated, new Uint16Array(count * 2));
      this.chainProbability = grow(this.chainProbability, new Float64Array(count * 2));
    }
    this.chainNode[count] = node;
    this.chainTarget[count] = target;
    this.chainRated[count] = ratedSteps;
    this.chainProbability[count] = probability;
    this.chainCount = count + 1;
  }

  /**
   * Puts the chains in rank order and keeps the best `most`. Chains that compare equal by P and rated steps keep their
   * order, so they have to be added in the order of path, asset and type.
   */
  keepBest(most: number): void {
    const order = rankChains(this.chainProbability, this.chainRated, this.chainCount);
    const kept = order.length > most ? order.subarray(0, most) : order;
    this.chainNode = pick(this.chainNode, kept, new Int32Array(kept.length));
    this.chainTarget = pick(this.chainTarget, kept, new Int32Array(kept.length));
    this.chainRated = pick(this.chainRated, kept, new Uint16Array(kept.length));
    this.chainProbability = pick(this.chainProbability, kept, new Float64Array(kept.length));
    this.chainCount = kept.length;
  }

  /**
   * Drops nodes that no kept chain needs. Nodes in `alive` stay and get their new numbers in place.
   * @param alive numbers of further nodes in use, -1 for none
   */
  dropUnusedNodes(alive: Int32Array): void {
    const used = new Uint8Array(this.nodeCount);
    for (let chain = 0; chain < this.chainCount; chain++) {
      used[this.chainNode[chain] as number] = 1;
    }
    for (const node of alive) {
      if (node >= 0) {
        used[node] = 1;
      }
    }
    for (let node = this.nodeCount - 1; node >= 0; node--) {
      const parent = this.nodeParent[node] as number;
      if (used[node] === 1 && parent >= 0) {
        used[parent] = 1;
      }
    }
    const renumbered = new Int32Array(this.nodeCount).fill(-1);
    let count = 0;
    for (let node = 0; node < this.nodeCount; node++) {
      if (used[node] === 1) {
        const parent = this.nodeParent[node] as number;
        this.nodeParent[count] = parent < 0 ? -1 : (renumbered[parent] as number);
        this.nodeRelation[count] = this.nodeRelation[node] as number;
        renumbered[node] = count++;
      }
    }
    this.nodeCount = count;
    for (let chain = 0; chain < this.chainCount; chain++) {
      this.chainNode[chain] = renumbered[this.chainNode[chain] as number] as number;
    }
    for (let i = 0; i < alive.length; i++) {
      alive[i] = (alive[i] as number) < 0 ? -1 : (renumbered[alive[i] as number] as number);
    }
  }
}

function grow<T extends { set(source: T): void }>(source: T, target: T): T {
  target.set(source);
  return target;
}

function pick<T extends Int32Array | Uint16Array | Float64Array>(source: T, order: Int32Array, target: T): T {
  for (let i = 0; i < order.length; i++) {
    target[i] = source[order[i] as number] as number;
  }
  return target;
}
