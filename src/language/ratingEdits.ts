import { formatOf, textOf, yamlEdits, yamlFileOf } from '../checks/yamlFix';
import { CsvEditor } from '../formats/csv/editCsv';
import { headerColumns } from '../formats/csv/headerColumns';
import { joinList } from '../formats/csv/listCell';
import type { FileEdits } from '../formats/finding';
import type { RatingCell, RatingRecord } from '../formats/records';
import type { StrideType } from '../formats/stride';
import { setYamlValue } from '../formats/yaml/editYaml';
import { replaceYamlScalar } from '../formats/yaml/yamlScalar';
import { groupBy, type Origin } from '../model/origins';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { Snapshot } from '../workspace/snapshot';
import { ratingAt, type RelationName, recordsOf, touches } from './nameAt';
import { interfacesOfRow, splitRow } from './splitCsvRow';

/** A relation's rating for one type, to be written. */
interface NewRating {
  readonly relation: RelationName;
  readonly type: StrideType;
  readonly text: string;
}

/**
 * Edits that rate a relation for one type: in the cells that it has for the type, else where the component's ratings
 * stand, else where the component is said to have the interface.
 * @param text of the rating cell
 */
export function rateRelation(
  { origins }: Pick<Snapshot, 'origins'>,
  component: string,
  interfaceName: string,
  type: StrideType,
  text: string,
): FileEdits[] {
  const ofComponent = origins.ratings.get(component);
  const own = ofComponent?.get(interfaceName) ?? [];
  const rated = own.filter(({ record }) => record.cells[type]);
  if (rated.length > 0) {
    // A row that lists the interface twice has made two records of the same cell.
    const cells = [
      ...groupBy(rated, ({ file, record }) => `${record.cells[type]?.range.start} ${file}`).values(),
    ];
    const firsts = cells.flatMap(([first]) => first ?? []);
    return [...groupBy(firsts, ({ file }) => file)].map(([file, records]) => ({
      file,
      edits: records.flatMap(({ record }) => replaceRating({ origins }, file, record, type, text)),
    }));
  }
  const rating = { relation: { component, interface: interfaceName }, type, text };
  const nearby = [...own, ...[...(ofComponent?.values() ?? [])].flat()];
  for (const [file, records] of groupBy(nearby, (origin) => origin.file)) {
    const edits = addRating({ origins }, file, records, rating);
    if (edits.length > 0) {
      return [{ file, edits }];
    }
  }
  const file = yamlFileOf(origins, origins.relations.get(component)?.get(interfaceName) ?? []);
  return [yamlEdits(origins, file, [(yaml) => setRating(yaml, rating)])];
}

/** Edits that give the rating cell or the named vector at an offset another text; none where neither stands. */
export function editCell(snapshot: Snapshot, file: string, offset: number, text: string): FileEdits[] {
  const records = recordsOf(snapshot, file);
  const named = records?.vectors.find(({ cvss }) => touches(cvss.range, offset));
  const range = records && (named?.cvss.range ?? ratingAt(records, offset)?.cell.range);
  const edit = range && replaceCell(snapshot, file, range, text);
  return edit ? [{ file, edits: [edit] }] : [];
}

/** The edit that gives a cell another text, quoted as it is; undefined where no cell is. */
export function replaceCell(
  { origins }: Pick<Snapshot, 'origins'>,
  file: string,
  range: TextRange,
  newText: string,
): TextEdit | undefined {
  const text = textOf(origins, file);
  return formatOf(origins, file) === 'csv'
    ? new CsvEditor(text).setCell(range, newText)
    : { range, newText: replaceYamlScalar(text.slice(range.start, range.end), newText, 'flow') };
}

function replaceRating(
  snapshot: Pick<Snapshot, 'origins'>,
  file: string,
  record: RatingRecord,
  type: StrideType,
  text: string,
): TextEdit[] {
  const cell: RatingCell | undefined = record.cells[type];
  const records = snapshot.origins.files.find((candidate) => candidate.file === file);
  if (!cell || !records) {
    return [];
  }
  if (records.format === 'csv' && interfacesOfRow(records, record).length > 1) {
    return splitRow(records, record, cell, text);
  }
  const edit = replaceCell(snapshot, file, cell.range, text);
  return edit ? [edit] : [];
}

/** Writes a rating into a file that has some of the component; no edits where the file cannot hold it. */
function addRating(
  { origins }: Pick<Snapshot, 'origins'>,
  file: string,
  nearby: readonly Origin<RatingRecord>[],
  rating: NewRating,
): TextEdit[] {
  const records = origins.files.find((candidate) => candidate.file === file);
  if (records?.format !== 'csv') {
    return setRating(textOf(origins, file), rating);
  }
  const { relation, type, text } = rating;
  const editor = new CsvEditor(records.text);
  const own = nearby.find(
    ({ record }) =>
      record.interface.value === relation.interface && interfacesOfRow(records, record).length === 1,
  );
  const inRow = own && editor.setColumn(own.record.range, type, text);
  if (inRow) {
    return [inRow];
  }
  const columns = new Set(headerColumns(records.text).map(({ column }) => column));
  const names = { Component: relation.component, Interface: joinList([relation.interface]) };
  // Cells are read without the blanks around them.
  if (Object.values(relation).some((name) => name !== name.trim())) {
    return [];
  }
  if (columns.has('STRIDE')) {
    return [editor.appendColumns({ ...names, STRIDE: type, CVSS: text })];
  }
  return columns.has(type) ? [editor.appendColumns({ ...names, [type]: text })] : [];
}

function setRating(yaml: string, { relation, type, text }: NewRating): TextEdit[] {
  return setYamlValue(yaml, ['ratings', relation.component, relation.interface, type], text);
}
