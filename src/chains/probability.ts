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
  let product = probability * divisor;
  while (product > 0 && neighbour(product, -1) / divisor >= probability) {
    product = neighbour(product, -1);
  }
  while (product / divisor < probability) {
    product = neighbour(product, 1);
  }
  return product;
}

/** The next double above or below a positive one. */
function neighbour(value: number, direction: 1 | -1): number {
  const cell = new DataView(new ArrayBuffer(8));
  cell.setFloat64(0, value);
  cell.setBigInt64(0, cell.getBigInt64(0) + BigInt(direction));
  return cell.getFloat64(0);
}
