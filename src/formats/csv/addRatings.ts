import { applyEdits, type TextEdit } from '../../text/textEdit';
import type { TextRange } from '../../text/range';
import type { StrideType } from '../stride';
import { decimalLike } from './decimalComma';
import { CsvEditor } from './editCsv';
import { headerColumns } from './headerColumns';
import { joinList } from './listCell';
import { parseCsv } from './parseCsv';

/** Ratings of a relation by type, as they are to be written. */
export type RatingTexts = readonly (readonly [type: StrideType, text: string])[];

/**
 * A table of ratings with more of them for one relation; undefined where it cannot hold them.
 * @param row that rates this relation only and is filled where the table has a column for every type
 */
export function addCsvRatings(
  text: string,
  relation: { readonly component: string; readonly interface: string },
  row: TextRange | undefined,
  ratings: RatingTexts,
): string | undefined {
  // Cells are read without the blanks around them.
  if ([relation.component, relation.interface].some((name) => name !== name.trim())) {
    return undefined;
  }
  const columns = new Set(headerColumns(text).map(({ column }) => column));
  // Where the comma parts cells it says nothing about numbers.
  const sample = parseCsv(text).delimiter === ';' ? text : '';
  const written = ratings.map(([type, rating]) => [type, decimalLike(sample, rating)] as const);
  const names = { Component: relation.component, Interface: joinList([relation.interface]) };
  if (columns.has('STRIDE')) {
    return applyInTurn(
      text,
      written.map(
        ([type, rating]) =>
          (editor) =>
            editor.appendColumns({ ...names, STRIDE: type, CVSS: rating }),
      ),
    );
  }
  if (written.some(([type]) => !columns.has(type))) {
    return undefined;
  }
  const filled =
    row &&
    applyInTurn(
      text,
      written.map(
        ([type, rating]) =>
          (editor) =>
            editor.setColumn({ start: row.start, end: row.start }, type, rating),
      ),
    );
  return (
    filled ??
    applyInTurn(text, [(editor) => editor.appendColumns({ ...names, ...Object.fromEntries(written) })])
  );
}

/** Every step sees the text that the one before leaves; undefined where one is not possible. */
function applyInTurn(
  text: string,
  steps: readonly ((editor: CsvEditor) => TextEdit | undefined)[],
): string | undefined {
  let after = text;
  for (const step of steps) {
    const edit = step(new CsvEditor(after));
    if (!edit) {
      return undefined;
    }
    after = applyEdits(after, [edit]);
  }
  return after;
}
