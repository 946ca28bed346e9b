import { compile } from '../../chains/compile';
import { filterComponents, FilterReach } from '../../chains/filterReach';
import { chainOptions } from '../../chains/options';
import { finding } from '../../formats/finding';
import { filterText, removeFilterFix } from '../filterFix';
import { recordPlace } from '../places';
import type { ComputedContext, Rule } from '../rule';

/** A filter whose paths the ratings block anyway. */
export const idleFilter: Rule<ComputedContext> = {
  code: 'idle-filter',
  check: ({ model, origins }) => {
    if (model.filters.length === 0) {
      return [];
    }
    // The settings decide, not what one computation was narrowed down to.
    const options = chainOptions(model.settings);
    const reach = new FilterReach(compile({ ...model, filters: [] }, options));
    const matchesRatedWalk = reach.ratedWalkTest(options);
    return model.filters.flatMap((filter, index) => {
      const origin = origins.filters[index];
      const known = filterComponents(filter).every((name) => model.components.has(name));
      if (!origin || !known || matchesRatedWalk(filter) || !reach.matchesWalk(filter)) {
        return [];
      }
      const place = recordPlace(origins, origin);
      const reason =
        'No chain is lost to the filter {filter}: ratings block the paths that it matches, or no attack takes them';
      const template =
        filter.kind === 'only'
          ? `${reason}; check the ratings along its path, or keep it for what is still to come.`
          : `${reason}; remove it, or check the ratings along its path.`;
      return [finding('idle-filter', place, template, { filter: filterText(filter) })];
    });
  },
  fixes: removeFilterFix,
};
