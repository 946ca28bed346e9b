import { STRIDE_TYPES } from '../stride';
import type { LocatedText, RatingKey, TechniqueRecord } from '../records';
import { type Cell, cellPart } from './cell';
import { MOST_NAMES } from './listCell';
import type { Row } from './row';

const KEYS: readonly RatingKey[] = [...STRIDE_TYPES, 'all'];

/**
 * The techniques of a row: `E: T1068 T1078; D: T1499`, or a plain list. Ids without a type belong to the type before
 * them, and at the beginning to `plain`.
 */
export function readTechniques(row: Row, plain: RatingKey): TechniqueRecord[] {
  const cell = row.cell('Techniques');
  if (!cell) {
    return [];
  }
  const byType = new Map<RatingKey, LocatedText[]>();
  let type: RatingKey | undefined = plain;
  let count = 0;
  for (const match of cell.value.matchAll(/([^\s,;:]+)[ \t]*:|[^\s,;:]+/g)) {
    const [all, key] = match;
    const part = cellPart(cell, match.index, match.index + (key ?? all).length);
    if (++count > MOST_NAMES) {
      row.tooManyNames(part);
      break;
    }
    if (key !== undefined) {
      type = readKey(part, row);
    } else if (type !== undefined) {
      const ids = byType.get(type) ?? [];
      ids.push({ value: part.value, range: part.range });
      byType.set(type, ids);
    }
  }
  return [...byType].map(([key, ids]) => ({ type: key, ids }));
}

function readKey(part: Cell, row: Row): RatingKey | undefined {
  const key = KEYS.find((candidate) => candidate.toLowerCase() === part.value.toLowerCase());
  if (key === undefined) {
    row.wrongType(
      part,
      'What techniques are for',
      'one of S, T, R, I, D, E, all, as in "E: T1068 T1078; D: T1499"',
    );
  }
  return key;
}
