/** Chains of at least P' that a maximum length leaves out. */
export interface LengthCuts {
  /** How many they are. */
  readonly chains: number;
  /** There may be more of them, and longer ones. */
  readonly chainsIsLowerBound: boolean;
  /** The shortest maximum length that leaves out none of them; null where that is not known. */
  readonly sufficientLength: number | null;
}

/** Which maximum length the chains with a P that counts need (M' of equation 5 of the guide's paper). */
export interface AdvisedLength {
  /** Up to which chains were computed. */
  readonly maxLength: number;
  /** P': the minimum P that is asked for, or the Medium threshold where that is 0. */
  readonly minProbability: number;
  /** M': length of the longest chain with P >= P', whatever the maximum length is; 0 if there is none. */
  readonly advised: number;
  /** The search for M' met `countLimit`, `searchLimit`, the longest length of a search or a cancel: M' may be longer. */
  readonly advisedIsLowerBound: boolean;
  /** What the maximum length leaves out; null where no chain is known to be left out. */
  readonly lengthCuts: LengthCuts | null;
}

/** What is known before any search. */
export const NOTHING_ADVISED: AdvisedLength = {
  maxLength: 0,
  minProbability: 0,
  advised: 0,
  advisedIsLowerBound: true,
  lengthCuts: null,
};
