import { ratingText } from '../checks/ratingTexts';
import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { askedTypes } from '../model/askedTypes';
import type { Snapshot } from '../workspace/snapshot';

/** A relation that can be rated, and what is known of it. */
export interface RatableRelation {
  readonly component: string;
  readonly interface: string;
  /** The types that the model asks for and that nothing rates. */
  readonly missing: readonly StrideType[];
  /** By the relation itself or by a rule. */
  readonly rated: readonly {
    readonly type: StrideType;
    /** As written. */
    readonly text: string;
    readonly score: number;
  }[];
}

/** The relations of a model that can be rated: those without any rating first, then those that lack some. */
export function ratableRelations({ model, origins }: Pick<Snapshot, 'model' | 'origins'>): RatableRelation[] {
  const asked = askedTypes(model);
  const all = [...model.components.values()].flatMap(({ relations, virtual, external }) =>
    virtual || external
      ? []
      : [...relations.values()].map((relation): RatableRelation => {
          const { component, interface: name, ratings } = relation;
          const rated = STRIDE_TYPES.flatMap((type) => {
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
