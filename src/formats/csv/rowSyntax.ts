import { finding } from '../finding';
import type { RecordCollector } from '../records';
import { trimRange } from './cell';
import type { CsvTokens } from './csvTokens';

/** Reports the quotes of a record that are unclosed or followed by other characters. */
export function reportQuotes(tokens: CsvTokens, record: number, { file, findings }: RecordCollector): void {
  for (let column = 0; column < tokens.fieldCount(record); column++) {
    const field = tokens.field(record, column);
    if (field?.problem === 'unclosed') {
      const range = { start: field.inner.start - 1, end: field.inner.start };
      const template =
        'This quote is not closed, so the cell ends with the line; close it, or write "" for a quote that belongs to the text.';
      findings.push(finding('csv-syntax', { file, range }, template));
    } else if (field?.problem === 'stray') {
      const range = trimRange({ start: field.inner.end + 1, end: field.range.end }, tokens.text);
      const template =
        'This stands behind the closing quote; move it before that quote, and write "" for a quote that belongs to the text.';
      findings.push(finding('csv-syntax', { file, range }, template));
    }
  }
}

/** Reports cells behind the last column that are not empty. */
export function reportExtraCells(
  tokens: CsvTokens,
  record: number,
  width: number,
  { file, findings }: RecordCollector,
): void {
  let first: number | undefined;
  let end = 0;
  for (let column = width; column < tokens.fieldCount(record); column++) {
    const field = tokens.field(record, column);
    if (field && field.value.trim() !== '') {
      const range = trimRange(field.range, tokens.text);
      first ??= range.start;
      end = range.end;
    }
  }
  if (first !== undefined) {
    const template =
      'The row has {cells} cells and the header {columns}, so this is not read; put quotes around a cell that holds the delimiter, or name the column.';
    const args = { cells: tokens.fieldCount(record), columns: width };
    findings.push(finding('csv-syntax', { file, range: { start: first, end } }, template, args));
  }
}
