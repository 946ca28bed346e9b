import { NAMED_KINDS } from '../model/mentions';

/** Everything a token can be, in the order of the legend. */
export const TOKEN_TYPES = [
  ...NAMED_KINDS,
  'label',
  'column',
  'strideType',
  'cvssVersion',
  'cvssMetric',
  'cvssValue',
  'score',
  'none',
  'technique',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** What can be said of a token besides, in the order of the legend. */
export const TOKEN_MODIFIERS = ['declaration', 'virtual', 'external', 'pattern'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
