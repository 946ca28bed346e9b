import type { TextRange } from '../../text/range';

/** One cell of a CSV text. */
export interface CsvField {
  /** The text without quotes, doubled quotes made single. */
  readonly value: string;
  /** From delimiter to delimiter: quotes and blanks around them included. */
  readonly range: TextRange;
  /** The text inside the quotes, or all of an unquoted cell. */
  readonly inner: TextRange;
  readonly quoted: boolean;
  /** Whether `value` is not the slice of `inner`, because quotes were doubled or text follows the closing quote. */
  readonly moved: boolean;
  readonly problem: 'unclosed' | 'stray' | undefined;
}

/** What is special about a field; bits. */
export const QUOTED = 1;
export const MOVED = 2;
export const UNCLOSED = 4;
export const STRAY = 8;

/** Offsets per field: start, end, inner start, inner end. */
export const OFFSETS = 4;

/** All cells of a CSV text as offsets; values are made on demand. Records and columns count from 0. */
export class CsvTokens {
  constructor(
    readonly text: string,
    /** Undefined in a table of one column. */
    readonly delimiter: string | undefined,
    /** Start, end, inner start and inner end of each field. */
    private readonly offsets: Int32Array,
    private readonly flags: Uint8Array,
    /** Number of the first field of each record, and the number of fields at the end. */
    private readonly firstFields: Int32Array,
  ) {}

  get recordCount(): number {
    return this.firstFields.length - 1;
  }

  /** Number of cells of a record; an empty line has one. */
  fieldCount(record: number): number {
    return this.first(record + 1) - this.first(record);
  }

  /** Text range of a record without its line end. */
  recordRange(record: number): TextRange {
    return { start: this.offset(this.first(record), 0), end: this.offset(this.first(record + 1) - 1, 1) };
  }

  /** A cell; undefined where the record has none in that column. */
  field(record: number, column: number): CsvField | undefined {
    const field = this.number(record, column);
    if (field === undefined) {
      return undefined;
    }
    const flags = this.flags[field] ?? 0;
    return {
      value: this.valueOf(field),
      range: { start: this.offset(field, 0), end: this.offset(field, 1) },
      inner: { start: this.offset(field, 2), end: this.offset(field, 3) },
      quoted: (flags & QUOTED) !== 0,
      moved: (flags & MOVED) !== 0,
      problem: (flags & UNCLOSED) !== 0 ? 'unclosed' : (flags & STRAY) !== 0 ? 'stray' : undefined,
    };
  }

  /** Value of a cell; empty where the record has none in that column. */
  value(record: number, column: number): string {
    const field = this.number(record, column);
    return field === undefined ? '' : this.valueOf(field);
  }

  /** Whether any quote of a record is unclosed or followed by other characters. */
  isBroken(record: number): boolean {
    for (let field = this.first(record); field < this.first(record + 1); field++) {
      if (((this.flags[field] ?? 0) & (UNCLOSED | STRAY)) !== 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but blanks stands in a record. */
  isBlank(record: number): boolean {
    for (let field = this.first(record); field < this.first(record + 1); field++) {
      if (this.valueOf(field).trim() !== '') {
        return false;
      }
    }
    return true;
  }

  private first(record: number): number {
    return this.firstFields[record] ?? 0;
  }

  private offset(field: number, which: 0 | 1 | 2 | 3): number {
    return this.offsets[field * OFFSETS + which] ?? 0;
  }

  private number(record: number, column: number): number | undefined {
    return column >= 0 && column < this.fieldCount(record) ? this.first(record) + column : undefined;
  }

  private valueOf(field: number): string {
    const flags = this.flags[field] ?? 0;
    const innerEnd = this.offset(field, 3);
    const inner = this.text.slice(this.offset(field, 2), innerEnd);
    if ((flags & MOVED) === 0) {
      return inner;
    }
    const stray = (flags & STRAY) !== 0 ? this.text.slice(innerEnd + 1, this.offset(field, 1)) : '';
    return inner.replaceAll('""', '"') + stray;
  }
}
