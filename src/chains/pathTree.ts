import type { ChainSet } from './chainSet';

/** By node of the path tree: number of the interface at which its path begins. */
export function entryByNode(chains: ChainSet): Int32Array {
  const { relationInterface } = chains.graph;
  const { nodeCount, nodeParent, nodeRelation } = chains.paths;
  const entry = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const parent = nodeParent[node] as number;
    entry[node] =
      parent < 0 ? (relationInterface[nodeRelation[node] as number] as number) : (entry[parent] as number);
  }
  return entry;
}

/** By node of the path tree: length of its path, in relationships from entry to target. */
export function lengthByNode(chains: ChainSet): Int32Array {
  const { nodeCount, nodeParent } = chains.paths;
  const length = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const parent = nodeParent[node] as number;
    length[node] = parent < 0 ? 1 : (length[parent] as number) + 2;
  }
  return length;
}

/** How many chains have at least a certain P: they stand first. */
export function countFrom(chains: ChainSet, probability: number): number {
  let low = 0;
  let high = chains.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chains.probability(middle) >= probability) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The positions of all kept chains, best first. */
export function allPositions(chains: ChainSet): Int32Array {
  const positions = new Int32Array(chains.size);
  for (let position = 0; position < positions.length; position++) {
    positions[position] = position;
  }
  return positions;
}
