import { ratingText } from '../checks/ratingTexts';
import type { StrideType } from '../formats/stride';
import { typesAskedOf } from '../model/askedTypes';
import type { Snapshot } from '../workspace/snapshot';

/** A relation that can be rated, and what is known of it. */
export interface RatableRelation {
  readonly component: string;
  readonly interface: string;
  /** The types that the model asks for and that nothing rates. */
  readonly missing: readonly StrideType[];
  /** Of the types asked for: by the relation itself or by a rule. */
  readonly rated: readonly {
    readonly type: StrideType;
    /** As written. */
    readonly text: string;
    readonly score: number;
  }[];
}

/** The relations of a model that can be rated: those without any rating first, then those that lack some. */
export function ratableRelations({ model, origins }: Pick<Snapshot, 'model' | 'origins'>): RatableRelation[] {
  const askedOf = typesAskedOf(model);
  const all = [...model.components.values()].flatMap((holder) =>
    holder.virtual || holder.external
      ? []
      : [...holder.relations.values()].map((relation): RatableRelation => {
          const { component, interface: name, ratings } = relation;
          const asked = askedOf(holder);
          const rated = asked.flatMap((type) => {
            const score = ratings[type]?.score;
            const text = ratingText(origins, relation, type);
            return score === undefined || text === undefined ? [] : [{ type, text, score }];
          });
          const missing = asked.filter((type) => ratings[type] === undefined);
          return { component, interface: name, missing, rated };
        }),
  );
  return [0, 1, 2].flatMap((rank) => all.filter((relation) => rankOf(relation) === rank));
}

function rankOf({ missing, rated }: RatableRelation): number {
  return missing.length === 0 ? 2 : rated.length === 0 ? 0 : 1;
}
