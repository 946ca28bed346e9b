import type { Finding, Fix } from '../formats/finding';
import { removeYamlEntryAt } from '../formats/yaml/editYaml';
import type { CheckContext } from './rule';
import { formatOf, removalAt, textOf } from './yamlFix';

/** Takes out the second of two equal keys, which is not read; nothing where it is a whole section or column. */
export function duplicateFix({ file, range, message }: Finding, { origins }: CheckContext): Fix[] {
  const { key, name } = message.args;
  const text = textOf(origins, file);
  if (formatOf(origins, file) === 'csv') {
    const removal = name === undefined ? undefined : removalAt(origins, { file, range });
    const title = { template: 'Remove this row: the first "{name}" counts', args: { name: name ?? '' } };
    return removal ? [{ title, changes: [removal] }] : [];
  }
  const isSection = range.start === 0 || /[\r\n]/.test(text.charAt(range.start - 1));
  const edits = isSection ? [] : removeYamlEntryAt(text, range.start);
  const title = { template: 'Remove this "{key}": the first one counts', args: { key: key ?? '' } };
  return edits.length > 0 ? [{ title, changes: [{ file, edits }] }] : [];
}
