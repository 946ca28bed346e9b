import type { CvssVector } from '../cvss/vector';
import type { AssetRatingName } from '../formats/assetRatings';
import type { Settings } from '../formats/settings';
import type { StrideType } from '../formats/stride';

/** What is to be protected, held by a component. */
export interface Asset {
  /** Unique in the model; `Component/Asset` where the files give none. */
  readonly id: string;
  readonly name: string;
  readonly component: string;
  /** 0 to 5; absent where not rated. */
  readonly ratings: Readonly<Partial<Record<AssetRatingName, number>>>;
  /** The types that threaten it, in the order S T R I D E; undefined where all do. */
  readonly stride: readonly StrideType[] | undefined;
  readonly description: string | undefined;
}

/** How one relation is rated for one STRIDE type. */
export interface Rating {
  /** 0 to 10, at most one decimal; 0 blocks the type. */
  readonly score: number;
  /** Absent where a bare score or `none` was given. */
  readonly vector: CvssVector | undefined;
  /** Considered and found not possible. */
  readonly none: boolean;
  /** Index in `Model.ratingRules` of the rule it comes from; undefined where the relation is rated itself. */
  readonly rule: number | undefined;
  /** Which of the cells that speak for the type it comes from: an index into `ratingOrigins`, 0 for a rule. */
  readonly cell: number;
  readonly techniques: readonly string[];
}

/** One `(:Component)-[:HAS_INTERFACE]->(:Interface)`. */
export interface Relation {
  readonly component: string;
  readonly interface: string;
  /** Absent types are not rated; always empty for a Virtual component. */
  readonly ratings: Readonly<Partial<Record<StrideType, Rating>>>;
  readonly notes: readonly string[];
  readonly references: readonly string[];
}

/** Anything that can be hacked, and what the labels make of it. */
export interface Component {
  readonly name: string;
  readonly facility: string | undefined;
  readonly labels: ReadonlySet<string>;
  /** Joins interfaces and is passed through: by label, or by a name that begins with `Virtual-`. */
  readonly virtual: boolean;
  /** Out of scope: no chain enters it. */
  readonly external: boolean;
  /** By interface name, in the order of the files. */
  readonly relations: ReadonlyMap<string, Relation>;
  readonly assets: readonly Asset[];
  readonly description: string | undefined;
}

/** An entry point of one or more components. */
export interface Interface {
  readonly name: string;
  /** Names of the components that have it, external and Virtual ones too. */
  readonly components: readonly string[];
  readonly entry: boolean | undefined;
  /** The only components an outsider reaches here; empty where every one is. */
  readonly into: readonly string[];
  /** Keys of `Model.attackers`, or free names where the model declares none. */
  readonly attackers: readonly string[];
  readonly periods: readonly string[];
}

/** A filter on chains, its names as written; they need not exist. */
export type Filter =
  | { readonly kind: 'banned'; readonly sequence: readonly string[] }
  | { readonly kind: 'oneWay'; readonly from: string; readonly to: string }
  | { readonly kind: 'only'; readonly from: string; readonly via: string; readonly to: readonly string[] };

/** What a rating rule must match; `*` stands for any run of characters. */
export interface RuleMatch {
  readonly interface?: string;
  readonly component?: string;
  readonly facility?: string;
  readonly label?: string;
}

/** A rating rule, with the ratings it gives. */
export interface RatingRule {
  readonly match: RuleMatch;
  readonly ratings: Readonly<Partial<Record<StrideType, Rating>>>;
}

/** All files of a model merged into one Threat Modeling Graph. It holds no positions: see `Origins`. */
export interface Model {
  readonly name: string;
  readonly settings: Settings;
  readonly components: ReadonlyMap<string, Component>;
  readonly interfaces: ReadonlyMap<string, Interface>;
  /** `entry: true` marks an interface that no component has: then no other interface is an entry by default. */
  readonly strayEntryMark: boolean;
  /** By id. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly filters: readonly Filter[];
  readonly ratingRules: readonly RatingRule[];
  /** What an attacker or period key is called in sentences. */
  readonly attackers: ReadonlyMap<string, string>;
  readonly periods: ReadonlyMap<string, string>;
  /** Declared facilities and their descriptions; empty where none is declared. */
  readonly facilities: ReadonlyMap<string, string>;
}
