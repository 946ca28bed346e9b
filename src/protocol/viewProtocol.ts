import type { ChainRating } from '../chains/chain';
import type { ChainSelection } from '../chains/chainSelection';
import type { Grouping } from '../chains/groupings';
import type { LayoutKind, Positions } from '../drawing/layout';
import type { StrideType } from '../formats/stride';
import type { TableColumn, TableQuery } from '../threats/tableQuery';
import type { ChainDetail, GroupRow } from './chainProtocol';
import type { FilePlace } from './places';
import type { ChainKey, SelectionKey } from './selectionKey';

/** The pages of the extension. */
export const PAGES = ['graph', 'chains', 'summary'] as const;

export type PageName = (typeof PAGES)[number];

/** The most rows a page of the table has. */
export const MOST_ROWS = 200;

/** The most characters of a piece of a long answer: no message is above 1 MB. */
export const PIECE_LENGTH = 250_000;

/** What all pages show together. Always whole, so that a page that missed one is right again with the next. */
export interface ViewState {
  /** All models of the workspace, by folder. */
  readonly models: readonly { readonly root: string; readonly name: string }[];
  /** Folder of the model that the pages show; undefined where there is none. */
  readonly root: string | undefined;
  /** Rises whenever the model or its chains change: what was asked for before is outdated. */
  readonly revision: number;
  readonly phase: 'none' | 'computing' | 'current' | 'outdated';
  /** Chains found so far, while computing. */
  readonly found: number;
  readonly totals: ViewTotals | undefined;
  readonly selection: SelectionKey | undefined;
  /** The chosen chain, if it is one and it is still there. */
  readonly chain: ChainDetail | undefined;
  /** What the table is narrowed down to: all have to fit. Set with a choice that is no chain, and kept by one that is. */
  readonly narrowing: readonly ChainSelection[];
  /** What the cursor in the text is on, where pages follow it. */
  readonly cursor: SelectionKey | undefined;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Whether the graph shows what the cursor in a text is on. */
  readonly followCursor: boolean;
}

/** Totals of a computation. */
export interface ViewTotals {
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  /** False after a search that gave up. */
  readonly complete: boolean;
  readonly byType: readonly (readonly [StrideType, number])[];
  readonly worst: { readonly probability: number; readonly rating: ChainRating } | undefined;
}

/** A row of the chain table. */
export interface TableRow {
  /** Position in the ranking, from 0. */
  readonly position: number;
  /** In the order of `TABLE_COLUMNS`; null where there is nothing to say. */
  readonly cells: readonly (string | number | null)[];
  readonly rating: ChainRating;
  /** Chooses the chain. */
  readonly key: ChainKey;
}

/** What the filters of the table offer. */
export interface TableFacets {
  readonly assets: readonly { readonly id: string; readonly label: string }[];
  readonly entries: readonly string[];
  readonly attackers: readonly { readonly key: string; readonly name: string }[];
  readonly types: readonly StrideType[];
  /** Of the kept chains; empty without any. */
  readonly lengths: readonly number[];
  /** Columns that hold nothing but empty cells. */
  readonly emptyColumns: readonly TableColumn[];
}

/** Entry points by assets, with what to fix and what is not rated. */
export interface Summary {
  /** Those with the worst chains first, at most `MOST_SUMMARY_ROWS` each. */
  readonly entries: readonly { readonly name: string; readonly chains: number; readonly worst: number }[];
  readonly assets: readonly {
    readonly id: string;
    readonly label: string;
    readonly chains: number;
    readonly worst: number;
  }[];
  readonly entryCount: number;
  readonly assetCount: number;
  /** One per entry and asset above that have chains: indices into the lists. */
  readonly cells: readonly {
    readonly entry: number;
    readonly asset: number;
    readonly chains: number;
    readonly worst: number;
    readonly rating: ChainRating;
  }[];
  /** Per type asked for: how many relations that need a rating are rated, `none`, or not rated. */
  readonly coverage: readonly {
    readonly type: StrideType;
    readonly rated: number;
    readonly none: number;
    readonly missing: number;
    readonly onlySteps?: true;
  }[];
  /** Relations by chains at or above Medium through them, at most 20: what to fix first. */
  readonly fixes: readonly (GroupRow & { readonly place: FilePlace | undefined })[];
  /** Chains per length, whatever `minProbability` says, with M'. */
  readonly lengths: readonly {
    readonly length: number;
    readonly chains: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
  readonly advised: number;
  /** P' that M' was asked for. */
  readonly minProbability: number;
  /** Below these P a chain is Low and Medium. */
  readonly thresholds: { readonly medium: number; readonly high: number };
  /** False where the lengths were not counted to the end. */
  readonly complete: boolean;
}

/** The most entries and assets that a summary lists. */
export const MOST_SUMMARY_ROWS = 60;

type WithRoot<Params> = Params & { readonly root: string };

/** Questions that the chain thread answers and the host only passes on. */
export type ChainViewRequests = {
  /**
   * At most `MOST_ROWS` rows, and fewer where names are so long that they would be above 1 MB: then those that are missing
   * can be asked for. Long cells end in an ellipsis. `kept` is the number of chains without any filter.
   */
  readonly tableRows: {
    readonly params: WithRoot<{ readonly query: TableQuery; readonly from: number; readonly count: number }>;
    readonly result: { readonly total: number; readonly kept: number; readonly rows: readonly TableRow[] };
  };
  /** Groups of the chains that fit the query. */
  readonly tableGroups: {
    readonly params: WithRoot<{
      readonly query: TableQuery;
      readonly grouping: Grouping;
      readonly from: number;
      readonly count: number;
    }>;
    readonly result: {
      readonly total: number;
      readonly chains: number;
      readonly groups: readonly GroupRow[];
    };
  };
  /** Where a chain stands in the table; -1 where the query leaves it out. */
  readonly tableIndex: {
    readonly params: WithRoot<{ readonly query: TableQuery; readonly key: SelectionKey }>;
    readonly result: number;
  };
  readonly tableFacets: { readonly params: WithRoot<object>; readonly result: TableFacets };
  /** A piece of the JSON of a `Scene`; `next` is where the following one begins. */
  readonly scene: {
    readonly params: WithRoot<{ readonly from: number }>;
    readonly result: { readonly text: string; readonly next: number | undefined };
  };
  readonly summary: {
    readonly params: WithRoot<{ readonly minProbability: number | undefined }>;
    readonly result: Summary | undefined;
  };
};

/** What a page asks the host for. */
export type ViewRequests = ChainViewRequests & {
  /** The page is there; answered with what to show. */
  readonly ready: { readonly params: object; readonly result: ViewState };
  /** Positions for the nodes of the scene, in its order. `fresh` forgets where they were. */
  readonly layout: {
    readonly params: WithRoot<{ readonly kind: LayoutKind; readonly fresh: boolean }>;
    readonly result: { readonly positions: Positions };
  };
  /** Chooses; nothing without a key, and then the table is no longer narrowed down. */
  readonly choose: {
    readonly params: { readonly key: SelectionKey | undefined };
    readonly result: undefined;
  };
  /** Opens the text that what is chosen comes from; for a chain that of its first step. */
  readonly reveal: { readonly params: object; readonly result: undefined };
  /** Narrows the table down without a choice. */
  readonly narrow: {
    readonly params: { readonly narrowing: readonly ChainSelection[] };
    readonly result: undefined;
  };
  /** Walks the history of choices. */
  readonly travel: { readonly params: { readonly by: -1 | 1 }; readonly result: undefined };
  readonly openPlace: { readonly params: { readonly place: FilePlace }; readonly result: undefined };
  readonly compute: { readonly params: object; readonly result: undefined };
  readonly cancel: { readonly params: object; readonly result: undefined };
  readonly showModel: { readonly params: WithRoot<object>; readonly result: undefined };
  readonly showPage: { readonly params: { readonly page: PageName }; readonly result: undefined };
  readonly followCursor: { readonly params: { readonly follow: boolean }; readonly result: undefined };
  /** Puts the chosen chain into the clipboard as Markdown. */
  readonly copyChain: { readonly params: object; readonly result: undefined };
  /** Writes what the query lets through into a file that the user names. */
  readonly exportTable: {
    readonly params: WithRoot<{ readonly query: TableQuery; readonly format: 'csv' | 'json' }>;
    readonly result: undefined;
  };
  /** Saves a picture where the user says. `data`: SVG text, or a PNG in Base64. */
  readonly savePicture: {
    readonly params: { readonly format: 'svg' | 'png'; readonly data: string };
    readonly result: undefined;
  };
};

/** What the host tells a page. */
export type ViewEvents = { readonly state: ViewState };
