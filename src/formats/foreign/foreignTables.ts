import { unzipSync } from 'fflate';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { LineIndex } from '../../text/lineIndex';
import { headerColumns } from '../csv/headerColumns';
import { csvLine } from '../csv/writeCsv';
import { decodeText } from '../decode';
import { FOREIGN_LIMITS, isArchive } from './foreignFormat';
import type { ForeignPlace, ImportLog } from './importReport';

/** A table of a workbook or CSV file, as CSV text. */
export interface ForeignTable {
  /** The file, and the sheet where it has some. */
  readonly label: string;
  /** File name as a reader needs it. */
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
    return text !== undefined && beginsTable(text) ? [csvTable(file, text)] : undefined;
  }
  if (!isSmallEnough(file, bytes, log)) {
    return undefined;
  }
  try {
    const { sheets } = await readXlsx(bytes);
    if (sheets.length > MOST_SHEETS) {
      log.leftOut({ file }, 'The workbook has more than {limit} sheets; later ones are left out.', {
        limit: MOST_SHEETS,
      });
    }
    return sheets.slice(0, MOST_SHEETS).flatMap(({ name, rows }) => sheetTable(file, name, rows, log));
  } catch {
    log.problem({ file }, 'This workbook is damaged or of another kind; save it again as .xlsx.');
    return undefined;
  }
}

/** Whether a text begins with the header of a table that a model can have. */
export function beginsTable(text: string): boolean {
  const columns = headerColumns(text);
  return columns.length > 1 || columns[0]?.column === 'Banned';
}

function csvTable(file: string, text: string): ForeignTable {
  const lines = new LineIndex(text);
  return {
    label: file,
    text,
    placeOf: (offset) => ({ file, line: lines.positionAt(offset).line }),
  };
}

/** Whether an archive unpacks to no more than is read, by what its directory says, which the reader holds it to. */
function isSmallEnough(file: string, bytes: Uint8Array, log: ImportLog): boolean {
  let size = 0;
  let isHonest = true;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize, size: packed }) => {
        size += originalSize;
        isHonest &&= originalSize > 0 || packed <= 2;
        return false;
      },
    });
  } catch {
    isHonest = false;
  }
  if (!isHonest) {
    log.problem({ file }, 'This workbook is damaged or of another kind; save it again as .xlsx.');
  } else if (size > FOREIGN_LIMITS.table) {
    log.problem({ file }, 'The workbook unpacks to more than the {limit} MB that are read; split it.', {
      limit: FOREIGN_LIMITS.table / (1024 * 1024),
    });
  }
  return isHonest && size <= FOREIGN_LIMITS.table;
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
    if (rows.some((row) => row.some((cell) => cell !== null && cell !== ''))) {
      log.leftOut(
        { file: label },
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
      label,
      text: pieces.join(''),
      placeOf: (offset) => ({ file: label, line: titleRows + lastAtOrBefore(starts, offset) + 1 }),
    },
  ];
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
