import { maxComponents } from '../../chains/options';
import { finding, type Fix } from '../../formats/finding';
import { MOST_LENGTH } from '../../formats/settings';
import { appendYamlItem, setYamlValue } from '../../formats/yaml/editYaml';
import { entryDistances } from '../../model/connectivity';
import { placeOf } from '../../model/origins';
import { entryFix, interfaceFile } from '../entryFix';
import type { CheckContext, Rule } from '../rule';
import { yamlFileOf, yamlFix } from '../yamlFix';

const OFFERED = 3;

/** An asset that no path within the length leads to, whatever is rated and filtered. */
export const unreachableAsset: Rule = {
  code: 'unreachable-asset',
  check: ({ model, origins }) => {
    const distances = entryDistances(model);
    const { maxLength } = model.settings;
    const limit = maxComponents(maxLength);
    return [...model.assets.values()].flatMap(({ id, name, component }) => {
      const holder = model.components.get(component);
      const distance = distances.get(component);
      const first = origins.assets.get(id)?.[0]?.[0];
      if (
        !first ||
        !holder ||
        holder.virtual ||
        holder.external ||
        (distance !== undefined && distance <= limit)
      ) {
        return [];
      }
      const place = placeOf(first.file, first.record.name);
      if (distance === undefined) {
        const template =
          'No path leads from an entry to "{component}", which holds "{asset}"; connect it, or mark the entry by which it is reached.';
        return [
          finding('unreachable-asset', place, template, { component, asset: name }, { data: { component } }),
        ];
      }
      const length = 2 * distance - 1;
      const template =
        length > MOST_LENGTH
          ? 'The shortest path from an entry to "{asset}" of "{component}" has length {length}, more than maxLength may ask for ({most}); mark a nearer entry.'
          : 'The shortest path from an entry to "{asset}" of "{component}" has length {length}, more than the maxLength of {maxLength}; raise maxLength to {length}, or mark a nearer entry.';
      return [
        finding(
          'unreachable-asset',
          place,
          template,
          { component, asset: name, length, maxLength, ...(length > MOST_LENGTH && { most: MOST_LENGTH }) },
          {
            data: { component, ...(length <= MOST_LENGTH && { length: String(length) }) },
          },
        ),
      ];
    });
  },
  fixes: ({ data }, context) => {
    const longer = data.length === undefined ? [] : [lengthFix(context, Number(data.length))];
    return [...longer, ...entryFixes(context, data.component ?? '')];
  },
};

function lengthFix({ origins }: CheckContext, length: number): Fix {
  const places = origins.files.filter(({ singlePlace }) =>
    singlePlace.some(({ key }) => key.value === 'settings'),
  );
  const title = { template: 'Raise maxLength to {length}', args: { length } };
  return yamlFix(origins, yamlFileOf(origins, places), title, [
    (text) => setYamlValue(text, ['settings', 'maxLength'], length),
  ]);
}

/** Lets an outsider in by an interface of the component itself. */
function entryFixes({ model, origins }: CheckContext, component: string): Fix[] {
  const names = [...(model.components.get(component)?.relations.keys() ?? [])].slice(0, OFFERED);
  return names.map((name) => {
    const mark = model.interfaces.get(name);
    if (mark?.entry !== true) {
      return entryFix(origins, name, component);
    }
    const title = {
      template: 'Let outsiders reach "{component}" through "{interface}"',
      args: { component, interface: name },
    };
    const file = interfaceFile(origins, name, component);
    return yamlFix(origins, file, title, [
      (text) => appendYamlItem(text, ['interfaces', name, 'into'], component),
    ]);
  });
}
