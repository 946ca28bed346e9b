import type { Located } from '../text/range';
import type { AssetRatingName } from './assetRatings';
import type { Severity } from './finding';
import { STRIDE_TYPES, type StrideType } from './stride';

/** Which ratings a chain's steps before the last use: the chain's own type, or Elevation of Privilege. */
export type StepRule = 'same' | 'elevation';

/** What may not occur twice in a chain. */
export type Uniqueness = 'nodes' | 'relationships';

/** Settings of a model, all of them. */
export interface Settings {
  readonly maxLength: number;
  readonly minProbability: number;
  readonly maxChains: number;
  readonly countLimit: number;
  readonly searchLimit: number;
  /** In the order S T R I D E. */
  readonly stride: readonly StrideType[];
  readonly stepRule: StepRule;
  readonly uniqueness: Uniqueness;
  readonly score: 'base' | 'overall';
  readonly thresholds: { readonly high: number; readonly medium: number };
  readonly weight: AssetRatingName | undefined;
  /** Levels by diagnostic code. */
  readonly severity: Readonly<Record<string, Severity>>;
}

/** The settings a file gives, each with its place. */
export type SettingsRecord = { readonly [K in keyof Settings]?: Located<Settings[K]> };

/**
 * The greatest `maxLength`. P of a longer chain cannot be computed: the tenths of its 155 scores are divided by a power of
 * ten that doubles do not have.
 */
export const MOST_LENGTH = 307;

/** What holds where a model says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  maxLength: 13,
  minProbability: 0,
  maxChains: 1_000_000,
  countLimit: 2_000_000,
  searchLimit: 5_000_000,
  stride: STRIDE_TYPES,
  stepRule: 'same',
  uniqueness: 'nodes',
  score: 'base',
  thresholds: { high: 7, medium: 4 },
  weight: undefined,
  severity: {},
};
