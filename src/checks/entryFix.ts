import type { Fix } from '../formats/finding';
import { setYamlValue } from '../formats/yaml/editYaml';
import type { Origins } from '../model/origins';
import { interfaceRecords } from './places';
import { yamlFileOf, yamlFix } from './yamlFix';

/** Marks an interface as an entry: where it has a record, else where it is named. */
export function entryFix(origins: Origins, interfaceName: string, component: string | undefined): Fix {
  const title = { template: 'Mark "{interface}" as an entry', args: { interface: interfaceName } };
  return yamlFix(origins, interfaceFile(origins, interfaceName, component), title, [
    (text) => setYamlValue(text, ['interfaces', interfaceName, 'entry'], true),
  ]);
}

/** The YAML file in which marks of an interface are best put. */
export function interfaceFile(
  origins: Origins,
  interfaceName: string,
  component: string | undefined,
): string {
  const named = component === undefined ? [] : (origins.relations.get(component)?.get(interfaceName) ?? []);
  return yamlFileOf(origins, [...interfaceRecords(origins, interfaceName), ...named]);
}
