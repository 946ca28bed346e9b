import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { YamlCursor } from './yamlCursorState';
import { FlowScanner } from './yamlFlowScanner';
import {
  isBlank,
  isComment,
  lineEnd,
  nextLine,
  plainToken,
  readQuoted,
  type Sibling,
  skipBlanks,
  type YamlToken,
} from './yamlTokens';

/** A key or list item whose content is being read. */
interface Frame {
  readonly indent: number;
  readonly isItem: boolean;
  readonly path: YamlPath;
  /** The keys of its map, or the scalars of its list. */
  readonly entries: Sibling[];
  /** Number of list items so far. */
  items: number;
  /** Whether a value stands behind its colon or dash. */
  filled: boolean;
}

/** Reads block style line by line and finds what the caret is at. */
export class BlockScanner {
  private readonly frames: [Frame, ...Frame[]] = [newFrame(-1, [], false)];
  private found: YamlCursor | 'nothing' | undefined;
  /** What the found place belongs to. */
  private around: Frame | undefined;
  /** Indentation of the key whose block scalar is being passed over. */
  private scalarIndent: number | undefined;

  constructor(
    private readonly text: string,
    private readonly caret: number,
    private readonly start: number,
  ) {}

  /** What is being typed at the caret. */
  scan(): YamlCursor | undefined {
    const { text } = this;
    for (let at = this.start; at <= text.length && !this.isDone(); ) {
      at = this.readLine(at);
    }
    const { found, around } = this;
    if (!found || found === 'nothing') {
      return undefined;
    }
    if (!around || found.position === 'value') {
      return found;
    }
    const others = around.entries.filter(({ start }) => start !== found.range.start);
    return { ...found, siblings: others.map(({ name }) => name) };
  }

  /** What comes after the caret matters only as long as it belongs to the same map or list. */
  private isDone(): boolean {
    const isOpen = this.around !== undefined && this.frames.includes(this.around);
    return this.found !== undefined && !(isOpen && this.around !== this.frames[0]);
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? this.frames[0];
  }

  /** Reads a line, or several where a flow collection begins; returns where the next one begins. */
  private readLine(line: number): number {
    const { text, caret } = this;
    const content = skipBlanks(text, line);
    const end = lineEnd(text, content);
    const indent = content - line;
    const isEmpty = content === end;
    const inScalar =
      this.scalarIndent !== undefined &&
      (isEmpty
        ? caret - line > this.scalarIndent || caret > end || caret < line
        : indent > this.scalarIndent);
    if (inScalar) {
      this.refuse(line, end);
    } else if (isEmpty) {
      if (line <= caret && caret <= end) {
        this.findGap(caret - line);
      }
    } else if (isComment(text, content)) {
      this.refuse(line, end);
    } else {
      this.scalarIndent = undefined;
      this.refuse(line, content - 1);
      const after = this.readContent(content, indent, end);
      const last = lineEnd(text, after);
      this.refuse(content, last);
      return nextLine(text, last);
    }
    return nextLine(text, end);
  }

  /** Reads dashes, key and value of a line; returns where it stopped. */
  private readContent(begin: number, column: number, end: number): number {
    const { text } = this;
    let at = begin;
    let indent = column;
    let afterDash = false;
    while (text.charAt(at) === '-' && (isBlank(text.charAt(at + 1)) || at + 1 >= end)) {
      this.pop(indent, true);
      const list = this.top;
      const path = [...list.path, list.items++];
      this.frames.push(newFrame(indent, path, true));
      const next = skipBlanks(text, at + 1);
      if (next >= end || isComment(text, next)) {
        this.findEmpty('item', path, list, at + 1, Math.min(next, end));
        return end;
      }
      indent += next - at;
      at = next;
      afterDash = true;
    }
    const first = text.charAt(at);
    if (first === '{' || first === '[') {
      if (!afterDash) {
        this.pop(indent, false);
      }
      return this.readFlow(at, this.top);
    }
    const token = first === '"' || first === "'" ? readQuoted(text, at) : this.readKey(at, end);
    const colon = skipBlanks(text, token.end);
    if (text.charAt(colon) === ':' && (colon + 1 >= end || isBlank(text.charAt(colon + 1)))) {
      this.pop(indent, false);
      return this.readPair(token, indent, colon, end);
    }
    this.readScalar(token, indent, afterDash);
    return end;
  }

  /** A plain text up to the colon that makes it a key, or to the end of the line. */
  private readKey(at: number, end: number): YamlToken {
    const { text } = this;
    for (let stop = at; stop < end; stop++) {
      const isColon = text.charAt(stop) === ':' && (stop + 1 >= end || isBlank(text.charAt(stop + 1)));
      if (isColon || (stop > at && isComment(text, stop))) {
        return plainToken(text, at, stop);
      }
    }
    return this.withTail(plainToken(text, at, end), end);
  }

  private readPair(key: YamlToken, indent: number, colon: number, end: number): number {
    const { text } = this;
    const map = this.top;
    const path = [...map.path, key.value];
    map.entries.push({ name: key.value, start: key.inner.start });
    this.findToken('key', map.path, map, key, true);
    const frame = newFrame(indent, path, false);
    this.frames.push(frame);
    const at = skipBlanks(text, colon + 1);
    if (at >= end || (at > colon + 1 && isComment(text, at))) {
      this.findEmpty('value', path, frame, colon + 1, Math.min(at, end));
      return end;
    }
    frame.filled = true;
    switch (text.charAt(at)) {
      case '{':
      case '[':
        return this.readFlow(at, frame);
      case '|':
      case '>':
        this.scalarIndent = indent;
        return end;
      case '"':
      case "'":
        this.findToken('value', path, frame, readQuoted(text, at), false);
        return end;
      default:
        this.findToken('value', path, frame, this.readPlain(at, end), false);
        return end;
    }
  }

  /** A text without colon: a list item, or a key that is being typed. */
  private readScalar(token: YamlToken, indent: number, afterDash: boolean): void {
    if (afterDash) {
      const item = this.top;
      const list = this.frames.at(-2) ?? this.frames[0];
      item.filled = true;
      list.entries.push({ name: token.value, start: token.inner.start });
      this.findToken('item', item.path, list, token, false);
      return;
    }
    const map = [...this.frames].reverse().find((frame) => frame.indent < indent) ?? this.frames[0];
    if (!map.filled) {
      this.findToken('key', map.path, map, token, false);
    }
  }

  private readPlain(at: number, end: number): YamlToken {
    let stop = at;
    while (stop < end && !(stop > at && isComment(this.text, stop))) {
      stop++;
    }
    return this.withTail(plainToken(this.text, at, stop), stop);
  }

  /** Of blanks behind a plain text those before the caret belong to what is being typed. */
  private withTail(token: YamlToken, end: number): YamlToken {
    const isBehind = token.quote === '' && token.end < this.caret && this.caret <= end;
    const isTail = isBehind && this.text.slice(token.end, this.caret).trim() === '';
    const inner = isTail ? { start: token.inner.start, end: this.caret } : token.inner;
    return { ...token, inner };
  }

  private readFlow(at: number, frame: Frame): number {
    frame.filled = true;
    const { end, found } = new FlowScanner(this.text, this.caret, frame.indent).scan(at, frame.path);
    this.found ??= found;
    this.refuse(at, end);
    return end;
  }

  /** Leaves what a line of some indentation does not belong to; a dash can stand below the key of its list. */
  private pop(indent: number, isItem: boolean): void {
    while (
      this.frames.length > 1 &&
      (this.top.indent > indent || (this.top.indent === indent && (!isItem || this.top.isItem)))
    ) {
      this.frames.pop();
    }
  }

  private findGap(column: number): void {
    const around = [...this.frames].reverse().find((frame) => frame.indent < column) ?? this.frames[0];
    if (around.filled) {
      this.found = 'nothing';
      return;
    }
    const range = { start: this.caret, end: this.caret };
    const { path } = around;
    this.set({ path, position: 'key', range, quote: '', needsBlank: false, hasColon: false }, around);
  }

  /** The caret between a colon or dash and the end of its line. */
  private findEmpty(
    position: 'value' | 'item',
    path: YamlPath,
    around: Frame,
    from: number,
    to: number,
  ): void {
    const { caret } = this;
    if (from <= caret && caret <= to) {
      const range = { start: caret, end: caret };
      this.set({ path, position, range, quote: '', needsBlank: caret === from, hasColon: false }, around);
    }
  }

  private findToken(
    position: YamlCursor['position'],
    path: YamlPath,
    around: Frame,
    { inner, quote }: YamlToken,
    hasColon: boolean,
  ): void {
    if (inner.start <= this.caret && this.caret <= inner.end) {
      this.set({ path, position, range: inner, quote, needsBlank: false, hasColon }, around);
    }
  }

  private set(found: Omit<YamlCursor, 'flow' | 'prefix' | 'siblings'>, around: Frame): void {
    if (this.found === undefined) {
      const prefix = this.text.slice(found.range.start, this.caret);
      this.found = { ...found, flow: false, prefix, siblings: [] };
      this.around = around;
    }
  }

  private refuse(from: number, to: number): void {
    if (from <= this.caret && this.caret <= to) {
      this.found ??= 'nothing';
    }
  }
}

function newFrame(indent: number, path: YamlPath, isItem: boolean): Frame {
  return { indent, isItem, path, entries: [], items: 0, filled: false };
}
