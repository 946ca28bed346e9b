/**
 * 10^(2n-1) for n rated steps, as the nearest double; 0.1 for none, so that an empty product stands for P = 10.
 * P of a chain is the product of its rated steps' tenths, multiplied from the entry on, divided once by this, which
 * is p_1 * ... * p_n * 10^(1-n).
 */
function probabilityDivisor(ratedSteps: number): number {
  return Number(`1e${2 * ratedSteps - 1}`);
}

/** Divisors for 0 to `most` rated steps. */
export function probabilityDivisors(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, ratedSteps) => probabilityDivisor(ratedSteps));
}

/** The smallest product of tenths whose P, the quotient as a double, is at least `probability`. */
export function smallestProduct(probability: number, divisor: number): number {
  // Bits of positive doubles compare like the doubles, and quotients grow with products: a binary search over bits.
  const cell = new DataView(new ArrayBuffer(8));
  const product = (bits: bigint): number => {
    cell.setBigUint64(0, bits);
    return cell.getFloat64(0);
  };
  let low = 0n;
  let high = INFINITY_BITS;
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (product(middle) / divisor >= probability) {
      high = middle;
    } else {
      low = middle + 1n;
    }
  }
  return product(low);
}

const INFINITY_BITS = 0x7ff0_0000_0000_0000n;
