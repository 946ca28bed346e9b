import { nearestName } from '../text/nearest';
import { STRIDE_TYPES, strideName, type StrideType } from './stride';

/** The type that a word stands for: its letter or its full name, in any case. */
export function strideTypeOf(word: string): StrideType | undefined {
  const lower = word.toLowerCase();
  return STRIDE_TYPES.find(
    (type) => type.toLowerCase() === lower || strideName(type).toLowerCase() === lower,
  );
}

/** The full name of a type that a misspelt one is near to. */
export function nearestStrideName(word: string): string | undefined {
  const lower = word.toLowerCase();
  const near = nearestName(
    lower,
    STRIDE_TYPES.map((type) => strideName(type).toLowerCase()),
  );
  const type = near === undefined ? undefined : strideTypeOf(near);
  return type && strideName(type);
}
