import type { Finding } from '../../formats/finding';
import type { LocatedText } from '../../formats/records';
import { filterNames } from '../filterNames';
import { NameSuggester } from '../nameSuggester';
import type { Rule } from '../rule';
import { formatOf } from '../yamlFix';
import { firstTimes, nearestNameFix, unknownName } from '../unknownName';

/** A component that is rated, filtered or reached by an entry, but declared nowhere. */
export const unknownComponent: Rule = {
  code: 'unknown-component',
  check: ({ model: { components }, origins }) => {
    const suggester = new NameSuggester();
    const isFirst = firstTimes();
    const findings: Finding[] = [];
    const look = (file: string, name: LocatedText, isKey: boolean): void => {
      if (!components.has(name.value) && isFirst(file, name)) {
        const found = unknownName(
          'unknown-component',
          file,
          name,
          suggester.suggest(name.value, components),
          'There is no component "{name}"',
          'declare it under components, or correct the name.',
        );
        findings.push(isKey ? { ...found, data: { ...found.data, key: 'true' } } : found);
      }
    };
    for (const { file, ratings, interfaces, filters } of origins.files) {
      ratings.forEach(({ component }) => look(file, component, true));
      interfaces.forEach(({ into }) => into.forEach((name) => look(file, name, false)));
      filters.flatMap(filterNames).forEach((name) => look(file, name, false));
    }
    return findings;
  },
  fixes: (finding, context) => {
    const { data, file } = finding;
    const isKey = data['key'] === 'true';
    const rated = [...(context.origins.ratings.get(data['nearest'] ?? '')?.values() ?? [])].flat();
    // A second equal key in one YAML file would be another error.
    const clashes =
      isKey && rated.some((origin) => origin.file === file) && formatOf(context.origins, file) === 'yaml';
    return clashes ? [] : nearestNameFix(finding, context, isKey);
  },
};
