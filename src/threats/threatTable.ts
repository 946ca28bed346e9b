import type { Chain } from '../chains/chain';
import { type ChainSelection, ChainSelector } from '../chains/chainSelector';
import type { ChainSet } from '../chains/chainSet';
import { TABLE_COLUMNS, type TableColumn, type TableQuery } from './tableQuery';
import { threatRow } from './threatRow';

/** The chains of a set as a table that can be filtered and sorted. */
export class ThreatTable {
  private readonly selector: ChainSelector;

  constructor(readonly chains: ChainSet) {
    this.selector = new ChainSelector(chains);
  }

  /** Positions of the chains that fit a query, in its order. */
  positions(query: TableQuery): Int32Array {
    const through = query.through.map((selection) => this.selected(selection));
    const words = fold(query.text)
      .split(/\s+/)
      .filter((word) => word !== '');
    const found: { readonly position: number; readonly value: string | number | undefined }[] = [];
    for (let position = 0; position < this.chains.size; position++) {
      const chain = this.chains.chain(position);
      const length = chain.path.length - 1;
      const names = [...chain.path, chain.asset.name].map(fold);
      const fits =
        through.every((positions) => positions.has(position)) &&
        words.every((word) => names.some((name) => name.includes(word))) &&
        isAmong(query.types, chain.type) &&
        isAmong(query.ratings, chain.rating) &&
        isAmong(query.assets, chain.asset.id) &&
        isAmong(query.entries, chain.entry) &&
        (chain.attackers.length === 0 ||
          query.attackers.length === 0 ||
          chain.attackers.some((key) => query.attackers.includes(key))) &&
        length >= (query.minLength ?? 0) &&
        length <= (query.maxLength ?? Number.POSITIVE_INFINITY) &&
        chain.probability >= query.minProbability;
      if (fits) {
        found.push({ position, value: query.sort && this.value(chain, query.sort.column) });
      }
    }
    const { sort } = query;
    if (sort) {
      const sign = sort.descending ? -1 : 1;
      found.sort(
        (a, b) =>
          Number(a.value === undefined) - Number(b.value === undefined) || sign * compare(a.value, b.value),
      );
    }
    return Int32Array.from(found, ({ position }) => position);
  }

  /** The cells of a chain in the order of `TABLE_COLUMNS`; null where there is nothing to say. */
  cells(chain: Chain): (string | number | null)[] {
    return TABLE_COLUMNS.map((column) => this.value(chain, column) ?? null);
  }

  private value(chain: Chain, column: TableColumn): string | number | undefined {
    switch (column) {
      case 'Risk':
        return chain.risk;
      case 'Length':
        return chain.path.length - 1;
      case 'Path':
        return chain.path.join(' > ');
      default:
        return threatRow(chain, this.chains.model)[column];
    }
  }

  private selected(selection: ChainSelection): ReadonlySet<number> {
    return new Set(this.selector.positions(selection));
  }
}

function isAmong<T>(list: readonly T[], item: T): boolean {
  return list.length === 0 || list.includes(item);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  return a === b || a === undefined || b === undefined ? 0 : a < b ? -1 : 1;
}
