/** A count with thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** P for people: four significant digits; files get the full number. */
export function shortProbability(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/**
 * `3 chains`, `at least 3 chains`; where a search ended before it had found one, `no chain found so far`.
 * @param isLowerBound whether there may be more than `value`
 */
export function pluralSoFar(value: number, isLowerBound: boolean, one: string): string {
  if (isLowerBound && value === 0) {
    return `no ${one} found so far`;
  }
  return `${isLowerBound ? 'at least ' : ''}${plural(value, one)}`;
}

/** `3 chains`, `1 chain`. */
export function plural(value: number, one: string): string {
  return `${count(value)} ${one}${value === 1 ? '' : 's'}`;
}
