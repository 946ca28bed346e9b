import { textOf, yamlEdits } from '../checks/yamlFix';
import { readRatingCell } from '../formats/ratingCell';
import type { FileEdits } from '../formats/finding';
import type { FileRecords } from '../formats/records';
import { setYamlValue } from '../formats/yaml/editYaml';
import { MODEL_FILE } from '../model/modelFile';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { Snapshot } from '../workspace/snapshot';
import { ratingAt, recordsOf } from './nameAt';
import { replaceCell } from './ratingEdits';

/**
 * Edits that give the vector of the rating cell at an offset a name: under `vectors`, and in every cell of the model
 * that has exactly this vector. None where no vector stands, or where a cell could not hold the name, or where it
 * stands for another vector.
 */
export function nameVector(snapshot: Snapshot, file: string, offset: number, name: string): FileEdits[] {
  const records = recordsOf(snapshot, file);
  const cell = records && ratingAt(records, offset)?.cell;
  if (cell?.value.kind !== 'vector' || !canBeName(name)) {
    return [];
  }
  const known = snapshot.origins.vectors.get(name)?.[0]?.record.cvss.value.trim();
  if (known !== undefined && known !== cell.text) {
    return [];
  }
  const edits = new Map<string, readonly TextEdit[]>(
    snapshot.records.map((one) => [
      one.file,
      cellsWith(one, cell.text).flatMap((range) => replaceCell(snapshot, one.file, range, name) ?? []),
    ]),
  );
  if (known === undefined) {
    const home = vectorsFile(snapshot);
    const declared = declare(snapshot, home, name, cell.text);
    if (declared.length === 0) {
      return [];
    }
    edits.set(home, [...declared, ...(edits.get(home) ?? [])]);
  }
  return [...edits].flatMap(([one, changes]) => (changes.length > 0 ? [{ file: one, edits: changes }] : []));
}

/** Whether a rating cell with this text means a vector of that name. */
function canBeName(text: string): boolean {
  const place = { file: '', range: { start: 0, end: 0 }, textStart: undefined, decimalComma: true };
  return text === text.trim() && readRatingCell(text, place, [])?.value.kind === 'name';
}

function cellsWith({ ratings, ratingRules }: FileRecords, text: string): TextRange[] {
  const cells = [...ratings, ...ratingRules].flatMap((record) => Object.values(record.cells));
  const fitting = cells.filter((cell) => cell.text === text);
  // Rows of several interfaces make several records of the same cells.
  return [...new Map(fitting.map(({ range }) => [range.start, range])).values()];
}

/** The file that holds the key `vectors`, which only one may; the model file where none does. */
function vectorsFile({ records }: Snapshot): string {
  const holders = records.filter(({ singlePlace }) => singlePlace.some(({ key }) => key.value === 'vectors'));
  const names = holders.map(({ file }) => file);
  return names.includes(MODEL_FILE) ? MODEL_FILE : (names[0] ?? MODEL_FILE);
}

function declare({ origins }: Snapshot, file: string, name: string, vector: string): readonly TextEdit[] {
  const change = (text: string): TextEdit[] => setYamlValue(text, ['vectors', name], vector);
  const text = textOf(origins, file);
  return text === '' ? yamlEdits(origins, file, [change]).edits : change(text);
}
