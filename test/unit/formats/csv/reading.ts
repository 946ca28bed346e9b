import type { FileRecords, LocatedText } from '../../../../src/formats/records';
import { readCsv } from '../../../../src/formats/csv/readCsv';
import { formatMessage } from '../../../../src/text/message';

/** Reads lines as a file, with LF at their ends. */
export function readLines(...lines: string[]): FileRecords {
  return readCsv('a.tmg.csv', `${lines.join('\n')}\n`);
}

/** Findings as `code: text under it`. */
export function findingsOf(records: FileRecords): string[] {
  return records.findings.map(({ code, range }) => `${code}: ${records.text.slice(range.start, range.end)}`);
}

/** The sentences of the findings. */
export function messagesOf(records: FileRecords): string[] {
  return records.findings.map(({ message }) => formatMessage(message));
}

/** Values of located texts. */
export function values(texts: readonly LocatedText[]): string[] {
  return texts.map(({ value }) => value);
}

/** Texts under located texts. */
export function slices({ text }: FileRecords, texts: readonly LocatedText[]): string[] {
  return texts.map(({ range }) => text.slice(range.start, range.end));
}

/** Everything in a value that has a range, at any depth. */
export function located(value: unknown): { value?: unknown; range: { start: number; end: number } }[] {
  if (Array.isArray(value)) {
    return value.flatMap(located);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inner = Object.entries(value).flatMap(([key, item]) =>
    key === 'range' || key === 'vector' ? [] : located(item),
  );
  return 'range' in value ? [value as ReturnType<typeof located>[number], ...inner] : inner;
}
