import { compile } from '../../chains/compile';
import { filterComponents, FilterReach } from '../../chains/filterReach';
import { chainOptions } from '../../chains/options';
import { finding } from '../../formats/finding';
import { filterText, removeFilterFix } from '../filterFix';
import { recordPlace } from '../places';
import type { Rule } from '../rule';

/** A filter that no walk through the graph matches. */
export const deadFilter: Rule = {
  code: 'dead-filter',
  check: ({ model, origins }) => {
    if (model.filters.length === 0) {
      return [];
    }
    const reach = new FilterReach(compile(model, chainOptions(model.settings, { types: [] })));
    return model.filters.flatMap((filter, index) => {
      const origin = origins.filters[index];
      // A name that no component has is an error of its own.
      const known = filterComponents(filter).every((name) => model.components.has(name));
      if (!origin || !known || reach.matchesWalk(filter)) {
        return [];
      }
      const place = recordPlace(origins, origin);
      const template =
        'No path through the graph matches the filter {filter}, so it does nothing; correct its components, or remove it.';
      return [finding('dead-filter', place, template, { filter: filterText(filter) })];
    });
  },
  fixes: removeFilterFix,
};
