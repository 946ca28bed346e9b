import { readModel } from './model';
import { everyChain, withOptions } from './naiveChains';
import type { NaiveChain, NaiveOptions, Plain } from './types';

/** The chains of one length, with the P of the least and of the most probable one. */
export interface NaiveLength {
  readonly length: number;
  readonly chains: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface NaiveAdvice {
  /** M', the length of the longest chain with P >= P', however long; 0 if there is none. */
  readonly advised: number;
  /** The lengths up to `maxLength` that have chains, whatever `minProbability` is; the shortest first. */
  readonly lengths: readonly NaiveLength[];
  /** How many chains with P >= P' are longer than `maxLength`. */
  readonly cut: number;
  /** The shortest `maxLength` that cuts none of them: M'. */
  readonly enough: number;
}

/**
 * What to set `maxLength` to, from every chain of whatever length: for models with few walks only.
 * P' is `minProbability`, or the Medium threshold where that is 0. No limit on the number of chains counts.
 *
 * @param documents the files of one model in the order of their paths
 */
export function naiveAdvice(documents: readonly Plain[], options: NaiveOptions = {}): NaiveAdvice {
  const model = withOptions(readModel(documents), options);
  const { maxLength, minProbability, medium } = model.settings;
  const asked = minProbability > 0 ? minProbability : medium;
  const unbounded = { ...model.settings, maxLength: Number.POSITIVE_INFINITY, minProbability: 0 };
  const chains = everyChain({ ...model, settings: unbounded }, options);
  const probable = chains.filter((chain) => chain.probability >= asked);
  const advised = highestOf([0, ...probable.map(lengthOf)]);
  const lengths = [...new Set(chains.map(lengthOf))].filter((length) => length <= maxLength);
  return {
    advised,
    lengths: lengths
      .toSorted((left, right) => left - right)
      .map((length) => {
        const scores = chains.filter((chain) => lengthOf(chain) === length).map((one) => one.probability);
        return {
          length,
          chains: scores.length,
          lowest: -highestOf(scores.map((score) => -score)),
          highest: highestOf(scores),
        };
      }),
    cut: probable.filter((chain) => lengthOf(chain) > maxLength).length,
    enough: advised,
  };
}

/** The highest of some numbers; a list may be longer than a call can have arguments. */
const highestOf = (numbers: readonly number[]): number =>
  numbers.reduce((highest, number) => Math.max(highest, number), Number.NEGATIVE_INFINITY);

const lengthOf = (chain: NaiveChain): number => chain.path.length - 1;
