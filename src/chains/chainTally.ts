import type { StrideType } from '../formats/stride';
import type { LengthCount } from './counts';
import type { ChainOptions } from './options';
import { probabilityDivisors, smallestProduct } from './probability';

/**
 * Counts chains and their lowest and highest P. Works on products of tenths: dividing by 10^(2n-1) keeps the
 * order, so only the extremes are ever divided.
 */
export class ChainTally {
  total = 0;
  /** By number of rated steps: the divisor of products, and the smallest product that reaches the minimum P. */
  readonly divisors: Float64Array;
  readonly minimum: Float64Array;
  /** Chains by depth (components before the last one) and mask of types: `depth * masks + mask`. */
  private readonly chainsByMask: Float64Array;
  /** Lowest and highest product by depth and number of rated steps: `depth * ratedCount + rated`. */
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  private readonly masks: number;
  private readonly ratedCount: number;
  private readonly maskSize: Uint8Array;
  private readonly countLimit: number;

  /** @param depthLimit most components of a chain */
  constructor(
    private readonly types: readonly StrideType[],
    readonly depthLimit: number,
    options: Pick<ChainOptions, 'minProbability' | 'countLimit'>,
  ) {
    this.masks = 1 << types.length;
    this.ratedCount = depthLimit + 1;
    this.chainsByMask = new Float64Array(depthLimit * this.masks);
    this.lowest = new Float64Array(depthLimit * this.ratedCount).fill(Number.POSITIVE_INFINITY);
    this.highest = new Float64Array(depthLimit * this.ratedCount);
    this.divisors = probabilityDivisors(depthLimit);
    this.minimum = this.divisors.map((divisor) => smallestProduct(options.minProbability, divisor));
    this.maskSize = Uint8Array.from({ length: this.masks }, (_, mask) => bitCount(mask));
    this.countLimit = options.countLimit;
  }

  /**
   * Counts the chains that end with one step; false where `countLimit` has come before the last of them.
   * @param chosen mask of their types
   * @param products of tenths, by type
   * @param holds targets of the component
   */
  add(depth: number, rated: number, chosen: number, products: Float64Array, holds: number): boolean {
    const chains = (this.maskSize[chosen] as number) * holds;
    if (this.total + chains > this.countLimit) {
      this.addUpToLimit(depth, rated, chosen, products, holds);
      return false;
    }
    this.total += chains;
    const counter = depth * this.masks + chosen;
    this.chainsByMask[counter] = (this.chainsByMask[counter] as number) + holds;
    for (let left = chosen; left !== 0; left &= left - 1) {
      this.compare(depth, rated, products[31 - Math.clz32(left & -left)] as number);
    }
    return true;
  }

  private addUpToLimit(
    depth: number,
    rated: number,
    chosen: number,
    products: Float64Array,
    holds: number,
  ): void {
    for (let target = 0; target < holds; target++) {
      for (let type = 0; type < this.types.length && this.total < this.countLimit; type++) {
        if (chosen & (1 << type)) {
          this.total++;
          const counter = depth * this.masks + (1 << type);
          this.chainsByMask[counter] = (this.chainsByMask[counter] as number) + 1;
          this.compare(depth, rated, products[type] as number);
        }
      }
    }
  }

  private compare(depth: number, rated: number, product: number): void {
    const cell = depth * this.ratedCount + rated;
    if (product < (this.lowest[cell] as number)) {
      this.lowest[cell] = product;
    }
    if (product > (this.highest[cell] as number)) {
      this.highest[cell] = product;
    }
  }

  /** Chains by type. */
  byType(): Map<StrideType, number> {
    return new Map(
      this.types.map((type, bit) => [type, this.sum((_, mask) => (mask & (1 << bit) ? 1 : 0))] as const),
    );
  }

  /** Chains by length, lengths without any left out. */
  byLength(): LengthCount[] {
    return Array.from({ length: this.depthLimit }, (_, depth) => ({
      length: 2 * depth + 1,
      chains: this.sum((at, mask) => (at === depth ? bitCount(mask) : 0)),
      lowest: Math.min(...this.extremes(this.lowest, depth)),
      highest: Math.max(...this.extremes(this.highest, depth)),
    })).filter(({ chains }) => chains > 0);
  }

  private sum(weight: (depth: number, mask: number) => number): number {
    return this.chainsByMask.reduce(
      (sum, chains, cell) => sum + chains * weight(Math.floor(cell / this.masks), cell & (this.masks - 1)),
      0,
    );
  }

  private extremes(products: Float64Array, depth: number): Float64Array {
    return products
      .slice(depth * this.ratedCount, (depth + 1) * this.ratedCount)
      .map((product, rated) => product / (this.divisors[rated] as number));
  }
}

/** Number of types in a mask. */
function bitCount(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) {
    count++;
  }
  return count;
}
