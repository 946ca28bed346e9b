import type { TextRange } from '../../text/range';

/** A top-level key with nothing behind its colon, whose entries are parsed one by one. */
export interface BlockSection {
  readonly kind: 'block';
  readonly key: string;
  readonly keyRange: TextRange;
  readonly range: TextRange;
  readonly style: 'map' | 'sequence';
  /** One stretch of text per entry, each a YAML document of its own. */
  readonly entries: readonly TextRange[];
}

/** Any other stretch of top-level text, parsed as a whole. */
export interface InlineSection {
  readonly kind: 'inline';
  readonly range: TextRange;
}

/** A line that ends one YAML document and begins another. */
export interface DocumentMarker {
  readonly kind: 'marker';
  readonly range: TextRange;
}

export type Section = BlockSection | InlineSection | DocumentMarker;

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly next: number;
  /** Number of blanks before the first other character; -1 for blank and comment lines. */
  readonly indent: number;
}

const BLOCK_KEY = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(#.*)?$/;
const MARKER = /^(---|\.\.\.)(?=[ \t]|$)/;

/**
 * Cuts a YAML text at its top-level keys, and sections in block style at their entries, by line starts and
 * indentation alone, if their key is one of `sectionKeys`. In valid YAML a line that is indented no deeper than a block key begins a new one, so the parts
 * parse to what the whole does; in broken YAML the damage stays within one part.
 */
export function splitEntries(text: string, sectionKeys: ReadonlySet<string>): Section[] {
  const lines = readLines(text);
  const sections: Section[] = [];
  let first = 0;
  let seenContent = false;
  const close = (end: number): void => {
    if (lines.slice(first, end).some(({ indent }) => indent >= 0)) {
      sections.push(makeSection(text, lines.slice(first, end), sectionKeys));
    }
  };
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    if (MARKER.test(content) || (content.startsWith('%') && !seenContent)) {
      close(index);
      first = index + 1;
      if (seenContent || content.startsWith('...')) {
        sections.push({ kind: 'marker', range: { start: line.start, end: line.end } });
      }
      seenContent ||= content.length > 3 && MARKER.test(content) && content.slice(3).trim() !== '';
    } else if (line.indent === 0 && beginsKey(text, line)) {
      close(index);
      first = index;
      seenContent = true;
    } else if (line.indent >= 0) {
      seenContent = true;
    }
  }
  close(lines.length);
  return sections;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) {
      end++;
    }
    const next =
      text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10
        ? end + 2
        : Math.min(end + 1, text.length);
    let content = start;
    while (content < end && text.charCodeAt(content) === 32) {
      content++;
    }
    const silent =
      content === end || text.charCodeAt(content) === 35 || text.slice(content, end).trim() === '';
    lines.push({ start, end, next, indent: silent ? -1 : content - start });
    start = next;
  }
  return lines;
}

/** Whether the line can begin a mapping entry at its indentation: no list item and no closing bracket. */
function beginsKey(text: string, line: Line): boolean {
  const first = text.charAt(line.start + line.indent);
  return !(first === '}' || first === ']' || first === ',' || isTabbed(text, line) || beginsItem(text, line));
}

/** Whether a tab follows the blanks of the indentation: no key can stand there, so the line is one more of those above. */
function isTabbed(text: string, line: Line): boolean {
  return text.charAt(line.start + line.indent) === '\t';
}

function beginsItem(text: string, line: Line): boolean {
  const at = line.start + line.indent;
  const next = text.charAt(at + 1);
  return text.charAt(at) === '-' && (next === ' ' || next === '\t' || at + 1 >= line.end);
}

/** Whether a line can begin a block collection: flow collections, block scalars and node properties cannot. */
function isBlockLine(text: string, line: Line): boolean {
  return !'{[|>&*!?%@`'.includes(text.charAt(line.start + line.indent));
}

function makeSection(text: string, lines: readonly Line[], sectionKeys: ReadonlySet<string>): Section {
  const begin = lines.findIndex(({ indent }) => indent >= 0);
  const header = lines[begin] as Line;
  const last = lines[lines.length - 1] as Line;
  const range = { start: header.start, end: last.next };
  const match = header.indent === 0 ? BLOCK_KEY.exec(text.slice(header.start, header.end)) : null;
  const body = lines.slice(begin + 1);
  const child = body.find(({ indent }) => indent >= 0);
  const key = match?.[1];
  if (key === undefined || !sectionKeys.has(key) || child === undefined || !isBlockLine(text, child)) {
    return { kind: 'inline', range };
  }
  const style = beginsItem(text, child) ? 'sequence' : 'map';
  if (child.indent === 0 && style === 'map') {
    return { kind: 'inline', range };
  }
  const entries: { start: number; end: number }[] = [];
  for (const line of body) {
    const fits = style === 'sequence' ? beginsItem(text, line) : beginsKey(text, line);
    const begins =
      line.indent >= 0 &&
      !isTabbed(text, line) &&
      (line.indent < child.indent || (line.indent === child.indent && fits));
    const current = entries[entries.length - 1];
    if (begins) {
      entries.push({ start: line.start, end: line.next });
    } else if (current) {
      current.end = line.next;
    }
  }
  const keyRange = { start: header.start, end: header.start + key.length };
  return { kind: 'block', key, keyRange, range, style, entries };
}
