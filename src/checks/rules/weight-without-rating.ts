import { finding } from '../../formats/finding';
import { placeOf } from '../../model/origins';
import type { Rule } from '../rule';

/** An asset without the rating that turns P into a risk. */
export const weightWithoutRating: Rule = {
  code: 'weight-without-rating',
  check: ({ model, origins }) => {
    const { weight } = model.settings;
    if (weight === undefined) {
      return [];
    }
    return [...model.assets.values()].flatMap(({ id, name, component, ratings }) => {
      const holder = model.components.get(component);
      const first = origins.assets.get(id)?.[0]?.[0];
      // No chain ends at what is Virtual or out of scope.
      if (!first || !holder || holder.virtual || holder.external || ratings[weight] !== undefined) {
        return [];
      }
      const template =
        '"{asset}" of "{component}" has no rating {weight}, so its chains have no risk, and stand behind all others where chains are sorted by risk; rate it from 0 to 5.';
      const args = { asset: name, component, weight };
      return [finding('weight-without-rating', placeOf(first.file, first.record.name), template, args)];
    });
  },
};
