import { finding, type Fix } from '../../formats/finding';
import { setYamlValue } from '../../formats/yaml/editYaml';
import type { Interface, Model } from '../../model/model';
import { placeOf } from '../../model/origins';
import { listNames } from '../../text/listNames';
import { interfaceFile } from '../entryFix';
import { interfaceRecords } from '../places';
import type { CheckContext, Rule } from '../rule';
import { yamlFix } from '../yamlFix';

const OFFERED = 5;

/** An entry that two devices share, without a word on which of them an outsider reaches. */
export const sharedEntry: Rule = {
  code: 'shared-entry',
  check: ({ model, origins }) =>
    [...model.interfaces.values()].flatMap((entry) => {
      if (entry.entry !== true || entry.into.length > 0) {
        return [];
      }
      const shared = devices(model, entry);
      const origin = interfaceRecords(origins, entry.name).find(({ record }) => record.entry?.value === true);
      const template =
        'The entry "{interface}" is shared by the devices {devices}, and an outsider is taken to reach each of them; say with "into" which are reached, so that the interface can also be used later in a chain.';
      return origin && shared.length >= 2
        ? [
            finding(
              'shared-entry',
              placeOf(origin.file, origin.record.name),
              template,
              { interface: entry.name, devices: listNames(shared) },
              { data: { interface: entry.name } },
            ),
          ]
        : [];
    }),
  fixes: ({ data }, context) => {
    const entry = context.model.interfaces.get(data.interface ?? '');
    if (!entry) {
      return [];
    }
    const single = devices(context.model, entry).slice(0, OFFERED);
    const all = entry.components.filter((name) => context.model.components.get(name)?.external === false);
    return [...single.map((name) => intoFix(context, entry, [name])), intoFix(context, entry, all)];
  },
};

/** The components of an interface that are neither channels nor joints nor out of scope. */
function devices(model: Model, { components }: Interface): string[] {
  return components.filter((name) => {
    const component = model.components.get(name);
    return component && !component.virtual && !component.external && !component.labels.has('Communication');
  });
}

function intoFix({ origins }: CheckContext, entry: Interface, components: readonly string[]): Fix {
  const title = {
    template: 'Let outsiders reach {components} through "{interface}"',
    args: { interface: entry.name, components: listNames(components.map((name) => `"${name}"`)) },
  };
  const file = interfaceFile(origins, entry.name, components[0]);
  return yamlFix(origins, file, title, [
    (text) => setYamlValue(text, ['interfaces', entry.name, 'into'], components),
  ]);
}
