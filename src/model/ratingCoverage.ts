import type { StrideType } from '../formats/stride';
import { askedTypes } from './askedTypes';
import type { Model } from './model';

/** How many of the relations that need a rating have one. */
export interface TypeCoverage {
  readonly type: StrideType;
  /** Above 0. */
  readonly rated: number;
  /** Considered and not possible: `none`, or 0, which blocks the type in the same way. */
  readonly none: number;
  /** Without a valid rating of their own or by rule. */
  readonly missing: number;
}

/** Counts the rated relations per type asked for; those of Virtual and external components need no rating. */
export function ratingCoverage(model: Model): TypeCoverage[] {
  const relations = [...model.components.values()].flatMap(({ virtual, external, relations: own }) =>
    virtual || external ? [] : [...own.values()],
  );
  return askedTypes(model).map((type) => {
    const ratings = relations.map((relation) => relation.ratings[type]);
    const rated = ratings.filter((rating) => rating !== undefined && rating.score > 0).length;
    const missing = ratings.filter((rating) => rating === undefined).length;
    return { type, rated, none: ratings.length - rated - missing, missing };
  });
}
