import type { StrideType } from '../formats/stride';
import { compareCodePoints } from '../text/compare';
import { typesAskedOf } from './askedTypes';
import type { Model, Relation } from './model';

/** A relation that lacks ratings. */
export interface UnratedRelation {
  readonly relation: Relation;
  /** Types asked for that nothing rates; never empty. */
  readonly missing: readonly StrideType[];
}

/** The relations that need a rating and lack some: those that lack most first, then by name. */
export function unratedRelations(model: Model): UnratedRelation[] {
  const askedOf = typesAskedOf(model);
  return [...model.components.values()]
    .filter(({ virtual, external }) => !virtual && !external)
    .flatMap((component) => {
      const asked = askedOf(component);
      return [...component.relations.values()].map((relation) => ({
        relation,
        missing: asked.filter((type) => relation.ratings[type] === undefined),
      }));
    })
    .filter(({ missing }) => missing.length > 0)
    .sort(
      (a, b) =>
        b.missing.length - a.missing.length ||
        compareCodePoints(a.relation.component, b.relation.component) ||
        compareCodePoints(a.relation.interface, b.relation.interface),
    );
}
