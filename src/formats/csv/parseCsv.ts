import { detectDelimiter } from './delimiter';
import type { CsvTokens } from './csvTokens';
import { tokenize } from './tokenizer';

const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?[ \t]*(?:\r\n|\n|\r|$)/i;

/**
 * The cells of a CSV text, with the delimiter found out. A byte order mark and the line `sep=;` that Excel
 * understands are passed over.
 */
export function parseCsv(text: string): CsvTokens {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const [line, separator] = SEPARATOR_LINE.exec(text.slice(start, start + 16)) ?? [];
  if (line !== undefined && separator !== undefined) {
    return tokenize(text, separator, start + line.length);
  }
  return tokenize(text, detectDelimiter(text, start), start);
}
