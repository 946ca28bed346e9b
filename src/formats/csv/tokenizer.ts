import { CsvTokens, MOVED, OFFSETS, QUOTED, STRAY, UNCLOSED } from './csvTokens';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Splits a CSV text into cells. Lines end with LF, CRLF or CR. Never fails: the cell of a quote that nothing closes
 * ends with its line, and text after a closing quote belongs to the cell, as in spreadsheets. Blanks around a
 * quoted cell do not count.
 * @param delimiter undefined for a table of one column
 * @param start where the first record begins
 * @param limit number of records to read at most
 */
export function tokenize(
  text: string,
  delimiter: string | undefined,
  start = 0,
  limit = Number.POSITIVE_INFINITY,
): CsvTokens {
  return new Tokenizer(text, delimiter, start).run(limit);
}

class Tokenizer {
  private readonly delimiterUnit: number;
  private offsets = new Int32Array(256 * OFFSETS);
  private flags = new Uint8Array(256);
  private firstFields = new Int32Array(64);
  private fields = 0;
  private records = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string | undefined,
    private position: number,
  ) {
    this.delimiterUnit = delimiter === undefined ? -1 : delimiter.charCodeAt(0);
  }

  run(limit: number): CsvTokens {
    while (this.position < this.text.length && this.records < limit) {
      this.markRecord();
      this.records++;
      this.readRecord();
    }
    this.markRecord();
    return new CsvTokens(
      this.text,
      this.delimiter,
      this.offsets.subarray(0, this.fields * OFFSETS),
      this.flags.subarray(0, this.fields),
      this.firstFields.subarray(0, this.records + 1),
    );
  }

  private readRecord(): void {
    for (;;) {
      this.readField();
      const unit = this.text.charCodeAt(this.position);
      if (unit === this.delimiterUnit) {
        this.position++;
        continue;
      }
      if (unit === CR && this.text.charCodeAt(this.position + 1) === LF) {
        this.position++;
      }
      this.position++;
      return;
    }
  }

  private readField(): void {
    const start = this.position;
    const open = this.skipBlanks(start);
    if (this.text.charCodeAt(open) === QUOTE) {
      this.readQuoted(start, open);
    } else {
      const end = this.findEnd(start);
      this.push(start, end, start, end, 0);
    }
  }

  private readQuoted(start: number, open: number): void {
    const { text } = this;
    let flags = QUOTED;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
      flags |= MOVED;
      close = text.indexOf('"', close + 2);
    }
    if (close < 0) {
      this.endWithLine(start, open);
      return;
    }
    const after = this.skipBlanks(close + 1);
    if (this.isEnd(after)) {
      this.push(start, after, open + 1, close, flags);
    } else if (this.findLineEnd(open) < close) {
      // The quote that closes this cell opens another one some lines below: it is this one that was forgotten.
      this.endWithLine(start, open);
    } else {
      this.push(start, this.findEnd(after), open + 1, close, flags | MOVED | STRAY);
    }
  }

  // Each scan that ends here stops at the next lone quote, where the next such scan begins: no part of the text is
  // read more than twice.
  private endWithLine(start: number, open: number): void {
    const end = this.findLineEnd(open);
    const doubled = this.text.slice(open + 1, end).includes('""');
    this.push(start, end, open + 1, end, QUOTED | UNCLOSED | (doubled ? MOVED : 0));
  }

  private skipBlanks(from: number): number {
    let at = from;
    for (;;) {
      const unit = this.text.charCodeAt(at);
      if ((unit !== SPACE && unit !== TAB) || unit === this.delimiterUnit) {
        return at;
      }
      at++;
    }
  }

  private isEnd(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return at >= this.text.length || unit === this.delimiterUnit || unit === LF || unit === CR;
  }

  private findEnd(from: number): number {
    const { text, delimiterUnit } = this;
    const { length } = text;
    for (let at = from; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === delimiterUnit || unit === LF || unit === CR) {
        return at;
      }
    }
    return length;
  }

  private findLineEnd(from: number): number {
    const { text } = this;
    const { length } = text;
    let at = from;
    while (at < length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) {
      at++;
    }
    return at;
  }

  private push(start: number, end: number, innerStart: number, innerEnd: number, flags: number): void {
    if (this.fields === this.flags.length) {
      this.offsets = grown(this.offsets, new Int32Array(this.offsets.length * 2));
      this.flags = grown(this.flags, new Uint8Array(this.flags.length * 2));
    }
    const at = this.fields * OFFSETS;
    this.offsets[at] = start;
    this.offsets[at + 1] = end;
    this.offsets[at + 2] = innerStart;
    this.offsets[at + 3] = innerEnd;
    this.flags[this.fields] = flags;
    this.fields++;
    this.position = end;
  }

  private markRecord(): void {
    if (this.records === this.firstFields.length) {
      this.firstFields = grown(this.firstFields, new Int32Array(this.firstFields.length * 2));
    }
    this.firstFields[this.records] = this.fields;
  }
}

function grown<Numbers extends Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
