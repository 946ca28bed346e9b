import type { ChainSet } from '../chains/chainSet';
import { THREAT_COLUMNS, type ThreatColumn } from '../formats/threatColumns';
import type { RowPart } from '../threats/threatRows';
import { modelSheet } from './modelSheet';
import { type TableOptions, tableRows } from './tableRows';
import { xlsxText } from './xlsxText';
import { HEADER_STYLE, type StreamedSheet, workbookFiles } from './xlsxWorkbook';
import { zipFile } from './zipFile';

/** What of the threat table is written, and how. */
export interface XlsxTableOptions extends TableOptions {
  /** Of the chains to write, in this order; all without it. */
  readonly positions?: Iterable<number> & { readonly length: number };
  /** Rows below the header before a further sheet begins. */
  readonly rowsPerSheet?: number;
  /** Told now and then how many rows have been written. */
  readonly progress?: (rows: number) => void;
}

/** Rows that a sheet has room for below its header. */
export const XLSX_ROWS_PER_SHEET = 2 ** 20 - 1;

const ROWS_BETWEEN_REPORTS = 4096;
const HEADER_HEIGHT = 32;
/** In characters. */
const WIDTHS: Readonly<Record<ThreatColumn, number>> = {
  Index: 18,
  Facility: 18,
  Component: 24,
  Asset: 24,
  'Rating: Security': 11,
  'Rating: Operation': 11,
  'Rating: Tech': 11,
  'Rating: Compliance': 12,
  'Attacker Type': 26,
  'Attack Period': 22,
  'First Entry-Point': 24,
  Influence: 22,
  'Full Description': 90,
  'STRIDE Type': 22,
  'Attack Vector (AV)': 20,
  'Attack Complexity (AC)': 13,
  'Privileges Required (PR)': 13,
  'User Interaction (UI)': 13,
  Probability: 13,
  Rating: 10,
};
const LETTERS = THREAT_COLUMNS.map((_, index) => String.fromCodePoint('A'.charCodeAt(0) + index));
const LAST_LETTER = LETTERS.at(-1);

/**
 * The threat table as an XLSX workbook, piece by piece, in memory that does not depend on the number of rows: the rows in
 * as many sheets as they need, numbers as numbers, and a sheet about the model. Every text is a typed string, so that none
 * can be a formula; see `xlsxText` for what becomes of texts that do not fit.
 * @throws Error if the file would be larger than 4 GiB
 */
export async function* xlsxTable(
  chains: ChainSet,
  options: XlsxTableOptions = {},
): AsyncGenerator<Uint8Array> {
  const { positions, rowsPerSheet = XLSX_ROWS_PER_SHEET, progress } = options;
  const total = positions?.length ?? chains.size;
  const rows = rowElements(chains, { ...options, rowsPerSheet });
  const sheets: StreamedSheet[] = [];
  for (let from = 0; from === 0 || from < total; from += rowsPerSheet) {
    sheets.push(threatSheet(sheets.length + 1, Math.min(rowsPerSheet, total - from), rows));
  }
  yield* zipFile(await workbookFiles([...sheets, { sheet: modelSheet(chains, total) }]));
  progress?.(total);
}

/** A sheet that takes its rows from those that are left. */
function threatSheet(number: number, count: number, rows: Iterator<string>): StreamedSheet {
  const range = `A1:${LAST_LETTER}${count + 1}`;
  const header = THREAT_COLUMNS.map((value, column): [string, object] => [
    `0,${column}`,
    { value, style: HEADER_STYLE },
  ]);
  return {
    sheet: {
      name: number === 1 ? 'Threats' : `Threats ${number}`,
      columns: THREAT_COLUMNS.map((column) => ({ width: WIDTHS[column] })),
      cells: new Map(header),
      rowDefs: new Map([[0, { height: HEADER_HEIGHT }]]),
      freezePane: { rows: 1 },
      autoFilter: { range },
    },
    rows: { range, elements: taken(rows, count) },
  };
}

function* taken(rows: Iterator<string>, count: number): Generator<string> {
  for (let left = count; left > 0; left--) {
    const row = rows.next();
    if (row.done === true) {
      return;
    }
    yield row.value;
  }
}

/** The rows of all sheets, each counted from the header of its own. */
function* rowElements(
  chains: ChainSet,
  { rowsPerSheet, progress, ...options }: XlsxTableOptions & { readonly rowsPerSheet: number },
): Generator<string> {
  let written = 0;
  for (const parts of tableRows(chains, options, cellPieces)) {
    const row = String((written % rowsPerSheet) + 2);
    let cells = '';
    for (const pieces of parts) {
      cells += pieces.join(row);
    }
    yield `<row r="${row}">${cells}</row>`;
    written++;
    if (written % ROWS_BETWEEN_REPORTS === 0) {
      progress?.(written);
    }
  }
}

/** The `c` elements of cells, in pieces: the number of the row belongs between them. */
function cellPieces(cells: RowPart['cells'], firstColumn: number): string[] {
  const pieces = [''];
  for (const [index, cell] of cells.entries()) {
    if (cell !== undefined) {
      pieces[pieces.length - 1] += `<c r="${LETTERS[firstColumn + index]}`;
      pieces.push(typeof cell === 'number' ? `"><v>${cell}</v></c>` : `" t="inlineStr">${inline(cell)}</c>`);
    }
  }
  return pieces;
}

function inline(text: string): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<is><t${space}>${escaped(xlsxText(text))}</t></is>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
