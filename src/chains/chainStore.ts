import { rankChains } from './rank';

/** The chains of a store to read, for passes over all of them: see there. Arrays may be longer than their counts. */
export type PathTree = Readonly<
  Pick<
    ChainStore,
    | 'nodeCount'
    | 'nodeParent'
    | 'nodeRelation'
    | 'chainNode'
    | 'chainTarget'
    | 'chainRated'
    | 'chainProbability'
  >
>;

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
      const size = grownSize(this.nodeCount);
      this.nodeParent = grow(this.nodeParent, new Int32Array(size));
      this.nodeRelation = grow(this.nodeRelation, new Int32Array(size));
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
      const size = grownSize(count);
      this.chainNode = grow(this.chainNode, new Int32Array(size));
      this.chainTarget = grow(this.chainTarget, new Int32Array(size));
      this.chainRated = grow(this.chainRated, new Uint16Array(size));
      this.chainProbability = grow(this.chainProbability, new Float64Array(size));
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
    const { chainNode, chainTarget, chainRated, chainProbability } = this;
    const { scoreOf, firstPlace } = rankChains(chainProbability, chainRated, this.chainCount);
    const kept = Math.min(most, this.chainCount);
    const nodes = new Int32Array(kept);
    const targets = new Int32Array(kept);
    const rated = new Uint16Array(kept);
    const probability = new Float64Array(kept);
    for (let chain = 0; chain < scoreOf.length; chain++) {
      const score = scoreOf[chain] as number;
      const place = firstPlace[score] as number;
      if (place < kept) {
        nodes[place] = chainNode[chain] as number;
        targets[place] = chainTarget[chain] as number;
        rated[place] = chainRated[chain] as number;
        probability[place] = chainProbability[chain] as number;
        firstPlace[score] = place + 1;
      }
    }
    this.chainNode = nodes;
    this.chainTarget = targets;
    this.chainRated = rated;
    this.chainProbability = probability;
    this.chainCount = kept;
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

/** Few large steps: what is allocated but not yet written takes no memory. */
function grownSize(size: number): number {
  return Math.max(1024, size * 4);
}

function grow<T extends { set(source: T): void }>(source: T, target: T): T {
  target.set(source);
  return target;
}
