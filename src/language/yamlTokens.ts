import type { TextRange } from '../text/range';

/** A scalar as it is written on one line. */
export interface YamlToken {
  readonly value: string;
  readonly quote: '' | '"' | "'";
  /** Without quotes. */
  readonly inner: TextRange;
  /** Behind the closing quote, or behind the last character. */
  readonly end: number;
}

/** A list item or key with the place where it begins. */
export interface Sibling {
  readonly name: string;
  readonly start: number;
}

/** A blank within a line. */
export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Whether nothing but a line end or the end of the text stands at a place. */
export function isLineEnd(character: string): boolean {
  return character === '' || character === '\n' || character === '\r';
}

/** Where the line ends that a place lies in, before its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (!isLineEnd(text.charAt(end))) {
    end++;
  }
  return end;
}

/** Where the line begins that a place lies in. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (!isLineEnd(text.charAt(start - 1))) {
    start--;
  }
  return start;
}

/** Where the line after one that ends at `end` begins. */
export function nextLine(text: string, end: number): number {
  return text.charAt(end) === '\r' && text.charAt(end + 1) === '\n' ? end + 2 : end + 1;
}

/** Passes over blanks. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charAt(next))) {
    next++;
  }
  return next;
}

/** Whether a comment begins at a place. */
export function isComment(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return text.charAt(at) === '#' && (isBlank(before) || isLineEnd(before));
}

/** A quoted scalar; it ends with its line where no quote closes it. */
export function readQuoted(text: string, at: number): YamlToken {
  const quote = text.charAt(at) === '"' ? '"' : "'";
  let end = at + 1;
  for (; !isLineEnd(text.charAt(end)); end++) {
    const isEscape = quote === '"' ? text.charAt(end) === '\\' : text.startsWith("''", end);
    if (isEscape && !isLineEnd(text.charAt(end + 1))) {
      end++;
    } else if (text.charAt(end) === quote) {
      break;
    }
  }
  const inner = { start: at + 1, end };
  const closed = text.charAt(end) === quote;
  return { value: unquote(text.slice(at + 1, end), quote), quote, inner, end: closed ? end + 1 : end };
}

/** A plain scalar from `start` to `end`; blanks at its end do not count. */
export function plainToken(text: string, start: number, end: number): YamlToken {
  const value = text.slice(start, end).trimEnd();
  const inner = { start, end: start + value.length };
  return { value, quote: '', inner, end: inner.end };
}

/** A text written inside of quotes. */
export function quoteInside(text: string, quote: '"' | "'"): string {
  return quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
}

function unquote(source: string, quote: '"' | "'"): string {
  if (quote === "'") {
    return source.replaceAll("''", "'");
  }
  try {
    return String(JSON.parse(`"${source}"`));
  } catch {
    return source;
  }
}
