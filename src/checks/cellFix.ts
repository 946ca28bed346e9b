import { decimalLike } from '../formats/csv/decimalComma';
import { CsvEditor } from '../formats/csv/editCsv';
import type { Fix } from '../formats/finding';
import { replaceYamlScalar } from '../formats/yaml/yamlScalar';
import type { Origins, Place } from '../model/origins';
import type { Message } from '../text/message';
import { formatOf, textOf } from './yamlFix';

/** Gives a rating cell, or another scalar that is a whole cell, another text, in its quotes. */
export function cellFix(origins: Origins, { file, range }: Place, title: Message, newText: string): Fix[] {
  const text = textOf(origins, file);
  const source = text.slice(range.start, range.end);
  const edit =
    formatOf(origins, file) === 'csv'
      ? new CsvEditor(text).setCell(range, decimalLike(source, newText))
      : { range, newText: replaceYamlScalar(source, newText, 'flow') };
  return edit ? [{ title, changes: [{ file, edits: [edit] }] }] : [];
}
