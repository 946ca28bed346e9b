import type { ChainSet } from './chainSet';
import { entryByNode } from './pathTree';

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
  const entry = entryByNode(chains);
  const { chainNode, chainTarget } = chains.paths;
  const entryOf = new Int32Array(chains.size);
  const allEntries = new Tally(graph.interfaces.length);
  const allAssets = new Tally(graph.assets.length);
  for (let position = 0; position < chains.size; position++) {
    const number = entry[chainNode[position] as number] as number;
    entryOf[position] = number;
    allEntries.add(number, position);
    allAssets.add((chainTarget[position] as number) >> 3, position);
  }
  const rows = allEntries.worst(most);
  const columns = allAssets.worst(most);
  const rowOf = places(graph.interfaces.length, rows);
  const columnOf = places(graph.assets.length, columns);
  const cells = new Tally(rows.length * columns.length);
  for (let position = 0; position < chains.size; position++) {
    const row = rowOf[entryOf[position] as number] as number;
    const column = columnOf[(chainTarget[position] as number) >> 3] as number;
    if (row >= 0 && column >= 0) {
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

/** By number: where it stands in a list; -1 where it does not. */
function places(size: number, numbers: readonly number[]): Int32Array {
  const place = new Int32Array(size).fill(-1);
  for (const [index, number] of numbers.entries()) {
    place[number] = index;
  }
  return place;
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
