import type { FileRecords } from '../formats/records';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';
import { runsBy } from './runs';

/** Lines that can be folded into the first of them. */
export interface FoldingRange {
  /** From somewhere in the first line to the end of the last, without its line end. */
  readonly range: TextRange;
  readonly kind: 'comment' | 'record';
}

/** What can be folded in a file: YAML by indentation and comments, CSV by runs of rows of the same component. */
export function foldingRanges(snapshot: Snapshot, file: string): FoldingRange[] {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return [];
  }
  return records.format === 'csv' ? rowRuns(records) : foldYaml(readLines(records.text));
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Blanks before the text; -1 for a line without any. */
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'item' | 'text';
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([ \t]*)([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const [, blanks = '', content = ''] = match;
    const start = match.index;
    const kind =
      content.trim() === ''
        ? 'blank'
        : content.startsWith('#')
          ? 'comment'
          : /^-(\s|$)/.test(content)
            ? 'item'
            : 'text';
    const indent = kind === 'blank' ? -1 : blanks.length;
    lines.push({ start, end: start + blanks.length + content.trimEnd().length, indent, kind });
  }
  return lines;
}

function foldYaml(lines: readonly Line[]): FoldingRange[] {
  return [...foldComments(lines), ...foldIndented(lines)].sort((a, b) => a.range.start - b.range.start);
}

function foldComments(lines: readonly Line[]): FoldingRange[] {
  return runsBy(lines, ({ kind }) => (kind === 'comment' ? kind : 'other')).flatMap((run) => {
    const [first] = run;
    const last = run.at(-1) ?? first;
    return first.kind === 'comment' && run.length > 1
      ? [{ range: { start: first.start, end: last.end }, kind: 'comment' as const }]
      : [];
  });
}

/** Each line with the lines below that are indented deeper; comments and blank lines at the end stay outside. */
function foldIndented(lines: readonly Line[]): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: { readonly line: Line; last: Line }[] = [];
  const close = (isClosed: (line: Line) => boolean): void => {
    for (let top = open.at(-1); top && isClosed(top.line); top = open.at(-1)) {
      open.pop();
      if (top.last !== top.line) {
        ranges.push({ range: { start: top.line.start, end: top.last.end }, kind: 'record' });
      }
    }
  };
  for (const line of lines) {
    if (line.kind === 'item' || line.kind === 'text') {
      // The items of a list may be indented as deep as the key they belong to.
      close((outer) => outer.indent > line.indent || (outer.indent === line.indent && !owns(outer, line)));
      for (const outer of open) {
        outer.last = line;
      }
      open.push({ line, last: line });
    }
  }
  close(() => true);
  return ranges;
}

function owns(outer: Line, line: Line): boolean {
  return outer.kind === 'text' && line.kind === 'item';
}

function rowRuns({ components, ratings }: FileRecords): FoldingRange[] {
  const rows = [
    ...components.map(({ name, range }) => ({ name, range })),
    ...ratings.map(({ component, range }) => ({ name: component, range })),
  ];
  return runsBy(rows, ({ name }) => name.value).flatMap((run) => {
    const [first] = run;
    const last = run.at(-1) ?? first;
    return last.range.start > first.range.start
      ? [{ range: { start: first.range.start, end: last.range.end }, kind: 'record' as const }]
      : [];
  });
}
