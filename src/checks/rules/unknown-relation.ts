import type { Finding, Fix } from '../../formats/finding';
import { appendYamlItem } from '../../formats/yaml/editYaml';
import type { LocatedText } from '../../formats/records';
import { componentRecords } from '../places';
import type { CheckContext, Rule } from '../rule';
import { NameSuggester, nearestNameFix, unknownName } from '../unknownName';
import { formatOf, yamlFileOf, yamlFix } from '../yamlFix';

const PROBLEM = 'The component "{component}" has no interface "{interface}"';

/** A rating or an `into` of a component and an interface that both exist, but not together. */
export const unknownRelation: Rule = {
  code: 'unknown-relation',
  check: ({ model, origins }) => {
    const findings: Finding[] = [];
    const look = (
      file: string,
      at: LocatedText,
      component: string,
      name: string,
      suggestion: () => string | undefined,
    ): void => {
      const holder = model.components.get(component);
      if (holder && model.interfaces.has(name) && !holder.relations.has(name)) {
        const found = unknownName(
          'unknown-relation',
          file,
          at,
          suggestion(),
          PROBLEM,
          'add it to the interfaces of the component, or correct the name.',
          { component, interface: name },
        );
        findings.push({ ...found, data: { ...found.data, component, interface: name } });
      }
    };
    for (const { file, ratings, interfaces } of origins.files) {
      for (const { component, interface: name } of ratings) {
        look(file, name, component.value, name.value, () =>
          new NameSuggester(model.components.get(component.value)?.relations.keys() ?? []).suggest(
            name.value,
          ),
        );
      }
      for (const { name, into } of interfaces) {
        const holders = new NameSuggester(model.interfaces.get(name.value)?.components ?? []);
        for (const component of into) {
          look(file, component, component.value, name.value, () => holders.suggest(component.value));
        }
      }
    }
    return findings;
  },
  fixes: (finding, context) => {
    const { component, interface: name, nearest } = finding.data;
    if (component === undefined || name === undefined) {
      return [];
    }
    const isRating = finding.data['name'] === name;
    const rated = isRating ? (context.origins.ratings.get(component)?.get(nearest ?? '') ?? []) : [];
    const clashes =
      formatOf(context.origins, finding.file) === 'yaml' && rated.some(({ file }) => file === finding.file);
    return [
      ...(clashes ? [] : nearestNameFix(finding, context, isRating)),
      addInterfaceFix(context, component, name),
    ];
  },
};

function addInterfaceFix({ origins }: CheckContext, component: string, name: string): Fix {
  const title = {
    template: 'Add the interface "{interface}" to "{component}"',
    args: { component, interface: name },
  };
  const file = yamlFileOf(origins, componentRecords(origins, component));
  return yamlFix(origins, file, title, [
    (text) => appendYamlItem(text, ['components', component, 'interfaces'], name),
  ]);
}
