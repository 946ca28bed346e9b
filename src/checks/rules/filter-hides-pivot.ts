import { compile } from '../../chains/compile';
import { HiddenPivots } from '../../chains/hiddenPivots';
import { chainOptions } from '../../chains/options';
import { finding } from '../../formats/finding';
import { filterText } from '../filterFix';
import { componentPlace, recordPlace } from '../places';
import type { Rule } from '../rule';

/** A filter that hides an attack, because no chain passes a component twice. */
export const filterHidesPivot: Rule = {
  code: 'filter-hides-pivot',
  check: ({ model, origins }) => {
    if (model.filters.length === 0 || model.settings.uniqueness !== 'nodes') {
      return [];
    }
    const { stepRule, stride } = model.settings;
    const types = stepRule === 'elevation' ? [...stride, 'E' as const] : stride;
    const pivots = new HiddenPivots(compile(model, chainOptions(model.settings, { types: [] })), types);
    return model.filters.flatMap((filter, index) => {
      const origin = origins.filters[index];
      const pivot = origin && pivots.find(filter);
      if (!origin || !pivot) {
        return [];
      }
      const template =
        'The filter {filter} hides an attack: from "{from}" through "{hub}" to "{over}", and from there through "{hub}" to "{to}". No chain passes a component twice; model what "{hub}" joins as an interface that "{over}" and "{to}" share, or allow the way.';
      const place = componentPlace(origins, pivot.hub);
      const message = { template: '"{hub}" would be passed twice', args: { hub: pivot.hub } };
      return [
        finding(
          'filter-hides-pivot',
          recordPlace(origins, origin),
          template,
          { filter: filterText(filter), ...pivot },
          { related: place ? [{ ...place, message }] : [] },
        ),
      ];
    });
  },
};
