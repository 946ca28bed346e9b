import { nearestName } from '../text/nearest';

/** The STRIDE types in the order in which chains and columns list them. */
export const STRIDE_TYPES = ['S', 'T', 'R', 'I', 'D', 'E'] as const;

export type StrideType = (typeof STRIDE_TYPES)[number];

const NAMES: Readonly<Record<StrideType, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information Disclosure',
  D: 'Denial of Service',
  E: 'Elevation of Privilege',
};

/** Full name of a STRIDE type, e.g. "Tampering" for T. */
export function strideName(type: StrideType): string {
  return NAMES[type];
}

/** The type that a word stands for: its letter or its full name, in any case. */
export function strideTypeOf(word: string): StrideType | undefined {
  const lower = word.toLowerCase();
  return STRIDE_TYPES.find((type) => type.toLowerCase() === lower || NAMES[type].toLowerCase() === lower);
}

/** The full name of a type that a misspelt one is near to. */
export function nearestStrideName(word: string): string | undefined {
  const lower = word.toLowerCase();
  const near = nearestName(
    lower,
    STRIDE_TYPES.map((type) => NAMES[type].toLowerCase()),
  );
  const type = near === undefined ? undefined : strideTypeOf(near);
  return type && NAMES[type];
}

/** Whether a text is one of the six STRIDE letters. */
export function isStrideType(text: string): text is StrideType {
  return (STRIDE_TYPES as readonly string[]).includes(text);
}
