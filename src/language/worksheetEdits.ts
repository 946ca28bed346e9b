import { formatOf, NEW_FILE, textOf, yamlFileOf } from '../checks/yamlFix';
import { decimalLike } from '../formats/csv/decimalComma';
import { CsvEditor } from '../formats/csv/editCsv';
import { headerColumns } from '../formats/csv/headerColumns';
import { joinList } from '../formats/csv/listCell';
import { parseCsv } from '../formats/csv/parseCsv';
import type { Column } from '../formats/csv/tables';
import type { RatingRecord } from '../formats/records';
import { addYamlRatings } from '../formats/yaml/addRatings';
import { mergeModel } from '../model/mergeModel';
import { groupBy, type Origin, type Origins } from '../model/origins';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { readText } from '../workspace/readRecords';
import type { Snapshot } from '../workspace/snapshot';
import { rateRelation, replaceCell } from './ratingEdits';
import { interfacesOfRow } from './splitCsvRow';
import { isWritten, type WorksheetItem } from './worksheetItems';

type Merged = Pick<Snapshot, 'model' | 'origins'>;

/** Texts of files that are to change, by file name; a file that is new has none yet. */
type Texts = ReadonlyMap<string, string>;

/** Where the first ratings of a model go. */
const RATINGS_FILE = 'ratings.tmg.yaml';

/** Items whose edits would touch wait for the next round; a row of many interfaces takes as many. */
const MOST_ROUNDS = 100;

/**
 * The files of a model with what a worksheet says: changed where ratings stand, new ones beside others of their relation
 * or component. Everything else keeps its bytes.
 * @returns the new texts of the files that change, and the items that no file could take
 */
export function worksheetEdits(
  snapshot: Merged,
  items: readonly WorksheetItem[],
): { readonly texts: Texts; readonly open: readonly WorksheetItem[] } {
  const texts = new Map<string, string>();
  let current: Merged = snapshot;
  let open = items;
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    const changed = replaced(current, open);
    const next = changed.size > 0 ? changed : added(current, open);
    const before = current.origins;
    if ([...next].every(([file, text]) => textOf(before, file) === text)) {
      break;
    }
    for (const [file, text] of next) {
      texts.set(file, text);
    }
    current = reread(current, next);
    const now = current;
    open = open.filter((item) => !isWritten(now, item));
  }
  return { texts, open };
}

function reread({ model, origins }: Merged, texts: Texts): Merged {
  const kept = origins.files.filter(({ file }) => !texts.has(file));
  return mergeModel([...kept, ...[...texts].map(([file, text]) => readText(file, text))], model.name);
}

/** Texts with those items that have a cell of their own already. */
function replaced(merged: Merged, items: readonly WorksheetItem[]): Texts {
  const edits = new Map<string, TextEdit[]>();
  for (const item of items) {
    for (const { file, more } of replacements(merged, item)) {
      const taken = edits.get(file) ?? [];
      if (more.every((edit) => taken.every((other) => !touches(edit, other)))) {
        edits.set(file, [...taken, ...more]);
      }
    }
  }
  return new Map([...edits].map(([file, all]) => [file, applyEdits(textOf(merged.origins, file), all)]));
}

function replacements(
  { origins }: Merged,
  { component, interface: name, key, text }: WorksheetItem,
): { readonly file: string; readonly more: readonly TextEdit[] }[] {
  const own = ownRecords(origins, component, name);
  if (key === 'note') {
    const first = own.find(({ record }) => record.note);
    const edit = first?.record.note && replaceCell({ origins }, first.file, first.record.note.range, text);
    return first && edit ? [{ file: first.file, more: [edit] }] : [];
  }
  const rated = own.filter(({ record }) => record.cells[key]);
  if (rated.length === 0) {
    return [];
  }
  const isTable = rated.every(({ file }) => formatOf(origins, file) === 'csv');
  const written = isTable ? decimalIn(textOf(origins, rated[0]?.file ?? ''), text) : text;
  return rateRelation({ origins }, component, name, key, written).map(({ file, edits }) => ({
    file,
    more: edits,
  }));
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}

/** Texts with items that have no cell yet. */
function added({ origins }: Merged, items: readonly WorksheetItem[]): Texts {
  const byRelation = groupBy(items, ({ component, interface: name }) => JSON.stringify([component, name]));
  const byFile = groupBy([...byRelation.values()], (group) => targetOf(origins, group));
  const texts = new Map<string, string>();
  for (const [file, groups] of byFile) {
    const text = textOf(origins, file);
    const after =
      formatOf(origins, file) === 'csv'
        ? withRows(origins, file, groups)
        : addYamlRatings(text === '' ? NEW_FILE : text, asRatings(groups));
    if (after !== text) {
      texts.set(file, after);
    }
  }
  return texts;
}

function asRatings(
  groups: readonly (readonly WorksheetItem[])[],
): Map<string, Map<string, Map<string, string>>> {
  const ratings = new Map<string, Map<string, Map<string, string>>>();
  for (const { component, interface: name, key, text } of groups.flat()) {
    const own = ratings.get(component) ?? new Map<string, Map<string, string>>();
    ratings.set(component, own);
    const texts = own.get(name) ?? new Map<string, string>();
    own.set(name, texts);
    texts.set(key, text);
  }
  return ratings;
}

/**
 * The file that takes what is said of a relation: where it is rated, else its component, else where it is declared if that
 * file has ratings, else one that has. A model without any ratings gets a file of its own for them.
 */
function targetOf(origins: Origins, items: readonly WorksheetItem[]): string {
  const [{ component, interface: name } = { component: '', interface: '' }] = items;
  const nearby = [
    ...ownRecords(origins, component, name),
    ...[...(origins.ratings.get(component)?.values() ?? [])].flat(),
  ].map(({ file }) => file);
  const places = origins.relations.get(component)?.get(name) ?? [];
  const isInTable = formatOf(origins, places[0]?.file ?? '') === 'csv';
  const tables = isInTable
    ? origins.files
        .filter(({ format, ratings }) => format === 'csv' && ratings.length > 0)
        .map(({ file }) => file)
    : [];
  const declared = yamlFileOf(origins, places);
  const rating = origins.files.filter(({ ratings }) => ratings.length > 0);
  const homes = rating.filter(({ format }) => format === 'yaml').map(({ file }) => file);
  const home = homes.includes(declared)
    ? declared
    : (homes[0] ?? (rating.length === 0 ? RATINGS_FILE : declared));
  const candidates = new Set([...nearby, ...tables, home]);
  return (
    [...candidates].find(
      (file) => formatOf(origins, file) === 'yaml' || canHold(textOf(origins, file), items),
    ) ?? home
  );
}

/** Whether a table has columns for items, and can name their relation. */
function canHold(text: string, items: readonly WorksheetItem[]): boolean {
  const columns = new Set<string>(headerColumns(text).map(({ column }) => column));
  return items.every(
    ({ component, interface: name, key }) =>
      component === component.trim() &&
      name === name.trim() &&
      (key === 'note' ? columns.has('Note') : columns.has('STRIDE') || columns.has(key)),
  );
}

/** A table with cells filled in rows that it has, or, where there are none to be filled, with more rows. */
function withRows(origins: Origins, file: string, groups: readonly (readonly WorksheetItem[])[]): string {
  const text = textOf(origins, file);
  const editor = new CsvEditor(text);
  const filled: TextEdit[] = [];
  const rest: (readonly WorksheetItem[])[] = [];
  for (const group of groups) {
    const row = rowOf(origins, file, group);
    const edits = row ? group.flatMap((item) => fill(editor, text, row.record, item) ?? []) : [];
    if (edits.length === group.length) {
      filled.push(...edits);
    } else {
      rest.push(group);
    }
  }
  // Of the cells that a short row does not have yet, one comes at a time.
  const edits = filled.length > 0 ? independent(filled) : rest.flatMap((group) => rows(editor, text, group));
  return applyEdits(text, edits);
}

/** Edits without those that touch one before them. */
function independent(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    if (kept.every((other) => !touches(edit, other))) {
      kept.push(edit);
    }
  }
  return kept;
}

/** The row that rates only this relation, in a table with a column for every type. */
function rowOf(
  origins: Origins,
  file: string,
  [item]: readonly WorksheetItem[],
): Origin<RatingRecord> | undefined {
  const records = origins.files.find((candidate) => candidate.file === file);
  if (!item || !records || headerColumns(records.text).some(({ column }) => column === 'STRIDE')) {
    return undefined;
  }
  return ownRecords(origins, item.component, item.interface).find(
    (origin) => origin.file === file && interfacesOfRow(records, origin.record).length === 1,
  );
}

function fill(
  editor: CsvEditor,
  text: string,
  { range }: RatingRecord,
  item: WorksheetItem,
): TextEdit | undefined {
  const column: Column = item.key === 'note' ? 'Note' : item.key;
  return editor.setColumn({ start: range.start, end: range.start }, column, decimalIn(text, item.text));
}

/** New rows for a relation: one in a table with a column for every type, else one per type. */
function rows(editor: CsvEditor, text: string, group: readonly WorksheetItem[]): TextEdit[] {
  const [first] = group;
  if (!first) {
    return [];
  }
  const names = { Component: first.component, Interface: joinList([first.interface]) };
  const note = group.find(({ key }) => key === 'note')?.text;
  const common = note === undefined ? names : { ...names, Note: note };
  const rated = group.filter(({ key }) => key !== 'note');
  if (headerColumns(text).some(({ column }) => column === 'STRIDE')) {
    return rated.map((item, index) =>
      editor.appendColumns({
        ...(index === 0 ? common : names),
        STRIDE: item.key,
        CVSS: decimalIn(text, item.text),
      }),
    );
  }
  const cells = rated.map((item) => [item.key, decimalIn(text, item.text)] as const);
  return [editor.appendColumns({ ...common, ...Object.fromEntries(cells) })];
}

/** A score as a table writes it: where the comma parts cells it says nothing about numbers. */
function decimalIn(table: string, text: string): string {
  return decimalLike(parseCsv(table).delimiter === ';' ? table : '', text);
}

function ownRecords(origins: Origins, component: string, name: string): readonly Origin<RatingRecord>[] {
  return origins.ratings.get(component)?.get(name) ?? [];
}
