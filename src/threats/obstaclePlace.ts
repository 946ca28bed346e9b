import { ANY_COMPONENT } from '../chains/bannedSequences';
import type { CutRelation } from '../chains/why';
import { componentPlace, recordPlace, relationPlace } from '../checks/places';
import type { StepRule } from '../formats/settings';
import type { StrideType } from '../formats/stride';
import type { Filter, Model } from '../model/model';
import { type Origins, type Place, ratingPlace } from '../model/origins';

/**
 * Where the text says what stands in the way at a relation: the component that is out of scope, the filter (where only
 * one can ban the step), the cell with `none`; else where the component is said to have the interface.
 * @param computed the types for which it stands in the way, and the rule that says by which types steps are rated
 */
export function obstaclePlace(
  model: Model,
  origins: Origins,
  { component, interface: name, obstacles }: CutRelation,
  { types, stepRule }: { readonly types: readonly StrideType[]; readonly stepRule: StepRule },
): Place | undefined {
  const [first] = obstacles;
  const own =
    first === 'EXT'
      ? componentPlace(origins, component)
      : first === 'filter'
        ? onlyFilterPlace(model, origins, component)
        : first === 'none'
          ? nonePlace(model, origins, component, name, stepRule === 'elevation' ? [...types, 'E'] : types)
          : undefined;
  return own ?? relationPlace(origins, component, name);
}

function onlyFilterPlace({ filters }: Model, origins: Origins, component: string): Place | undefined {
  const found = filters.flatMap((filter, index) => (canEndAt(filter, component) ? [index] : []));
  const origin = found.length === 1 ? origins.filters[found[0] as number] : undefined;
  return origin && recordPlace(origins, origin);
}

/** Whether a sequence that the filter bans can end with the component. */
function canEndAt(filter: Filter, component: string): boolean {
  switch (filter.kind) {
    case 'banned': {
      const last = filter.sequence.at(-1);
      return last === component || last === ANY_COMPONENT;
    }
    case 'oneWay':
      return filter.from === component;
    case 'only':
      return filter.from !== component && !filter.to.includes(component);
  }
}

/** The cell that says none for one of the types. */
function nonePlace(
  { components }: Model,
  origins: Origins,
  component: string,
  name: string,
  types: readonly StrideType[],
): Place | undefined {
  const relation = components.get(component)?.relations.get(name);
  for (const type of types) {
    const rating = relation?.ratings[type];
    if (relation && rating?.score === 0) {
      return ratingPlace(origins, relation, type, rating);
    }
  }
  return undefined;
}
