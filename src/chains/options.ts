import { MOST_LENGTH, type Settings, type StepRule, type Uniqueness } from '../formats/settings';
import type { StrideType } from '../formats/stride';

/** What a computation of chains is asked for: the model's settings and what one call narrows down. */
export interface ChainOptions {
  /** HAS_INTERFACE relationships on the path, entry to target; infinite for no bound but `LONGEST_LENGTH`. */
  readonly maxLength: number;
  /** Chains below this P are left out; inclusive. */
  readonly minProbability: number;
  readonly maxChains: number;
  readonly countLimit: number;
  /** Expansions of a best-first search; dead ends (components entered in vain) of an enumeration. */
  readonly searchLimit: number;
  readonly types: readonly StrideType[];
  readonly stepRule: StepRule;
  readonly uniqueness: Uniqueness;
  /** Only chains that begin at these interfaces; undefined for all entry points. */
  readonly from: ReadonlySet<string> | undefined;
  /** Only chains to the assets with these ids; undefined for all. */
  readonly to: ReadonlySet<string> | undefined;
}

/** The options that a model's settings stand for. */
export function chainOptions(settings: Settings, narrowed: Partial<ChainOptions> = {}): ChainOptions {
  return {
    maxLength: settings.maxLength,
    minProbability: settings.minProbability,
    maxChains: settings.maxChains,
    countLimit: settings.countLimit,
    searchLimit: settings.searchLimit,
    types: settings.stride,
    stepRule: settings.stepRule,
    uniqueness: settings.uniqueness,
    from: undefined,
    to: undefined,
    ...narrowed,
  };
}

/** The longest `maxLength` there is: with more rated steps the divisor 10^(2n-1) of P is no double any more. */
export const LONGEST_LENGTH = MOST_LENGTH;

/**
 * Most components a chain of at most `maxLength` relationships can have; an even value acts like the odd one below,
 * and one above `LONGEST_LENGTH` like that.
 */
export function maxComponents(maxLength: number): number {
  return Math.max(0, Math.floor((Math.min(maxLength, LONGEST_LENGTH) + 1) / 2));
}
