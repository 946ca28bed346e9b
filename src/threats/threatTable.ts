import type { Chain } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { Sentences } from './description';
import { filterChains } from './tableFilter';
import { sortChains } from './tableOrder';
import { TABLE_COLUMNS, type TableColumn, type TableQuery } from './tableQuery';
import { threatRow } from './threatRow';

/** Arrays of positions that are remembered. */
const MOST_KNOWN = 8;

/** The most characters of a cell on the screen; longer ones end in an ellipsis. */
export const LONGEST_CELL = 1000;

/** The chains of a set as a table that can be filtered and sorted; keeps the answers it was asked for last. */
export class ThreatTable {
  private readonly known = new Map<string, Int32Array>();

  constructor(
    private readonly chains: ChainSet,
    private readonly sentences: Sentences = 'plain',
  ) {}

  /** Positions of the chains that fit a query, in its order. */
  positions(query: TableQuery): Int32Array {
    const { sort } = query;
    const inRankOrder = (): Int32Array =>
      this.remember(queryKey({ ...query, sort: undefined }), () => filterChains(this.chains, query));
    return sort === undefined
      ? inRankOrder()
      : this.remember(queryKey(query), () => sortChains(this.chains, inRankOrder(), sort));
  }

  /** The cells of a chain in the order of `TABLE_COLUMNS`, cut to `LONGEST_CELL`; null where there is nothing to say. */
  cells(chain: Chain): (string | number | null)[] {
    const row = threatRow(chain, this.chains.model, this.sentences);
    const value = (column: TableColumn): string | number | undefined => {
      switch (column) {
        case 'Risk':
          return chain.risk;
        case 'Length':
          return chain.path.length - 1;
        case 'Path':
          return chain.path.join(' > ');
        default:
          return row[column];
      }
    };
    return TABLE_COLUMNS.map((column) => {
      const cell = value(column);
      return typeof cell === 'string' ? shortened(cell) : (cell ?? null);
    });
  }

  private remember(key: string, find: () => Int32Array): Int32Array {
    const positions = this.known.get(key) ?? find();
    // What was asked for last stands at the end.
    this.known.delete(key);
    this.known.set(key, positions);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KNOWN) {
        break;
      }
      this.known.delete(oldest);
    }
    return positions;
  }
}

/** The same text for queries that ask for the same. */
function queryKey(query: TableQuery): string {
  const { through, text, types, ratings, assets, entries, attackers, minLength, maxLength, minProbability } =
    query;
  const selections = through.map((selection) => JSON.stringify(Object.entries(selection).sort())).sort();
  const lists = [selections, types, ratings, assets, entries, attackers].map((list) => list.toSorted());
  const sort = query.sort && [query.sort.column, query.sort.descending];
  return JSON.stringify([lists, text, minLength, maxLength, minProbability, sort]);
}

function shortened(text: string): string {
  return text.length > LONGEST_CELL
    ? `${text.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text;
}
