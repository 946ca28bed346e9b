import { type FileEdits, type Fix, lazyFix } from '../formats/finding';
import { CsvEditor } from '../formats/csv/editCsv';
import { removeYamlEntry } from '../formats/yaml/editYaml';
import { yamlPathAt } from '../formats/yaml/yamlPathAt';
import { MODEL_FILE } from '../model/modelFile';
import type { Origins, Place } from '../model/origins';
import type { Message } from '../text/message';
import { applyEdits, type TextEdit } from '../text/textEdit';

/** One change of a YAML text. */
export type YamlChange = (text: string) => readonly TextEdit[];

/** What a model file that does not exist yet begins with. */
export const NEW_FILE = 'tmg: 1\n';

/** A fix that changes one YAML file, which need not exist yet. Every change sees the text that the one before leaves. */
export function yamlFix(origins: Origins, file: string, title: Message, changes: readonly YamlChange[]): Fix {
  return lazyFix(title, () => [yamlEdits(origins, file, changes)]);
}

/** The edits of some changes of one YAML file, as `yamlFix` makes them. */
export function yamlEdits(origins: Origins, file: string, changes: readonly YamlChange[]): FileEdits {
  const before = textOf(origins, file);
  let after = before === '' ? NEW_FILE : before;
  for (const change of changes) {
    after = applyEdits(after, change(after));
  }
  return { file, edits: [difference(before, after)] };
}

/** The first of some files that is YAML; the model file, which every model can have, where there is none. */
export function yamlFileOf(origins: Origins, candidates: Iterable<{ readonly file: string }>): string {
  const yaml = new Set(origins.files.filter(({ format }) => format === 'yaml').map(({ file }) => file));
  for (const { file } of candidates) {
    if (yaml.has(file)) {
      return file;
    }
  }
  return MODEL_FILE;
}

/** The edits that take out what begins at a place: an entry of a YAML file with its key, or a row of a CSV file. */
export function removalAt(origins: Origins, { file, range }: Place): FileEdits | undefined {
  const text = textOf(origins, file);
  if (formatOf(origins, file) === 'csv') {
    const edit = new CsvEditor(text).removeRow(range);
    return edit && { file, edits: [edit] };
  }
  const path = yamlPathAt(text, range.start);
  return path && { file, edits: removeYamlEntry(text, path) };
}

/** Text of a file of the model; empty for one that is not there. */
export function textOf(origins: Origins, file: string): string {
  return origins.files.find((records) => records.file === file)?.text ?? '';
}

/** Format of a file of the model. */
export function formatOf(origins: Origins, file: string): 'yaml' | 'csv' {
  return origins.files.find((records) => records.file === file)?.format ?? 'yaml';
}

/** The one edit that leads from a text to another, without what they begin and end with alike. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  return { range: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
