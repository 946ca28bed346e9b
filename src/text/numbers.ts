/** A count with thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** P for people: four significant digits; files get the full number. */
export function shortProbability(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** `3 chains`, `1 chain`. */
export function plural(value: number, one: string): string {
  return `${count(value)} ${one}${value === 1 ? '' : 's'}`;
}
