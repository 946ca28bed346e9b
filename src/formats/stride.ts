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

/** Whether a text is one of the six STRIDE letters. */
export function isStrideType(text: string): text is StrideType {
  return (STRIDE_TYPES as readonly string[]).includes(text);
}
