import type { TextRange } from '../../text/range';
import { readCell } from './cell';
import { readHeader } from './header';
import { isIgnoreComment } from './ignoreRow';
import { parseCsv } from './parseCsv';
import type { Column } from './tables';

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
  for (let record = 0; record < tokens.recordCount; record++) {
    if (!tokens.isBlank(record) && !isIgnoreComment(tokens.value(record, 0))) {
      const columns = readHeader(tokens, record, '', [])?.columns ?? new Map<Column, number>();
      return [...columns].flatMap(([column, position]) => {
        const field = tokens.field(record, position);
        const cell = field && readCell(field, tokens.text);
        return cell ? [{ column, range: cell.range }] : [];
      });
    }
  }
  return [];
}

/** The known column whose header an offset touches. */
export function columnAt(text: string, offset: number): HeaderColumn | undefined {
  return offset > HEADER_END
    ? undefined
    : headerColumns(text).find(({ range }) => range.start <= offset && offset <= range.end);
}
