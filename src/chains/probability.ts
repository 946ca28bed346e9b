/**
 * P of a chain: the product of its rated steps' tenths, multiplied from the entry on, divided once by 10^(2n-1),
 * which is p_1 * ... * p_n * 10^(1-n).
 * @param ratedSteps n, at least 1
 */
export function chainProbability(productOfTenths: number, ratedSteps: number): number {
  return productOfTenths / probabilityDivisor(ratedSteps);
}

/** 10^(2n-1) for n rated steps, as the nearest double; 0.1 for none, so that an empty product stands for P = 10. */
export function probabilityDivisor(ratedSteps: number): number {
  return Number(`1e${2 * ratedSteps - 1}`);
}

/** Divisors for 0 to `most` rated steps. */
export function probabilityDivisors(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, ratedSteps) => probabilityDivisor(ratedSteps));
}
