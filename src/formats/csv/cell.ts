import type { Located, TextRange } from '../../text/range';
import { unguardFormula } from './formulaGuard';
import type { CsvField, CsvTokens } from './csvTokens';

/** A cell's text as records use it: trimmed, and without each `'` that keeps spreadsheets from computing it. */
export interface Cell extends Located<string> {
  /** Offset of the text's first character, or undefined if doubled quotes or a `'` inside moved characters. */
  readonly textStart: number | undefined;
}

/** Reads a cell; undefined where nothing but blanks stands. The range is that of the text, or of the whole quoted cell if characters moved. */
export function readCell(
  field: CsvField,
  { text, delimiter }: Pick<CsvTokens, 'text' | 'delimiter'>,
): Cell | undefined {
  const written = field.value;
  const unguarded = unguardFormula(written, delimiter);
  const value = unguarded.trim();
  if (value === '') {
    return undefined;
  }
  // A `'` that was taken off within the text has moved what follows it.
  if (field.moved || !written.trimEnd().endsWith(value)) {
    return { value, range: trimRange(field.range, text), textStart: undefined };
  }
  const start = field.inner.start + written.trimEnd().length - value.length;
  return { value, range: { start, end: start + value.length }, textStart: start };
}

/** A range without the blanks at its ends. */
export function trimRange({ start, end }: TextRange, text: string): TextRange {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}

/** A part of a cell's text, from `start` to `end` in it, without the blanks around it; empty if there are only blanks. */
export function cellPart(cell: Cell, start: number, end: number): Cell {
  const slice = cell.value.slice(start, end);
  const value = slice.trim();
  if (cell.textStart === undefined) {
    return { value, range: cell.range, textStart: undefined };
  }
  const from = cell.textStart + start + (value === '' ? 0 : slice.length - slice.trimStart().length);
  return { value, range: { start: from, end: from + value.length }, textStart: from };
}
