import { guardFormula } from './formulaGuard';

/** What a cell can hold; undefined is an empty cell. */
export type CellValue = string | number | undefined;

/**
 * Writes a cell so that this program's reader sees the text, and spreadsheets never a formula, whatever they split at.
 * Numbers are written as numbers.
 */
export function csvCell(value: CellValue, delimiter = ','): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? quoteWhereNeeded(String(value), delimiter) : '';
  }
  return quoteWhereNeeded(guardFormula(value, delimiter), delimiter);
}

/** Writes a row with its line end, CRLF. */
export function csvLine(cells: readonly CellValue[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function quoteWhereNeeded(text: string, delimiter: string): string {
  const needed = /["\r\n]/.test(text) || text.includes(delimiter);
  return needed ? quoteCell(text) : text;
}

function quoteCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
