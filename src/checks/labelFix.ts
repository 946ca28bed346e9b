import type { Fix } from '../formats/finding';
import { appendYamlItem } from '../formats/yaml/editYaml';
import type { ComponentLabel } from '../model/labels';
import type { Origins } from '../model/origins';
import { componentRecords } from './places';
import { yamlFileOf, yamlFix } from './yamlFix';

/** Gives a component a label. @param template of the title; it may name {component} */
export function labelFix(origins: Origins, component: string, label: ComponentLabel, template: string): Fix {
  const title = { template, args: { component } };
  const file = yamlFileOf(origins, componentRecords(origins, component));
  return yamlFix(origins, file, title, [
    (text) => appendYamlItem(text, ['components', component, 'labels'], label),
  ]);
}
