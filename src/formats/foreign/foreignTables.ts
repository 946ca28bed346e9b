import type { CellValue } from 'hucre/xlsx';
import { LineIndex } from '../../text/lineIndex';
import { beginsThreatTable, headerColumns } from '../csv/headerColumns';
import { THREAT_TABLE } from '../csv/threatTableHeader';
import { tokenize } from '../csv/tokenizer';
import { csvLine } from '../csv/writeCsv';
import { decodeText } from '../decode';
import { GUIDE_SHEET, isArchive } from './foreignFormat';
import type { ForeignPlace } from './foreignPlace';
import type { ImportLog } from './importReport';
import { readWorkbook } from './readWorkbook';

/** A table of a workbook or CSV file, as CSV text. */
export interface ForeignTable {
  readonly file: string;
  /** The file, and the sheet where it has some. */
  readonly label: string;
  readonly text: string;
  /** Where an offset of the text is in the file. */
  readonly placeOf: (offset: number) => ForeignPlace;
}

/** So many rows may stand above the header. */
const MOST_TITLE_ROWS = 10;

/** So many sheets of a workbook are read. */
const MOST_SHEETS = 50;

/**
 * The tables of a workbook (.xlsx) or CSV file that a model can have. Never throws: what is wrong is reported.
 * Undefined where the file is neither.
 */
export async function readTables(
  file: string,
  bytes: Uint8Array,
  log: ImportLog,
): Promise<ForeignTable[] | undefined> {
  if (!isArchive(bytes)) {
    const text = decodeText(bytes, true)?.text;
    if (text !== undefined && beginsThreatTable(text)) {
      reportThreatTable({ file }, log);
      return [];
    }
    return text !== undefined && beginsTable(text) ? [csvTable(file, text)] : undefined;
  }
  const sheets = await readWorkbook(file, bytes, log);
  if (sheets && sheets.length > MOST_SHEETS) {
    log.leftOut({ file }, 'The workbook has more than {limit} sheets; later ones are left out.', {
      limit: MOST_SHEETS,
    });
  }
  return sheets
    ?.slice(0, MOST_SHEETS)
    .filter(({ name }) => name !== GUIDE_SHEET)
    .flatMap(({ name, rows }) => sheetTable(file, name, rows, log));
}

/** Whether a text begins with the header of a table that a model can have. */
export function beginsTable(text: string): boolean {
  const columns = headerColumns(text);
  return columns.length > 1 || columns[0]?.column === 'Banned';
}

function csvTable(file: string, text: string): ForeignTable {
  const lines = new LineIndex(text);
  return {
    file,
    label: file,
    text,
    placeOf: (offset) => ({ file, ...lines.positionAt(offset) }),
  };
}

/** A sheet as a table, from its header on; none where no row near the top is a header. */
function sheetTable(
  file: string,
  sheet: string,
  rows: readonly (readonly CellValue[])[],
  log: ImportLog,
): ForeignTable[] {
  const label = `${file} [${sheet}]`;
  const titleRows = rows.slice(0, MOST_TITLE_ROWS).findIndex((row) => beginsTable(sheetLine(row)));
  if (titleRows < 0) {
    if (rows.slice(0, MOST_TITLE_ROWS).some((row) => beginsThreatTable(sheetLine(row)))) {
      reportThreatTable({ file, sheet }, log);
      return [];
    }
    if (rows.some((row) => row.some((cell) => cell !== null && cell !== ''))) {
      log.leftOut(
        { file, sheet },
        'No row at the top of this sheet is the header of a table that a model can have.',
      );
    }
    return [];
  }
  const starts: number[] = [];
  // Says what the delimiter is, whatever stands in the cells.
  const pieces = ['sep=,\r\n'];
  let length = pieces[0]?.length ?? 0;
  for (const row of rows.slice(titleRows)) {
    const line = sheetLine(row);
    starts.push(length);
    pieces.push(line);
    length += line.length;
  }
  return [
    {
      file,
      label,
      text: pieces.join(''),
      placeOf: (offset) => {
        const row = lastAtOrBefore(starts, offset);
        const column = columnAt(pieces[row + 1] ?? '', offset - (starts[row] ?? 0));
        return { file, sheet, line: titleRows + row + 1, column };
      },
    },
  ];
}

function reportThreatTable(place: ForeignPlace, log: ImportLog): void {
  log.problem(
    place,
    `${THREAT_TABLE}, so it is not imported. To change ratings, fill in a worksheet of the model, which tmg rate writes.`,
  );
}

function sheetLine(row: readonly CellValue[]): string {
  return csvLine(row.map(cellText));
}

function cellText(cell: CellValue): string | undefined {
  if (cell === null) {
    return undefined;
  }
  if (typeof cell === 'number') {
    // Spreadsheets compute with more digits than anybody has typed.
    return String(Number(cell.toPrecision(12)));
  }
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  }
  return String(cell);
}

/** Number of the cell that an offset of a line lies in, from 1. */
function columnAt(line: string, offset: number): number {
  const tokens = tokenize(line, ',', 0, 1);
  let column = 0;
  while (column + 1 < tokens.fieldCount(0) && (tokens.field(0, column)?.range.end ?? 0) < offset) {
    column++;
  }
  return column + 1;
}

/** Position of the last of ascending numbers that is not above a limit. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
