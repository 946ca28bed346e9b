import { finding } from '../../formats/finding';
import { entryPoints } from '../../model/entryPoints';
import { entryFix } from '../entryFix';
import { relationPlace } from '../places';
import type { Rule } from '../rule';

/** An interface of one component at which no chain begins: nothing comes or goes through it. */
export const orphanInterface: Rule = {
  code: 'orphan-interface',
  check: ({ model, origins }) => {
    const entries = new Set(entryPoints(model));
    return [...model.interfaces.values()].flatMap((candidate) => {
      const [name, second] = candidate.components;
      const component = second === undefined && name !== undefined ? model.components.get(name) : undefined;
      // A Virtual component's loose end is reported with that component; an EXT one takes no part at all.
      if (!component || component.virtual || component.external || entries.has(candidate)) {
        return [];
      }
      const args = { interface: candidate.name, component: component.name };
      const place = relationPlace(origins, component.name, candidate.name);
      const template =
        'Only "{component}" has "{interface}", and it is no entry, so nothing comes through it; mark it as an entry, give it to the component at the other end, or remove it.';
      return place ? [finding('orphan-interface', place, template, args, { data: args })] : [];
    });
  },
  fixes: ({ data }, { origins }) => [entryFix(origins, data.interface ?? '', data.component)],
};
