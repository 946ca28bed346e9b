import type { Finding } from '../../formats/finding';
import type { LocatedText } from '../../formats/records';
import { NameSuggester } from '../nameSuggester';
import type { Rule } from '../rule';
import { nearestNameFix, unknownName } from '../unknownName';
import { formatOf } from '../yamlFix';

/** An interface that is marked or rated, but that no component has. */
export const unknownInterface: Rule = {
  code: 'unknown-interface',
  check: ({ model, origins }) => {
    const suggester = new NameSuggester();
    const findings: Finding[] = [];
    const look = (file: string, name: LocatedText, component?: string): void => {
      if (!model.interfaces.has(name.value)) {
        // What the component does have is the likelier meaning.
        const own = component === undefined ? undefined : model.components.get(component)?.relations;
        const found = unknownName(
          'unknown-interface',
          file,
          name,
          suggester.suggest(name.value, own) ?? suggester.suggest(name.value, model.interfaces),
          'No component has an interface "{name}"',
          'add it to the interfaces of a component, or correct the name.',
        );
        findings.push(component === undefined ? found : { ...found, data: { ...found.data, component } });
      }
    };
    for (const { file, ratings, interfaces } of origins.files) {
      for (const { name } of interfaces) {
        look(file, name);
      }
      for (const rating of ratings) {
        if (model.components.has(rating.component.value)) {
          look(file, rating.interface, rating.component.value);
        }
      }
    }
    return findings;
  },
  fixes: (finding, context) => {
    const { origins } = context;
    const { nearest = '', component } = finding.data;
    const others =
      component === undefined
        ? (origins.interfaces.get(nearest) ?? [])
        : (origins.ratings.get(component)?.get(nearest) ?? []);
    // A second equal key in one YAML map would be another error.
    const clashes =
      formatOf(origins, finding.file) === 'yaml' && others.some(({ file }) => file === finding.file);
    return clashes ? [] : nearestNameFix(finding, context, true);
  },
};
