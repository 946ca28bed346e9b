import type { Finding, Fix } from '../../formats/finding';
import type { LocatedText } from '../../formats/records';
import { appendYamlItem } from '../../formats/yaml/editYaml';
import { type KnownNames, NameSuggester } from '../nameSuggester';
import { componentRecords } from '../places';
import type { CheckContext, Rule } from '../rule';
import { firstTimes, nearestNameFix, unknownName } from '../unknownName';
import { formatOf, yamlFileOf, yamlFix } from '../yamlFix';

/** A component and an interface that are taken for a relation. */
interface Pair {
  readonly component: string;
  readonly interface: string;
  /** Which of the two the finding stands at. */
  readonly wrong: 'component' | 'interface';
}

/** A rating or an `into` of a component and an interface that both exist, but not together. */
export const unknownRelation: Rule = {
  code: 'unknown-relation',
  check: ({ model, origins }) => {
    const suggester = new NameSuggester();
    const isFirst = firstTimes();
    const findings: Finding[] = [];
    const look = (file: string, at: LocatedText, pair: Pair, known: () => KnownNames | undefined): void => {
      const relations = model.components.get(pair.component)?.relations;
      const isUnknown = relations && !relations.has(pair.interface) && model.interfaces.has(pair.interface);
      if (isUnknown && isFirst(file, at, JSON.stringify(pair))) {
        const found = unknownName(
          'unknown-relation',
          file,
          at,
          suggester.suggest(at.value, known()),
          'The component "{component}" has no interface "{interface}"',
          'add it to the interfaces of the component, or correct the name.',
          { component: pair.component, interface: pair.interface },
        );
        findings.push({ ...found, data: { ...found.data, ...pair } });
      }
    };
    for (const { file, ratings, interfaces } of origins.files) {
      for (const { component, interface: name } of ratings) {
        const pair: Pair = { component: component.value, interface: name.value, wrong: 'interface' };
        look(file, name, pair, () => model.components.get(pair.component)?.relations);
      }
      for (const { name, into } of interfaces) {
        for (const component of into) {
          const pair: Pair = { component: component.value, interface: name.value, wrong: 'component' };
          look(file, component, pair, () => model.interfaces.get(pair.interface)?.components);
        }
      }
    }
    return findings;
  },
  fixes: (finding, context) => {
    const { component, interface: name } = finding.data;
    if (component === undefined || name === undefined) {
      return [];
    }
    return [
      ...(mustStay(finding, context)
        ? []
        : nearestNameFix(finding, context, finding.data['wrong'] === 'interface')),
      addInterfaceFix(context, component, name),
    ];
  },
};

/** Whether the nearest name would be wrong too: a second equal key of a YAML map, or in a row of other interfaces. */
function mustStay({ file, range, data }: Finding, { origins }: CheckContext): boolean {
  const { component = '', interface: name, nearest = '', wrong } = data;
  if (wrong === 'interface') {
    const rated = origins.ratings.get(component)?.get(nearest) ?? [];
    return formatOf(origins, file) === 'yaml' && rated.some((origin) => origin.file === file);
  }
  const records = origins.files.find((candidate) => candidate.file === file)?.interfaces ?? [];
  return records.some(
    (record) => record.name.value !== name && record.into.some((into) => into.range.start === range.start),
  );
}

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
