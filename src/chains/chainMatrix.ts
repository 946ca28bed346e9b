import type { ChainSet } from './chainSet';

/** A row, a column or a cell of a matrix. */
export interface MatrixFigure {
  readonly chains: number;
  /** Position of the worst chain. */
  readonly best: number;
}

/** Chains by entry point and asset. */
export interface ChainMatrix {
  /** Entry points with chains, that of the worst chain first. */
  readonly entries: readonly (MatrixFigure & { readonly name: string })[];
  /** Assets with chains, by their numbers in `graph.assets`, that of the worst chain first. */
  readonly assets: readonly (MatrixFigure & { readonly number: number })[];
  /** How many of each there are, with those that are left out. */
  readonly entryCount: number;
  readonly assetCount: number;
  /** Those with chains, by indices into the lists. */
  readonly cells: readonly (MatrixFigure & { readonly entry: number; readonly asset: number })[];
}

/**
 * Counts the kept chains of a set by entry point and asset.
 * @param most entries and assets that are listed
 */
export function chainMatrix(chains: ChainSet, most: number): ChainMatrix {
  const { graph } = chains;
  const entryOf = entries(chains);
  const allEntries = new Tally(graph.interfaces.length);
  const allAssets = new Tally(graph.assets.length);
  for (let position = 0; position < chains.size; position++) {
    allEntries.add(entryOf[position] as number, position);
    allAssets.add(chains.assetNumber(position), position);
  }
  const rows = allEntries.worst(most);
  const columns = allAssets.worst(most);
  const rowOf = new Map(rows.map((number, index) => [number, index]));
  const columnOf = new Map(columns.map((number, index) => [number, index]));
  const cells = new Tally(rows.length * columns.length);
  for (let position = 0; position < chains.size; position++) {
    const row = rowOf.get(entryOf[position] as number);
    const column = columnOf.get(chains.assetNumber(position));
    if (row !== undefined && column !== undefined) {
      cells.add(row * columns.length + column, position);
    }
  }
  return {
    entries: rows.map((number) => ({ name: graph.interfaces[number] ?? '', ...allEntries.figure(number) })),
    assets: columns.map((number) => ({ number, ...allAssets.figure(number) })),
    entryCount: allEntries.size,
    assetCount: allAssets.size,
    cells: cells.worst(rows.length * columns.length).map((cell) => ({
      entry: Math.floor(cell / columns.length),
      asset: cell % columns.length,
      ...cells.figure(cell),
    })),
  };
}

/** By position: the number of the interface at which a chain begins. */
function entries(chains: ChainSet): Int32Array {
  const { graph } = chains;
  const { nodeCount, nodeParent, nodeRelation, chainNode } = chains.paths;
  const entryOf = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const parent = nodeParent[node] as number;
    entryOf[node] =
      parent < 0
        ? (graph.relationInterface[nodeRelation[node] as number] as number)
        : (entryOf[parent] as number);
  }
  return chainNode.map((node) => entryOf[node] as number);
}

/** Counts chains under numbers; positions must not fall, so that the first is the worst. */
class Tally {
  private readonly counts: Int32Array;
  private readonly first: Int32Array;

  constructor(size: number) {
    this.counts = new Int32Array(size);
    this.first = new Int32Array(size).fill(-1);
  }

  /** How many numbers have chains. */
  get size(): number {
    return this.counts.reduce((sum, chains) => sum + (chains > 0 ? 1 : 0), 0);
  }

  add(number: number, position: number): void {
    if (this.counts[number] === 0) {
      this.first[number] = position;
    }
    this.counts[number] = (this.counts[number] as number) + 1;
  }

  figure(number: number): MatrixFigure {
    return { chains: this.counts[number] as number, best: this.first[number] as number };
  }

  /** Numbers with chains, that of the worst first. */
  worst(most: number): number[] {
    return [...this.first.keys()]
      .filter((number) => (this.first[number] as number) >= 0)
      .sort((a, b) => (this.first[a] as number) - (this.first[b] as number))
      .slice(0, most);
  }
}
