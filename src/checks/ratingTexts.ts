import type { RatingCell } from '../formats/records';
import type { StrideType } from '../formats/stride';
import type { Model, Relation } from '../model/model';
import { type Origins, ratingOrigins } from '../model/origins';

/** How a relation's rating for a type is written, in its own cell or in that of its rule; undefined where there is none. */
export function ratingText(origins: Origins, relation: Relation, type: StrideType): string | undefined {
  const rating = relation.ratings[type];
  if (!rating) {
    return undefined;
  }
  if (rating.rule !== undefined) {
    const cells = origins.ratingRules[rating.rule]?.record.cells;
    const cell = cells?.[type] ?? cells?.all;
    return cell && cellText(cell);
  }
  const records = origins.ratings.get(relation.component)?.get(relation.interface) ?? [];
  const cell = ratingOrigins(records, type).find((candidate) => candidate.cell.value.kind !== 'invalid');
  return cell && cellText(cell.cell);
}

/** How a rating is written in any file: a spreadsheet's 7,1 is no score in YAML. */
export function cellText({ value, text }: RatingCell): string {
  return value.kind === 'score' ? String(value.score) : text;
}

/** The vector that rates most relations and types of a model; of equally frequent ones the first. */
export function mostUsedVector(model: Model): string | undefined {
  const counts = new Map<string, number>();
  for (const { relations } of model.components.values()) {
    for (const { ratings } of relations.values()) {
      for (const { vector } of Object.values(ratings)) {
        if (vector) {
          counts.set(vector.text, (counts.get(vector.text) ?? 0) + 1);
        }
      }
    }
  }
  let best: string | undefined;
  for (const [text, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) {
      best = text;
    }
  }
  return best;
}
