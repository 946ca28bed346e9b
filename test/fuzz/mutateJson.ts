import { oddText } from './oddTexts';
import type { Choices } from './random';

/** Any value of a JSON file. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

interface Spot {
  readonly value: Json;
  readonly put: (value: Json) => void;
  readonly remove: () => void;
}

/** A JSON text with one to four of its values changed, taken out, doubled, or exchanged. */
export function mutateJson(text: string, choices: Choices): string {
  const root = JSON.parse(text) as Json;
  for (let count = 1 + choices.below(4); count > 0; count--) {
    const spots = spotsOf(root);
    const spot = choices.of(spots);
    const other = choices.of(spots);
    if (!spot || !other) {
      break;
    }
    switch (choices.below(6)) {
      case 0:
        spot.remove();
        break;
      case 1:
        spot.put(structuredClone(other.value));
        break;
      case 2:
        spot.put(Array.isArray(spot.value) ? [...spot.value, ...structuredClone(spot.value)] : [spot.value]);
        break;
      case 3:
        spot.put(choices.of<Json>([null, true, 0, -1, 1e300, '', [], {}]));
        break;
      default:
        spot.put(oddText(choices));
    }
  }
  return JSON.stringify(root, undefined, choices.chance(0.5) ? 2 : 0);
}

function spotsOf(value: Json): Spot[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => [
      {
        value: item,
        put: (next: Json) => {
          value[index] = next;
        },
        remove: () => {
          value.splice(index, 1);
        },
      },
      ...spotsOf(item),
    ]);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) => [
    {
      value: item,
      put: (next: Json) => {
        value[key] = next;
      },
      remove: () => {
        delete value[key];
      },
    },
    ...spotsOf(item),
  ]);
}
