import type { TextRange } from '../../text/range';
import type { LocatedText } from '../records';
import { readCell } from './cell';
import type { CsvTokens } from './csvTokens';
import { readHeader } from './header';
import { isIgnoreComment } from './ignoreRow';
import { parseCsv } from './parseCsv';
import type { Column } from './tables';
import { isThreatTableHeader } from './threatTableHeader';

/** A known column in the header of a table. */
export interface HeaderColumn {
  readonly column: Column;
  readonly range: TextRange;
}

/** A header stands at the beginning; what lies behind this is not looked at. */
const HEADER_END = 20_000;

/** The known columns of a table's header, in the order of the table. */
export function headerColumns(text: string): HeaderColumn[] {
  const tokens = parseCsv(text.slice(0, HEADER_END));
  const record = headerRecord(tokens);
  return [...columnPositions(tokens, record)].flatMap(([column, position]) => {
    const field = tokens.field(record, position);
    const cell = field && readCell(field, tokens);
    return cell ? [{ column, range: cell.range }] : [];
  });
}

/** Whether a text begins with the header of a threat table. */
export function beginsThreatTable(text: string): boolean {
  const tokens = parseCsv(text.slice(0, HEADER_END));
  const record = headerRecord(tokens);
  const count = record < tokens.recordCount ? Math.min(tokens.fieldCount(record), 100) : 0;
  return isThreatTableHeader(
    Array.from({ length: count }, (_, column) => tokens.value(record, column).trim()),
  );
}

/** The known column whose header an offset touches. */
export function columnAt(text: string, offset: number): HeaderColumn | undefined {
  return offset > HEADER_END
    ? undefined
    : headerColumns(text).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** The cells of a column below its header; none where the table has no such column. */
export function columnCells(text: string, column: Column): LocatedText[] {
  const tokens = parseCsv(text);
  const header = headerRecord(tokens);
  const position = columnPositions(tokens, header).get(column);
  const cells: LocatedText[] = [];
  for (let record = header + 1; position !== undefined && record < tokens.recordCount; record++) {
    const field = tokens.field(record, position);
    const cell = field && readCell(field, tokens);
    if (cell) {
      cells.push({ value: cell.value, range: cell.range });
    }
  }
  return cells;
}

function columnPositions(tokens: CsvTokens, record: number): ReadonlyMap<Column, number> {
  return record < tokens.recordCount
    ? (readHeader(tokens, record, '', [])?.columns ?? new Map<Column, number>())
    : new Map<Column, number>();
}

/** The first record that is neither blank nor a comment; the number of records where there is none. */
export function headerRecord(tokens: CsvTokens): number {
  let record = 0;
  while (
    record < tokens.recordCount &&
    (tokens.isBlank(record) || isIgnoreComment(tokens.value(record, 0)))
  ) {
    record++;
  }
  return record;
}
