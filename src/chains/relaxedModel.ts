import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import type { Component, Model, Rating, Relation } from '../model/model';
import type { StepObstacle } from './walk';

/** A model as if one kind of obstacle did not exist: what it would open is open. */
export function relaxedModel(model: Model, obstacle: StepObstacle): Model {
  switch (obstacle) {
    case 'filter':
      return { ...model, filters: [] };
    case 'EXT':
      return withComponents(model, (component) => ({ ...component, external: false }));
    case 'none':
      return withRatings(model, (rating) => rating !== undefined && rating.score === 0);
    case 'missing-rating':
      return withRatings(model, (rating) => rating === undefined);
  }
}

const OPEN: Rating = { score: 10, vector: undefined, none: false, rule: undefined, cell: 0, techniques: [] };

function withRatings(model: Model, isReplaced: (rating: Rating | undefined) => boolean): Model {
  const openRelation = (relation: Relation): Relation => {
    const opened = STRIDE_TYPES.filter((type) => isReplaced(relation.ratings[type])).map(
      (type): [StrideType, Rating] => [type, OPEN],
    );
    return { ...relation, ratings: { ...relation.ratings, ...Object.fromEntries(opened) } };
  };
  return withComponents(model, (component) =>
    component.virtual
      ? component
      : {
          ...component,
          relations: new Map(
            [...component.relations].map(([name, relation]) => [name, openRelation(relation)]),
          ),
        },
  );
}

function withComponents(model: Model, change: (component: Component) => Component): Model {
  const components = [...model.components].map(([name, component]): [string, Component] => [
    name,
    change(component),
  ]);
  return { ...model, components: new Map(components) };
}
