import { isVirtual } from './model';
import type { NaiveComponent, NaiveModel } from './types';

/** A test for rows of components: whether one of the model's banned sequences occurs in them. */
export function bansOf(model: NaiveModel): (components: readonly NaiveComponent[]) => boolean {
  const virtualNames = new Set(model.components.filter(isVirtual).map((one) => one.name));
  return (components) => model.banned.some((sequence) => occurs(sequence, components, virtualNames));
}

function occurs(
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
