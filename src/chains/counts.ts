import type { StrideType } from '../formats/stride';

/** Chains of one length. */
export interface LengthCount {
  /** HAS_INTERFACE relationships from entry to target. */
  readonly length: number;
  /** How many there are. */
  readonly chains: number;
  /** Lowest P among them. */
  readonly lowest: number;
  /** Highest P among them. */
  readonly highest: number;
}

/** How many chains there are. */
export interface ChainCounts {
  readonly total: number;
  /** There are more chains than `total`. */
  readonly totalIsLowerBound: boolean;
  /** The setting that ended the count; undefined where it came to its end, or was cancelled. */
  readonly endedBy?: 'countLimit' | 'searchLimit' | undefined;
  readonly byType: ReadonlyMap<StrideType, number>;
  /** By growing length, only lengths that occur. */
  readonly byLength: readonly LengthCount[];
}
