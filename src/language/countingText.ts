import { cellText, ratingText } from '../checks/ratingTexts';
import type { StrideType } from '../formats/stride';
import type { Relation } from '../model/model';
import { type Origins, ratingOrigins } from '../model/origins';

/** How the rating that counts for a type of a relation is written; undefined where there is none. */
export function countingText(origins: Origins, relation: Relation, type: StrideType): string | undefined {
  const rating = relation.ratings[type];
  if (!rating || rating.rule !== undefined) {
    return ratingText(origins, relation, type);
  }
  const records = origins.ratings.get(relation.component)?.get(relation.interface) ?? [];
  const origin = ratingOrigins(records, type)[rating.cell];
  return origin && cellText(origin.cell);
}
