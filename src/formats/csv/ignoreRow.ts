import { readIgnore } from '../ignores';
import type { RecordCollector } from '../records';
import type { CsvTokens } from './csvTokens';

const COMMENT = /^[ \t]*#[ \t]*tmg-ignore\b/;

/** Whether a row whose first cell has this text is a `tmg-ignore` comment. */
export function isIgnoreComment(firstCell: string): boolean {
  return COMMENT.test(firstCell);
}

/** Collects a `tmg-ignore` row. Its reason may hold the delimiter; empty cells at the end do not belong to it. */
export function readIgnoreRow(
  tokens: CsvTokens,
  record: number,
  line: number,
  records: RecordCollector,
): void {
  const field = tokens.field(record, 0);
  if (!field) {
    return;
  }
  const range = field.quoted
    ? field.inner
    : { start: field.range.start, end: tokens.recordRange(record).end };
  const [text = ''] = tokens.text.slice(range.start, range.end).split(/[\r\n]/, 1);
  const ignore = readIgnore(
    records,
    field.quoted ? text : withoutPadding(text, tokens.delimiter),
    line,
    range.start,
  );
  if (ignore) {
    const reason = field.quoted ? ignore.reason.replaceAll('""', '"') : ignore.reason;
    records.ignores.push({ ...ignore, reason });
  }
}

// Spreadsheets fill up every row to the width of the table.
function withoutPadding(text: string, delimiter: string | undefined): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === delimiter || text[end - 1] === ' ')) {
    end--;
  }
  return text.slice(0, end);
}
