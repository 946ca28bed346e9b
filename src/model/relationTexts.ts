import type { RatingRecord } from '../formats/records';
import { isStrideType, type StrideType } from '../formats/stride';
import type { Origin } from './origins';

/** What is said of a relation beside its ratings. */
export type RelationText = 'note' | 'status' | 'ref';

/** A text of a record, and the one that counts instead of it, if there is one. */
export interface CountedText {
  readonly origin: Origin<RatingRecord>;
  readonly first: Origin<RatingRecord> | undefined;
}

/**
 * The texts of a relation, and of two about the same which one counts: the first. A record that rates one type, as a
 * row of a long table does, speaks of that type only, any other of the relation as a whole.
 */
export function countTexts(records: readonly Origin<RatingRecord>[], key: RelationText): CountedText[] {
  // At most one per type, or one for all.
  const counting: Origin<RatingRecord>[] = [];
  return records.flatMap((origin) => {
    if (!origin.record[key]) {
      return [];
    }
    const type = onlyType(origin.record);
    const first = counting.find(({ record }) => {
      const other = onlyType(record);
      return type === undefined || other === undefined || type === other;
    });
    if (!first) {
      counting.push(origin);
    }
    return [{ origin, first }];
  });
}

/** The texts of a relation that count, each once. */
export function relationTexts(records: readonly Origin<RatingRecord>[], key: RelationText): string[] {
  const counting = countTexts(records, key).filter(({ first }) => !first);
  return [...new Set(counting.flatMap(({ origin }) => origin.record[key]?.value ?? []))];
}

function onlyType({ cells }: RatingRecord): StrideType | undefined {
  const [key, ...others] = Object.keys(cells);
  return key !== undefined && others.length === 0 && isStrideType(key) ? key : undefined;
}
