import { columnLetters } from '../../text/columnLetters';

/** A place in an imported file. */
export interface ForeignPlace {
  readonly file: string;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  /** From 1, the row of a sheet; undefined where the format has no lines, or nothing says where. */
  readonly line?: number | undefined;
  /** From 1: of the text of a line in UTF-16 units, of a sheet in cells. */
  readonly column?: number | undefined;
}

/** A place as text: `sheet.csv:3:7`, or `book.xlsx:Ratings!F3` as spreadsheets name cells. */
export function placeText({ file, sheet, line, column }: ForeignPlace): string {
  const parts =
    sheet === undefined ? [file, line, column] : [file, sheetPlace(sheet, cellAddress({ line, column }))];
  return parts.filter((part) => part !== undefined).join(':');
}

/** The address of a cell, as `F3`; of a row its number; undefined where there is none. */
export function cellAddress({ line, column }: Pick<ForeignPlace, 'line' | 'column'>): string | undefined {
  return line === undefined ? undefined : `${column === undefined ? '' : columnLetters(column - 1)}${line}`;
}

function sheetPlace(sheet: string, cell: string | undefined): string {
  // As spreadsheets write it, so that it can be pasted there.
  const name = /^[\p{L}_][\p{L}_]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return cell === undefined ? name : `${name}!${cell}`;
}
