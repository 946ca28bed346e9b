import { finding, type Fix } from '../../formats/finding';
import { entryPoints } from '../../model/entryPoints';
import { entryFix } from '../entryFix';
import { NameSuggester } from '../nameSuggester';
import { relationPlace } from '../places';
import { renameFix } from '../renameFix';
import type { CheckContext, Rule } from '../rule';

/** An interface of one component at which no chain begins: nothing comes or goes through it. */
export const orphanInterface: Rule = {
  code: 'orphan-interface',
  check: ({ model, origins }) => {
    const entries = new Set(entryPoints(model));
    const suggester = new NameSuggester();
    return [...model.interfaces.values()].flatMap((candidate) => {
      const [name, second] = candidate.components;
      const component = second === undefined && name !== undefined ? model.components.get(name) : undefined;
      // A Virtual component's loose end is reported with that component; an EXT one takes no part at all.
      if (!component || component.virtual || component.external || entries.has(candidate)) {
        return [];
      }
      const near = suggester.suggest(candidate.name, model.interfaces);
      const nearest = near === undefined || component.relations.has(near) ? undefined : near;
      const args = { interface: candidate.name, component: component.name };
      const named = nearest === undefined ? args : { ...args, nearest };
      const place = relationPlace(origins, component.name, candidate.name);
      const template =
        nearest === undefined
          ? 'Only "{component}" has "{interface}", and it is no entry, so nothing comes through it; mark it as an entry, give it to the component at the other end, or remove it.'
          : 'Only "{component}" has "{interface}", and it is no entry, so nothing comes through it; did you mean "{nearest}"?';
      return place ? [finding('orphan-interface', place, template, named, { data: named })] : [];
    });
  },
  fixes: ({ data }, context) => [
    ...nearestFix(context, data.interface ?? '', data.nearest),
    entryFix(context.origins, data.interface ?? '', data.component),
  ],
};

/** Writes the interface that was meant wherever the orphan stands. */
function nearestFix({ origins }: CheckContext, name: string, nearest: string | undefined): Fix[] {
  const title = { template: 'Change "{name}" to "{nearest}"', args: { name, nearest: nearest ?? '' } };
  const fix = nearest === undefined ? undefined : renameFix(origins, title, 'interface', name, nearest);
  return fix ? [fix] : [];
}
