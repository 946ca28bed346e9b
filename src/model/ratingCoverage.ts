import type { StrideType } from '../formats/stride';
import { askedTypes, ratesOnlySteps, typesAskedOf } from './askedTypes';
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
  /** Only where it rates the steps before the last, and no chain is of that type. */
  readonly onlySteps?: true;
}

/** Counts the rated relations per type asked for; those of Virtual and external components need no rating. */
export function ratingCoverage(model: Model): TypeCoverage[] {
  const askedOf = typesAskedOf(model);
  const relations = [...model.components.values()].flatMap((component) => {
    const asked = component.virtual || component.external ? [] : askedOf(component);
    return [...component.relations.values()].map(({ ratings }) => ({ ratings, asked }));
  });
  return askedTypes(model).map((type) => {
    const ratings = relations.flatMap((relation) =>
      relation.asked.includes(type) ? [relation.ratings[type]] : [],
    );
    const rated = ratings.filter((rating) => rating !== undefined && rating.score > 0).length;
    const missing = ratings.filter((rating) => rating === undefined).length;
    return {
      type,
      rated,
      none: ratings.length - rated - missing,
      missing,
      ...(ratesOnlySteps(model, type) && { onlySteps: true as const }),
    };
  });
}
