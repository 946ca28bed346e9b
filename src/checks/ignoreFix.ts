import type { Finding, Fix } from '../formats/finding';
import { LineIndex } from '../text/lineIndex';
import type { CheckContext } from './rule';

/** What a comment says until the user gives the reason. */
const REASON_PLACEHOLDER = 'why this is fine';

/** Codes of files that cannot be read as a whole: a comment in them would not be either. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'csv-syntax',
  'not-text',
  'file-too-large',
  'encoding-guessed',
]);

/** Silences a finding by a comment above its line, in which a reason is to be filled in; undefined where none can stand. */
export function ignoreFix(finding: Finding, { origins }: CheckContext): Fix | undefined {
  const records = origins.files.find(({ file }) => file === finding.file);
  if (!records || UNREADABLE.has(finding.code)) {
    return undefined;
  }
  const { text, format } = records;
  const lines = new LineIndex(text);
  const { line } = lines.positionAt(finding.range.start);
  const start = lines.offsetAt({ line, column: 1 });
  if (format === 'csv' && (line === 1 || insideQuotes(text, start))) {
    return undefined;
  }
  const indent = format === 'csv' ? '' : (/^[ \t]*/.exec(lines.lineText(line))?.[0] ?? '');
  const newText = `${indent}# tmg-ignore ${finding.code}: ${REASON_PLACEHOLDER}${lineEnd(text)}`;
  return {
    title: {
      template: 'Ignore this {code} with a reason: fill in the comment',
      args: { code: finding.code },
    },
    changes: [{ file: finding.file, edits: [{ range: { start, end: start }, newText }] }],
  };
}

/** Whether a line of a CSV text continues a quoted cell: a comment cannot stand above it. */
function insideQuotes(text: string, start: number): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < start; at = text.indexOf('"', at + 1)) {
    quotes++;
  }
  return quotes % 2 === 1;
}

function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
