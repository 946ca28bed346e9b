import { isVirtual } from './model';
import type { NaiveComponent } from './types';

/** Whether a banned sequence occurs in the components of a finished chain. */
export function isBanned(
  sequence: readonly string[],
  chain: readonly NaiveComponent[],
  virtualNames: ReadonlySet<string>,
): boolean {
  const namesVirtual = sequence.some((name) => virtualNames.has(name));
  const compared = chain.filter((component) => namesVirtual || !isVirtual(component));
  for (let start = 0; start + sequence.length <= compared.length; start += 1) {
    const matches = sequence.every((name, offset) => name === '*' || name === compared[start + offset]?.name);
    if (matches) return true;
  }
  return false;
}
