import { STRIDE } from './types';
import type { NaiveChain } from './types';

/** Compares two texts code point by code point; a prefix comes before its extension. */
export function compareText(left: string, right: string): number {
  const a = [...left].map((character) => character.codePointAt(0) ?? 0);
  const b = [...right].map((character) => character.codePointAt(0) ?? 0);
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Compares two paths name by name. */
export function comparePath(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareText(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The order of chains: P, fewer rated steps, path, asset id, type. */
export function compareChains(left: NaiveChain, right: NaiveChain): number {
  return (
    right.probability - left.probability ||
    left.steps.length - right.steps.length ||
    comparePath(left.path, right.path) ||
    compareText(left.asset.id, right.asset.id) ||
    STRIDE.indexOf(left.type) - STRIDE.indexOf(right.type)
  );
}
