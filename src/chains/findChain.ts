import type { StrideType } from '../formats/stride';
import { compareCodePoints } from '../text/compare';
import type { ChainSet } from './chainSet';
import type { ChainGraph } from './compile';

/** What identifies a chain of a model, in names. */
export interface ChainKey {
  /** Entry first, interfaces and components in turn. */
  readonly path: readonly string[];
  /** Asset id. */
  readonly asset: string;
  readonly type: StrideType;
}

/** Position of a chain in the ranking; -1 where it is not among the kept ones. */
export function findChain(chains: ChainSet, { path, asset, type }: ChainKey): number {
  const { graph } = chains;
  const relations = relationNumbers(graph, path);
  const assetNumber = graph.assets.findIndex(({ id }) => id === asset);
  const typeNumber = graph.types.indexOf(type);
  const last = relations.at(-1);
  if (last === undefined || relations.includes(-1) || assetNumber < 0 || typeNumber < 0) {
    return -1;
  }
  const target = assetNumber * 8 + typeNumber;
  const { chainTarget, chainNode, nodeRelation, nodeParent } = chains.paths;
  for (let position = 0; position < chains.size; position++) {
    if (chainTarget[position] !== target) {
      continue;
    }
    let node = chainNode[position] as number;
    let left = relations.length;
    while (left > 0 && node >= 0 && graph.ratedBy[nodeRelation[node] as number] === relations[left - 1]) {
      node = nodeParent[node] as number;
      left--;
    }
    if (left === 0 && node < 0) {
      return position;
    }
  }
  return -1;
}

/** Numbers of the relations that a path crosses; -1 for one that the graph does not have. */
export function relationNumbers(graph: ChainGraph, path: readonly string[]): number[] {
  return path.length % 2 === 0
    ? Array.from({ length: path.length / 2 }, (_, step) =>
        relationNumber(graph, path[step * 2] as string, path[step * 2 + 1] as string),
      )
    : [-1];
}

/** Number of the relation of an interface and a component; -1 where there is none. */
export function relationNumber(graph: ChainGraph, interfaceName: string, component: string): number {
  const { interfaces, components, interfaceStart, relationComponent } = graph;
  const number = search(interfaces.length, (index) =>
    compareCodePoints(interfaces[index] ?? '', interfaceName),
  );
  if (number < 0) {
    return -1;
  }
  const start = interfaceStart[number] as number;
  const found = search((interfaceStart[number + 1] as number) - start, (index) =>
    compareCodePoints(components[relationComponent[start + index] as number]?.name ?? '', component),
  );
  return found < 0 ? -1 : start + found;
}

/** Binary search for the index at which `compare` gives 0; -1 where there is none. */
function search(length: number, compare: (index: number) => number): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(middle);
    if (order === 0) {
      return middle;
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}
