import type { Chain } from '../chains/chain';
import { strideName } from '../formats/stride';
import { plural, shortProbability } from '../text/numbers';

/** What a chain that is lit in a drawing does, and how bad that is, in two lines. */
export function chainCaption({ asset, target, type, probability, rating, entry, steps }: Chain): string[] {
  return [
    `${strideName(type)}: ${asset.name} of ${target.name}`,
    `P ${shortProbability(probability)}, ${rating}; ${plural(steps.length, 'step')} from ${entry}`,
  ];
}
