import type { ChainRating } from '../../src/chains/chain';
import type { StrideType } from '../../src/formats/stride';
import type { ReportColumn, ReportTable } from '../../src/report/reportTable';
import { searchText, searchWords } from '../../src/threats/searchText';

/** Which chains of a report are shown, and in which order. An empty text lets everything through. */
export interface ReportQuery {
  /** Words, each of which is in the name of an interface, a component or the asset; case and accents aside. */
  readonly text: string;
  readonly types: ReadonlySet<StrideType>;
  readonly ratings: ReadonlySet<ChainRating>;
  readonly sort: { readonly column: ReportColumn; readonly descending: boolean };
}

/** Finds and sorts chains as the table of the editor does. */
export class ChainQuery {
  private readonly names: readonly string[];
  private readonly assets: readonly string[];

  constructor(private readonly table: ReportTable) {
    this.names = table.names.map(searchText);
    this.assets = table.assets.map(({ name }) => searchText(name));
  }

  /** Positions of the chains that fit, in the order asked for; ties keep the rank order, empty cells come last. */
  positions({ text, types, ratings, sort }: ReportQuery): number[] {
    const words = searchWords(text).map((word) => ({
      inName: this.names.map((name) => name.includes(word)),
      inAsset: this.assets.map((name) => name.includes(word)),
    }));
    const fitting = [...this.table.chains.entries()].filter(
      ([, { type, rating, path, asset }]) =>
        types.has(type) &&
        ratings.has(rating) &&
        words.every(({ inName, inAsset }) => inAsset[asset] === true || path.some((name) => inName[name])),
    );
    const ranks = this.table.ranks[sort.column];
    const last = this.table.chains.length;
    const placeOf = (position: number): number => {
      const rank = ranks[position] ?? -1;
      return rank < 0 ? last : sort.descending ? -rank : rank;
    };
    return fitting.map(([position]) => position).sort((a, b) => placeOf(a) - placeOf(b) || a - b);
  }
}
