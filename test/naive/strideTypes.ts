import { splitCell } from './csvTable';
import { STRIDE } from './types';
import type { StrideType } from './types';

const NAMES: readonly (readonly [StrideType, string])[] = [
  ['S', 'spoofing'],
  ['T', 'tampering'],
  ['R', 'repudiation'],
  ['I', 'information disclosure'],
  ['D', 'denial of service'],
  ['E', 'elevation of privilege'],
];

/** The type that a letter or a name stands for, in any case. */
export function typeOf(text: string): StrideType | undefined {
  const word = text.toLowerCase();
  return NAMES.find(([letter, name]) => word === name || word === letter.toLowerCase())?.[0];
}

/** The types that threaten an asset: those that its records name; if they leave none, all. */
export function typesOf(texts: readonly string[]): StrideType[] {
  const named = texts.map(typeOf);
  return named.some((type) => type !== undefined)
    ? STRIDE.filter((type) => named.includes(type))
    : [...STRIDE];
}

/** The parts of a cell: split at separators, then at blanks except inside a name, the longest first. */
export function splitTypes(cell: string): string[] {
  return splitCell(cell, ',;\n\r').flatMap((item) => splitWords(item.split(/\s+/)));
}

function splitWords(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const longest = [3, 2, 1].find((count) => typeOf(words.slice(0, count).join(' ')) !== undefined) ?? 1;
  return [words.slice(0, longest).join(' '), ...splitWords(words.slice(longest))];
}
