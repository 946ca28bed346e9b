import type { Located } from '../../text/range';
import { STRIDE_TYPES, strideName, type StrideType } from '../stride';
import { nearestStrideName, strideTypeOf } from '../strideWords';
import { type Cell, cellPart } from './cell';
import type { Row } from './row';
import { largest } from '../../text/arrays';

/** Most words that the name of a type has. */
const MOST_WORDS = largest(STRIDE_TYPES.map((type) => strideName(type).split(' ').length));

/**
 * The types in the column `STRIDE Types`: letters or names, split at `,` `;` and line breaks, then at blanks except
 * inside a name, the longest one first. What is none is reported and left out.
 */
export function readStrideTypes(row: Row): Located<StrideType>[] {
  const cell = row.cell('STRIDE Types');
  if (!cell) {
    return [];
  }
  return [...cell.value.matchAll(/[^,;\r\n]+/g)].flatMap(({ index, 0: part }) =>
    readPart(row, cell, index, part),
  );
}

function readPart(row: Row, cell: Cell, offset: number, part: string): Located<StrideType>[] {
  const words = [...part.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    word,
    start: offset + index,
    end: offset + index + word.length,
  }));
  const types: Located<StrideType>[] = [];
  let unread = words;
  while (unread[0]) {
    const found = longestName(unread.map(({ word }) => word));
    const taken = unread.slice(0, found?.words ?? 1);
    const { value, range, textStart } = cellPart(cell, unread[0].start, taken.at(-1)?.end ?? 0);
    if (found) {
      types.push({ value: found.type, range });
    } else {
      const nearest = textStart === undefined ? undefined : nearestStrideName(value);
      row.wrongType(
        { value, range },
        'A STRIDE type of an asset',
        'one of S, T, R, I, D, E or their full names',
        nearest,
      );
    }
    unread = unread.slice(taken.length);
  }
  return types;
}

/** The type that words begin with, and how many of them it takes. */
function longestName(words: readonly string[]): { type: StrideType; words: number } | undefined {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const type = strideTypeOf(words.slice(0, count).join(' '));
    if (type) {
      return { type, words: count };
    }
  }
  return undefined;
}
