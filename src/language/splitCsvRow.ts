import { CsvEditor } from '../formats/csv/editCsv';
import { joinList } from '../formats/csv/listCell';
import type { FileRecords, RatingCell, RatingRecord } from '../formats/records';
import { shiftRange } from '../text/range';
import { applyEdits, type TextEdit } from '../text/textEdit';

/** The interfaces of the row that a rating record was read from: several where its cell lists several. */
export function interfacesOfRow({ ratings }: FileRecords, { range }: RatingRecord): string[] {
  const row = ratings.filter((record) => record.range.start === range.start);
  return [...new Set(row.map((record) => record.interface.value))];
}

/**
 * Gives a cell of a row that rates several interfaces another text for one of them: that one is taken out of the
 * row's list and gets a row of its own below.
 */
export function splitRow(
  records: FileRecords,
  record: RatingRecord,
  cell: RatingCell,
  cellText: string,
): TextEdit[] {
  const { text } = records;
  const editor = new CsvEditor(text);
  const own = record.interface;
  const others = interfacesOfRow(records, record).filter((name) => name !== own.value);
  const list = editor.setCell(own.range, joinList(others));
  const single = editor.setCell(own.range, joinList([own.value]));
  const rating = editor.setCell(cell.range, cellText);
  if (!list || !single || !rating) {
    return [];
  }
  const { start } = record.range;
  // Blanks and empty cells behind the row belong to it.
  const end = record.range.end + (/^[^\S\r\n]*/.exec(text.slice(record.range.end))?.[0].length ?? 0);
  const copy = applyEdits(
    text.slice(start, end),
    [single, rating].map(({ range, newText }) => ({ range: shiftRange(range, -start), newText })),
  );
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';
  return [list, { range: { start: end, end }, newText: lineEnd + copy }];
}
