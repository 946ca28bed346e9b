/**
 * 10^(2n-1) for n rated steps, as the nearest double; 0.1 for none, so that an empty product stands for P = 10.
 * P of a chain is the product of its rated steps' tenths, multiplied from the entry on, divided once by this, which
 * is p_1 * ... * p_n * 10^(1-n).
 */
function probabilityDivisor(ratedSteps: number): number {
  return Number(`1e${2 * ratedSteps - 1}`);
}

/** Divisors for 0 to `most` rated steps. */
function probabilityDivisors(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, ratedSteps) => probabilityDivisor(ratedSteps));
}
