import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { Message } from '../../text/message';
import type { TextRange } from '../../text/range';
import { syntaxSentence } from './syntaxMessage';

/** Something a YAML parser objects to. */
export interface SyntaxProblem {
  readonly message: Message;
  readonly range: TextRange;
}

/** A text with more errors is no YAML at all, and looking for their lines would take forever. */
const MOST_ERRORS = 200;

/**
 * What the parser objects to in a text, in our words and where people look for it: at most one problem per line,
 * because the others follow from the first. Wrong escapes do not, and are all there.
 */
export function syntaxProblems(document: Document.Parsed, text: string): SyntaxProblem[] {
  const errors = document.errors
    .slice(0, MOST_ERRORS)
    .map(({ code, message, pos }) => ({ code, ...placed(document, text, code, message, pos) }))
    .sort((a, b) => a.range.start - b.range.start || vagueness(a.code) - vagueness(b.code));
  const problems: SyntaxProblem[] = [];
  let last = -1;
  for (const { code, message, range } of errors) {
    if (last < 0 || code === 'BAD_DQ_ESCAPE' || /[\r\n]/.test(text.slice(last, range.start))) {
      problems.push({ message, range });
    }
    last = range.start;
  }
  return problems;
}

/** Of two errors at one place, the vaguer one comes second. */
function vagueness(code: string): number {
  return code === 'BLOCK_AS_IMPLICIT_KEY' ? 1 : 0;
}

function placed(
  document: Document.Parsed,
  text: string,
  code: string,
  libraryMessage: string,
  [start, end]: readonly [number, number],
): SyntaxProblem {
  const quoted = code === 'UNEXPECTED_TOKEN' ? behindQuote(text, start) : undefined;
  if (quoted) {
    return { message: quoted, range: visibleAt(text, start, end) };
  }
  const [, closing] = /end with a ([\]}])/.exec(libraryMessage) ?? [];
  if (closing !== undefined && /[\]}]/.test(text.charAt(start))) {
    const template = 'A "{closing}" is missing behind this, or the bracket that follows is one too many.';
    return { message: { template, args: { closing } }, range: visibleBefore(text, start) };
  }
  const { message, place } = syntaxSentence(code, libraryMessage);
  const quote = place === 'quote' ? openQuote(document, text) : undefined;
  return {
    message,
    range: quote ?? (place === 'here' ? visibleAt(text, start, end) : visibleBefore(text, start)),
  };
}

/** What to say of a text that follows a closing quote. Another quote or a bracket is more likely an entry of its own. */
function behindQuote(text: string, offset: number): Message | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, quote] = /(["'])[ \t]*$/.exec(line) ?? [];
  return quote === undefined || /["'[{}\],:]/.test(text.charAt(offset))
    ? undefined
    : {
        template:
          'This stands behind the closing quote; quote the whole text, and write {escape} for a quote within it.',
        args: { escape: quote === '"' ? '\\"' : "''" },
      };
}

/** A range without the blanks before it; the last visible character of the text where nothing else follows. */
function visibleAt(text: string, start: number, end: number): TextRange {
  const blanks = /^ *(?=[^\s])/.exec(text.slice(start, start + 200))?.[0].length ?? 0;
  const from = start + blanks;
  return text.slice(from).trimStart() === ''
    ? visibleBefore(text, text.length)
    : { start: from, end: Math.min(text.length, Math.max(end, from + 1)) };
}

/** The last visible character before an offset. */
function visibleBefore(text: string, offset: number): TextRange {
  const end = text.slice(0, offset).trimEnd().length;
  return { start: Math.max(0, end - 1), end: Math.max(end, Math.min(1, text.length)) };
}

/** The quote that nothing closes; the parser notices it only at the end. */
function openQuote(document: Document.Parsed, text: string): TextRange | undefined {
  let found: TextRange | undefined;
  visit(document, {
    Scalar: (_, node: Scalar) => {
      const [start = 0, end = 0] = node.range ?? [];
      const source = text.slice(start, end).trimEnd();
      const quote = source.charAt(0);
      if (
        isScalar(node) &&
        (quote === '"' || quote === "'") &&
        !(source.length > 1 && source.endsWith(quote))
      ) {
        found = { start, end: start + 1 };
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}
