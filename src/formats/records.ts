import type { CvssVector } from '../cvss/vector';
import type { Located, TextRange } from '../text/range';
import type { AssetRatingName } from './assetRatings';
import type { Finding, ReaderCode } from './finding';
import type { SettingsRecord } from './settings';
import type { StrideType } from './stride';

/** A name or other text with the place it was read from. */
export type LocatedText = Located<string>;

/** What a rating cell says. A bad vector or score is `invalid` and has been reported by the reader. */
export type RatingValue =
  | { readonly kind: 'vector'; readonly vector: CvssVector }
  | { readonly kind: 'score'; readonly score: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' };

/** One rating as written: its value, its text and where it stands. */
export interface RatingCell extends Located<RatingValue> {
  readonly text: string;
}

/** A rating cell can speak for one STRIDE type or for all that are not named. */
export type RatingKey = StrideType | 'all';

/** Rating cells by the type they are for. An empty cell is absent. */
export type RatingCells = Readonly<Partial<Record<RatingKey, RatingCell>>>;

/** One asset of a component, as one record says it. */
export interface AssetRecord {
  readonly name: LocatedText;
  readonly id?: LocatedText;
  readonly ratings: Readonly<Partial<Record<AssetRatingName, Located<number>>>>;
  /** The types that threaten it, as written; empty where all do. */
  readonly stride: readonly Located<StrideType>[];
  readonly description?: LocatedText;
  readonly range: TextRange;
}

/** What one YAML entry or CSV row says about a component; several may speak of the same one. */
export interface ComponentRecord {
  readonly name: LocatedText;
  readonly facility?: LocatedText;
  readonly labels: readonly LocatedText[];
  readonly interfaces: readonly LocatedText[];
  readonly assets: readonly AssetRecord[];
  readonly description?: LocatedText;
  readonly range: TextRange;
}

/** Entry marks of an interface. */
export interface InterfaceRecord {
  readonly name: LocatedText;
  readonly entry?: Located<boolean>;
  readonly into: readonly LocatedText[];
  readonly attackers: readonly LocatedText[];
  readonly periods: readonly LocatedText[];
  readonly description?: LocatedText;
  readonly range: TextRange;
}

/** ATT&CK technique ids of a relation: for one type, or for every rated type. */
export interface TechniqueRecord {
  readonly type: RatingKey;
  readonly ids: readonly LocatedText[];
}

/** Ratings of one relation, as one record says them. */
export interface RatingRecord {
  readonly component: LocatedText;
  readonly interface: LocatedText;
  readonly cells: RatingCells;
  readonly techniques: readonly TechniqueRecord[];
  readonly note?: LocatedText;
  readonly status?: LocatedText;
  readonly ref?: LocatedText;
  readonly range: TextRange;
}

/** A named CVSS vector. */
export interface VectorRecord {
  readonly name: LocatedText;
  /** The vector's text. */
  readonly cvss: LocatedText;
  /** Absent when the text is not a valid vector. */
  readonly vector?: CvssVector;
  readonly range: TextRange;
}

/** The patterns of a rating rule; all that are given must fit. */
export interface RuleMatchRecord {
  readonly interface?: LocatedText;
  readonly component?: LocatedText;
  readonly facility?: LocatedText;
  readonly label?: LocatedText;
}

/** A rule that rates relations without a rating of their own. */
export interface RatingRuleRecord {
  readonly match: RuleMatchRecord;
  readonly cells: RatingCells;
  readonly techniques: readonly TechniqueRecord[];
  readonly note?: LocatedText;
  readonly range: TextRange;
}

/** A sequence of component names that no chain may contain; `*` stands for any one. */
export interface BannedRecord {
  readonly kind: 'banned';
  readonly sequence: readonly LocatedText[];
  readonly range: TextRange;
}

/** Forbids going from `to` straight back to `from`. */
export interface OneWayRecord {
  readonly kind: 'oneWay';
  readonly from: LocatedText;
  readonly to: LocatedText;
  readonly range: TextRange;
}

/** Lets `from` reach through `via` nothing but `to`. */
export interface OnlyRecord {
  readonly kind: 'only';
  readonly from: LocatedText;
  readonly via: LocatedText;
  readonly to: readonly LocatedText[];
  readonly range: TextRange;
}

export type FilterRecord = BannedRecord | OneWayRecord | OnlyRecord;

/** A declared attacker, period or facility: its key and what it is called. */
export interface DeclarationRecord {
  readonly key: LocatedText;
  readonly text?: LocatedText;
  readonly range: TextRange;
}

/** A `tmg-ignore CODE: reason` comment; it silences findings of that code on the next line. */
export interface IgnoreRecord {
  readonly code: LocatedText;
  readonly reason: string;
  /** Line of the comment, from 1. */
  readonly line: number;
  readonly range: TextRange;
}

/** A top-level key that only one file of a model may hold. */
export const SINGLE_PLACE_KEYS = ['name', 'settings', 'vectors', 'ratingRules'] as const;

export type SinglePlaceKey = (typeof SINGLE_PLACE_KEYS)[number];

/** Where a single-place key stands: its key, and the whole entry. */
export interface SinglePlaceRecord {
  readonly key: Located<SinglePlaceKey>;
  readonly range: TextRange;
}

/** Everything one version of one file says, with the range of every name, number and vector. */
export interface FileRecords {
  /** Path relative to the model's folder, with `/`. */
  readonly file: string;
  readonly format: 'yaml' | 'csv';
  readonly text: string;
  readonly name?: LocatedText;
  readonly settings: SettingsRecord;
  readonly singlePlace: readonly SinglePlaceRecord[];
  readonly attackers: readonly DeclarationRecord[];
  readonly periods: readonly DeclarationRecord[];
  readonly facilities: readonly DeclarationRecord[];
  readonly components: readonly ComponentRecord[];
  readonly interfaces: readonly InterfaceRecord[];
  readonly vectors: readonly VectorRecord[];
  readonly ratings: readonly RatingRecord[];
  readonly ratingRules: readonly RatingRuleRecord[];
  readonly filters: readonly FilterRecord[];
  readonly ignores: readonly IgnoreRecord[];
  /** Globs of ATT&CK bundles and SIGMA rules in the workspace. */
  readonly attack: { readonly bundles: readonly LocatedText[]; readonly rules: readonly LocatedText[] };
  /** What is wrong with the text itself. */
  readonly findings: readonly Finding<ReaderCode>[];
}

/** A file's records while they are being collected. */
export type RecordCollector = {
  -readonly [K in keyof FileRecords]: FileRecords[K] extends readonly (infer Item)[]
    ? Item[]
    : FileRecords[K];
};

/** Empty records of a file, to be filled by a reader. */
export function collectRecords(file: string, format: 'yaml' | 'csv', text: string): RecordCollector {
  return {
    file,
    format,
    text,
    settings: {},
    singlePlace: [],
    attackers: [],
    periods: [],
    facilities: [],
    components: [],
    interfaces: [],
    vectors: [],
    ratings: [],
    ratingRules: [],
    filters: [],
    ignores: [],
    attack: { bundles: [], rules: [] },
    findings: [],
  };
}
