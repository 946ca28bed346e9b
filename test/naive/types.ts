/** The shapes of the naive implementation. Names are plain strings, order is the order of the documents. */

/** One STRIDE type. */
export type StrideType = 'S' | 'T' | 'R' | 'I' | 'D' | 'E';

/** The types in the order that ties are broken by. */
export const STRIDE: readonly StrideType[] = ['S', 'T', 'R', 'I', 'D', 'E'];

/** A document: text, a list, or a mapping (a plain object, or a Map where the order of keys matters). */
export type Plain =
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | ReadonlyMap<string, Plain>;

/** What an asset can be rated for. */
export const ASSET_RATINGS = ['security', 'operation', 'tech', 'compliance'] as const;
export type AssetRating = (typeof ASSET_RATINGS)[number];

export interface NaiveAsset {
  readonly id: string;
  readonly name: string;
  readonly component: string;
  /** The types that threaten it. */
  readonly types: readonly StrideType[];
  /** From 0 to 5. */
  readonly ratings: Readonly<Partial<Record<AssetRating, number>>>;
}

export interface NaiveComponent {
  readonly name: string;
  facility: string | undefined;
  readonly labels: string[];
  readonly interfaces: string[];
}

export interface NaiveInterface {
  readonly name: string;
  readonly entries: string[];
  readonly into: string[];
  readonly attackers: string[];
  readonly periods: string[];
}

/** One rating record: the text of each cell, by STRIDE letter or `all`. */
export interface NaiveRating {
  readonly component: string;
  readonly interface: string;
  readonly cells: ReadonlyMap<string, string>;
}

export interface NaiveRule {
  readonly match: ReadonlyMap<string, string>;
  readonly cells: ReadonlyMap<string, string>;
}

export interface NaiveSettings {
  maxLength: number;
  minProbability: number;
  maxChains: number;
  countLimit: number;
  stride: StrideType[];
  stepRule: 'same' | 'elevation';
  uniqueness: 'nodes' | 'relationships';
  score: 'base' | 'overall';
  high: number;
  medium: number;
  weight: AssetRating | undefined;
}

export interface NaiveModel {
  readonly components: NaiveComponent[];
  readonly interfaces: NaiveInterface[];
  readonly assets: NaiveAsset[];
  readonly vectors: ReadonlyMap<string, string>;
  readonly ratings: NaiveRating[];
  readonly rules: NaiveRule[];
  readonly banned: string[][];
  readonly settings: NaiveSettings;
}

/** What a caller asks for on top of the model; the settings of the model are the defaults. */
export interface NaiveOptions {
  readonly maxLength?: number;
  readonly minProbability?: number;
  readonly maxChains?: number;
  readonly countLimit?: number;
  readonly stepRule?: 'same' | 'elevation';
  readonly uniqueness?: 'nodes' | 'relationships';
  /** Restricts the STRIDE types further. */
  readonly types?: readonly StrideType[];
  /** Entry interfaces by name. */
  readonly from?: readonly string[];
  /** Assets by id or by name. */
  readonly to?: readonly string[];
}

export interface NaiveStep {
  readonly interface: string;
  readonly component: string;
  readonly score: number;
  readonly byRule: boolean;
}

export interface NaiveChain {
  readonly id: string;
  readonly type: StrideType;
  readonly entry: string;
  readonly path: readonly string[];
  readonly asset: {
    readonly id: string;
    readonly name: string;
    readonly component: string;
    readonly facility: string | null;
  };
  readonly steps: readonly NaiveStep[];
  readonly probability: number;
  readonly rating: 'High' | 'Medium' | 'Low';
  /** P x asset rating / 5 where the model has a `weight` and the asset that rating. */
  readonly risk?: number;
  readonly attackers: readonly string[];
  readonly periods: readonly string[];
}

export interface NaiveResult {
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byLength: Readonly<Record<string, number>>;
  readonly chains: readonly NaiveChain[];
}
