import type { ChainRating } from '../chains/chain';
import type { ChainSelection } from '../chains/chainSelection';
import type { StrideType } from '../formats/stride';
import { THREAT_COLUMNS, type ThreatColumn } from '../formats/threatColumns';

/** The columns of the chain table: those of the threat table, and what only the screen shows. */
export const TABLE_COLUMNS = [...THREAT_COLUMNS, 'Risk', 'Length', 'Path'] as const;

export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Columns without an order of their own: a hash, and sentences. */
export const UNORDERED_COLUMNS = ['Index', 'Full Description', 'Path'] as const satisfies readonly (
  | ThreatColumn
  | 'Path'
)[];

/** Which chains a table shows, and in which order. Empty lists and an empty text let everything through. */
export interface TableQuery {
  /** All have to fit. */
  readonly through: readonly ChainSelection[];
  /** Words, each of which is in the name of an interface, a component or the asset; case and accents aside. */
  readonly text: string;
  readonly types: readonly StrideType[];
  readonly ratings: readonly ChainRating[];
  /** Asset ids. */
  readonly assets: readonly string[];
  /** Names of entry interfaces. */
  readonly entries: readonly string[];
  /** Attacker keys; a chain open to anyone fits each. */
  readonly attackers: readonly string[];
  /** Relationships from entry to target (2m - 1 for m components), both inclusive. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minProbability: number;
  /**
   * Undefined: the rank order, which ties keep in both directions. Empty cells and "n/a" come last in both. Names stand in
   * code-point order, case aside at first; Rating, Influence, AC, PR and UI from the lowest level on; types in the order
   * S T R I D E; Attack Vector by the step that is hardest to get at (Physical, Local, Adjacent, Network), then by the
   * next hardest. `UNORDERED_COLUMNS` keep the rank order.
   */
  readonly sort: { readonly column: TableColumn; readonly descending: boolean } | undefined;
}

/** Lets every chain through, best first. */
export const ALL_CHAINS: TableQuery = {
  through: [],
  text: '',
  types: [],
  ratings: [],
  assets: [],
  entries: [],
  attackers: [],
  minLength: undefined,
  maxLength: undefined,
  minProbability: 0,
  sort: undefined,
};
