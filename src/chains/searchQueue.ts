import type { ChainStore } from './chainStore';

const PREFIX = -1;

/**
 * Priority queue of a best-first search: chains and path prefixes by value descending, fewer rated steps, path, then
 * target. A prefix stands for its extensions, so a chain with the same path goes first. Knows the `most` best
 * chains it was given and so which values can no longer be among them.
 */
export class SearchQueue {
  private readonly heap: number[] = [];
  private count = 0;
  private values = new Float64Array(1024);
  private ratedSteps = new Int32Array(1024);
  private nodes = new Int32Array(1024);
  private targets = new Int32Array(1024);
  private depths = new Int32Array(1024);
  /** The best values met so far as a heap with the worst on top: items of this queue. */
  private readonly best: number[] = [];

  constructor(
    private readonly tree: ChainStore,
    /** Number by which a relation's names sort. */
    private readonly order: Int32Array,
    private readonly most: number,
  ) {}

  /** Number of chains and prefixes not taken yet. */
  get waiting(): number {
    return this.heap.length;
  }

  /** Whether a chain or prefix of this value could still be among the best. */
  admits(value: number, ratedSteps: number): boolean {
    const worst = this.best[0];
    if (worst === undefined || this.best.length < this.most) {
      return true;
    }
    const limit = this.values[worst] as number;
    return value > limit || (value === limit && ratedSteps <= (this.ratedSteps[worst] as number));
  }

  /** Adds a chain to the asset `asset` of the type numbered `type`. */
  pushChain(value: number, ratedSteps: number, node: number, asset: number, type: number): void {
    const item = this.add(value, ratedSteps, node, asset * 8 + type);
    if (this.best.length < this.most) {
      this.best.push(item);
      siftUp(this.best, this.best.length - 1, this.worseFirst);
    } else if (this.worseFirst(this.best[0] as number, item) < 0) {
      this.best[0] = item;
      siftDown(this.best, 0, this.worseFirst);
    }
  }

  /** Adds a prefix with the best value its extensions can have. */
  pushPrefix(value: number, ratedSteps: number, node: number): void {
    this.add(value, ratedSteps, node, PREFIX);
  }

  /** Takes the first item; -1 if the queue is empty. */
  pop(): number {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined) {
      return -1;
    }
    if (this.heap.length > 0) {
      this.heap[0] = last;
      siftDown(this.heap, 0, this.compare);
    }
    return first;
  }

  isChain(item: number): boolean {
    return this.targets[item] !== PREFIX;
  }

  value(item: number): number {
    return this.values[item] as number;
  }

  node(item: number): number {
    return this.nodes[item] as number;
  }

  /** `asset * 8 + type` of a chain. */
  target(item: number): number {
    return this.targets[item] as number;
  }

  private add(value: number, ratedSteps: number, node: number, target: number): number {
    if (this.count === this.values.length) {
      this.grow();
    }
    const item = this.count++;
    this.values[item] = value;
    this.ratedSteps[item] = ratedSteps;
    this.nodes[item] = node;
    this.targets[item] = target;
    this.heap.push(item);
    siftUp(this.heap, this.heap.length - 1, this.compare);
    return item;
  }

  private grow(): void {
    const { values, ratedSteps, nodes, targets } = this;
    const size = this.count * 2;
    this.values = new Float64Array(size);
    this.ratedSteps = new Int32Array(size);
    this.nodes = new Int32Array(size);
    this.targets = new Int32Array(size);
    this.values.set(values);
    this.ratedSteps.set(ratedSteps);
    this.nodes.set(nodes);
    this.targets.set(targets);
  }

  private readonly worseFirst = (a: number, b: number): number =>
    (this.values[a] as number) - (this.values[b] as number) ||
    (this.ratedSteps[b] as number) - (this.ratedSteps[a] as number);

  private readonly compare = (a: number, b: number): number =>
    (this.values[b] as number) - (this.values[a] as number) ||
    (this.ratedSteps[a] as number) - (this.ratedSteps[b] as number) ||
    this.comparePaths(this.nodes[a] as number, this.nodes[b] as number) ||
    this.kindOrder(a) - this.kindOrder(b) ||
    (this.targets[a] as number) - (this.targets[b] as number);

  private kindOrder(item: number): number {
    return this.targets[item] === PREFIX ? 1 : 0;
  }

  /** Compares paths relation by relation from the entry on, a prefix before its extension. */
  private comparePaths(a: number, b: number): number {
    if (a === b) {
      return 0;
    }
    const depthA = this.depth(a);
    const depthB = this.depth(b);
    const { nodeParent, nodeRelation } = this.tree;
    let left = a;
    let right = b;
    for (let depth = depthA; depth > depthB; depth--) {
      left = nodeParent[left] as number;
    }
    for (let depth = depthB; depth > depthA; depth--) {
      right = nodeParent[right] as number;
    }
    let difference = depthA - depthB;
    while (left !== right) {
      if (nodeRelation[left] !== nodeRelation[right]) {
        difference =
          (this.order[nodeRelation[left] as number] as number) -
          (this.order[nodeRelation[right] as number] as number);
      }
      left = nodeParent[left] as number;
      right = nodeParent[right] as number;
    }
    return difference;
  }

  private depth(node: number): number {
    if (node >= this.depths.length) {
      const depths = this.depths;
      this.depths = new Int32Array(Math.max(node + 1, depths.length * 2));
      this.depths.set(depths);
    }
    const known = this.depths[node] as number;
    if (known > 0) {
      return known;
    }
    const parent = this.tree.nodeParent[node] as number;
    const depth = parent < 0 ? 1 : this.depth(parent) + 1;
    this.depths[node] = depth;
    return depth;
  }
}

type Compare = (a: number, b: number) => number;

function siftUp(heap: number[], start: number, compare: Compare): void {
  const item = heap[start] as number;
  let position = start;
  while (position > 0) {
    const parent = (position - 1) >> 1;
    if (compare(item, heap[parent] as number) >= 0) {
      break;
    }
    heap[position] = heap[parent] as number;
    position = parent;
  }
  heap[position] = item;
}

function siftDown(heap: number[], start: number, compare: Compare): void {
  const item = heap[start] as number;
  let position = start;
  for (;;) {
    let child = position * 2 + 1;
    if (child >= heap.length) {
      break;
    }
    if (child + 1 < heap.length && compare(heap[child + 1] as number, heap[child] as number) < 0) {
      child++;
    }
    if (compare(heap[child] as number, item) >= 0) {
      break;
    }
    heap[position] = heap[child] as number;
    position = child;
  }
  heap[position] = item;
}
