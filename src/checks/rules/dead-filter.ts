import { compile } from '../../chains/compile';
import { filterComponents, FilterReach } from '../../chains/filterReach';
import { chainOptions } from '../../chains/options';
import { finding } from '../../formats/finding';
import type { Filter } from '../../model/model';
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
    const reach = new FilterReach(
      compile({ ...model, filters: [] }, chainOptions(model.settings, { types: [] })),
    );
    return model.filters.flatMap((filter, index) => {
      const origin = origins.filters[index];
      // A name that no component has is an error of its own.
      const known = filterComponents(filter).every((name) => model.components.has(name));
      if (!origin || !known || reach.matchesWalk(walked(filter))) {
        return [];
      }
      const place = recordPlace(origins, origin);
      const args = filter.kind === 'only' ? { from: filter.from, via: filter.via } : {};
      const template =
        filter.kind === 'only'
          ? 'No path leads from "{from}" straight into "{via}", so the filter {filter} permits and forbids nothing; correct its components, or connect them.'
          : 'No path through the graph matches the filter {filter}, so it does nothing; correct its components, or remove it.';
      return [finding('dead-filter', place, template, { filter: filterText(filter), ...args })];
    });
  },
  fixes: removeFilterFix,
};

/**
 * The sequence without which a filter does nothing. An `only` that permits all neighbours of today is closed for those
 * of tomorrow, so that it takes a way from `from` into `via` and no more.
 */
function walked(filter: Filter): Filter {
  return filter.kind === 'only' ? { kind: 'banned', sequence: [filter.from, filter.via] } : filter;
}
