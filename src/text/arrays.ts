/** Adds items to the end of an array. Spread into `push`, very many of them would overflow the stack. */
export function addAll<Item>(target: { push(item: Item): unknown }, items: Iterable<Item>): void {
  for (const item of items) {
    target.push(item);
  }
}

/** The largest of some numbers, at least `least`. */
export function largest(values: Iterable<number>, least: number = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const value of values) {
    most = Math.max(most, value);
  }
  return most;
}

/** The smallest of some numbers; infinity where there are none. */
export function smallest(values: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
  }
  return least;
}
