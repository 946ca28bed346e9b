import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { YamlCursor } from './yamlCursorState';
import {
  isBlank,
  isComment,
  isLineEnd,
  lineEnd,
  nextLine,
  plainToken,
  readQuoted,
  type Sibling,
  skipBlanks,
  type YamlToken,
} from './yamlTokens';

/** What the scan of a flow collection found. */
export interface FlowScan {
  /** Behind its last bracket, or where the text goes on without it. */
  readonly end: number;
  /** `nothing` where the caret lies in it and nothing can stand there. */
  readonly found: YamlCursor | 'nothing' | undefined;
}

interface Collection {
  readonly kind: 'map' | 'list';
  readonly path: YamlPath;
  /** The keys of a map, the scalars of a list. */
  readonly entries: Sibling[];
  /** Number of commas before. */
  index: number;
  key: string | undefined;
  inValue: boolean;
  /** Whether something stands already where key, value or item belong. */
  filled: boolean;
}

const INDICATORS = ',[]{}';

/** Reads flow collections character by character, closed or not, and finds what the caret is at. */
export class FlowScanner {
  private readonly open: Collection[] = [];
  private found: YamlCursor | 'nothing' | undefined;
  private around: Collection | undefined;
  /** Whether it ends although it is not closed. */
  private isOver = false;

  /**
   * @param limit indentation of the block entry that the collection belongs to: a line that is indented no deeper
   * ends it
   */
  constructor(
    private readonly text: string,
    private readonly caret: number,
    private readonly limit: number,
  ) {}

  /** Scans the collection whose bracket stands at a place. */
  scan(start: number, path: YamlPath): FlowScan {
    let at = start;
    do {
      const next = this.skipSpace(at);
      this.lookAtGap(at, next);
      at = this.isOver ? next : this.readNext(next, path);
    } while (this.open.length > 0 && at < this.text.length && !this.isOver);
    this.lookAtGap(at, at);
    return this.result(at);
  }

  private result(end: number): FlowScan {
    const { found, around } = this;
    if (!found || found === 'nothing' || !around) {
      return { end, found };
    }
    const others = around.entries.filter(({ start }) => start !== found.range.start);
    const siblings = found.position === 'value' ? [] : others.map(({ name }) => name);
    return { end, found: { ...found, siblings } };
  }

  /** Passes over blanks, comments and line ends; stops before a line that does not belong to the collection. */
  private skipSpace(from: number): number {
    const { text, caret } = this;
    let at = from;
    for (;;) {
      at = skipBlanks(text, at);
      if (isComment(text, at)) {
        const end = lineEnd(text, at);
        this.refuse(at + 1, end);
        at = end;
      }
      if (at >= text.length || !isLineEnd(text.charAt(at))) {
        return at;
      }
      const line = nextLine(text, at);
      const content = skipBlanks(text, line);
      const first = text.charAt(content);
      const hasCaret = line <= caret && caret <= content;
      const column = isLineEnd(first) && hasCaret ? caret - line : content - line;
      // Of lines without text only that of the caret can end a collection: there something else is being typed.
      const counts = isLineEnd(first) ? hasCaret : !'}],'.includes(first);
      if (counts && column <= this.limit) {
        this.isOver = true;
        return at;
      }
      at = line;
    }
  }

  private readNext(at: number, path: YamlPath): number {
    const { text } = this;
    const character = text.charAt(at);
    const top = this.open.at(-1);
    switch (character) {
      case '{':
      case '[':
        this.push(character, top ? slotPath(top) : path);
        return at + 1;
      case '}':
      case ']':
        this.open.pop();
        return at + 1;
      case ',':
        if (top) {
          Object.assign(top, { index: top.index + 1, key: undefined, inValue: false, filled: false });
        }
        return at + 1;
      case ':':
        if (top?.kind === 'map' && !top.inValue) {
          Object.assign(top, { inValue: true, filled: false });
          return at + 1;
        }
    }
    const token = character === '"' || character === "'" ? readQuoted(text, at) : this.readPlain(at, top);
    this.take(token, top);
    return Math.max(token.end, at + 1);
  }

  private push(bracket: '{' | '[', path: YamlPath): void {
    const top = this.open.at(-1);
    if (top) {
      top.filled = true;
    }
    const kind = bracket === '{' ? 'map' : 'list';
    this.open.push({ kind, path, entries: [], index: 0, key: undefined, inValue: false, filled: false });
  }

  private readPlain(start: number, top: Collection | undefined): YamlToken {
    const { text } = this;
    const isKey = top?.kind === 'map' && !top.inValue;
    let at = start;
    for (; !isLineEnd(text.charAt(at)); at++) {
      const character = text.charAt(at);
      const next = text.charAt(at + 1);
      const isColon = isKey && character === ':';
      if (
        INDICATORS.includes(character) ||
        (isColon && (isBlank(next) || isLineEnd(next) || INDICATORS.includes(next))) ||
        (at > start && isComment(text, at))
      ) {
        break;
      }
    }
    return plainToken(text, start, at);
  }

  private take(token: YamlToken, top: Collection | undefined): void {
    if (!top) {
      return;
    }
    const isKey = top.kind === 'map' && !top.inValue;
    if (isKey || top.kind === 'list') {
      top.entries.push({ name: token.value, start: token.inner.start });
    }
    if (isKey) {
      top.key = token.value;
    }
    const { start } = token.inner;
    // Blanks behind a plain text can become a part of it.
    const end = token.quote === '' ? this.plainEnd(token) : token.inner.end;
    if (!this.found && start <= this.caret && this.caret <= end) {
      const range = { start, end: Math.max(token.inner.end, this.caret) };
      const hasColon = isKey && this.text.charAt(skipBlanks(this.text, token.end)) === ':';
      this.find(top, { range, quote: token.quote, hasColon, needsBlank: false });
    }
    top.filled = true;
  }

  private plainEnd({ end }: YamlToken): number {
    const next = skipBlanks(this.text, end);
    return isComment(this.text, next) && next > end ? next - 1 : next;
  }

  /** Looks whether the caret lies between two tokens. */
  private lookAtGap(from: number, to: number): void {
    const { text, caret } = this;
    const top = this.open.at(-1);
    const next = text.charAt(to);
    const touchesNext = caret === to && !isLineEnd(next) && !`${INDICATORS}:`.includes(next);
    if (this.found || !top || caret < from || caret > to || touchesNext) {
      return;
    }
    if (top.filled) {
      this.found = 'nothing';
      return;
    }
    const needsBlank = top.inValue && text.charAt(caret - 1) === ':';
    this.find(top, { range: { start: caret, end: caret }, quote: '', hasColon: false, needsBlank });
  }

  private refuse(from: number, to: number): void {
    if (from <= this.caret && this.caret <= to) {
      this.found ??= 'nothing';
    }
  }

  private find(
    top: Collection,
    token: Pick<YamlCursor, 'range' | 'quote' | 'hasColon' | 'needsBlank'>,
  ): void {
    const position = top.kind === 'list' ? 'item' : top.inValue ? 'value' : 'key';
    const path = position === 'key' ? top.path : slotPath(top);
    const prefix = this.text.slice(token.range.start, this.caret);
    this.found = { ...token, path, position, flow: true, prefix, siblings: [] };
    this.around = top;
  }
}

function slotPath({ kind, path, index, key }: Collection): YamlPath {
  return [...path, kind === 'list' ? index : (key ?? '')];
}
