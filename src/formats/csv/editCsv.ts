import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { type Cell, readCell, trimRange } from './cell';
import { readHeader, type Header } from './header';
import { isIgnoreComment } from './ignoreRow';
import { rememberLast } from '../../text/rememberLast';
import { parseCsv } from './parseCsv';
import type { Column, TableKind } from './tables';
import type { CsvField, CsvTokens } from './csvTokens';
import { type CellValue, csvCell } from './writeCsv';

const tokensOf = rememberLast(parseCsv);

/** A cell of a table with what its header says of it. */
export interface TableCell {
  readonly table: TableKind;
  readonly column: Column;
  readonly cell: Cell;
}

/** Builds edits of one CSV text; what they do not change keeps its bytes. Cells and rows are given by records' ranges. */
export class CsvEditor {
  private readonly tokens: CsvTokens;
  private readonly delimiter: string;

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
    this.delimiter = this.tokens.delimiter ?? ',';
  }

  /**
   * Gives the cell around `range` another text. Undefined where no cell is. A list is one cell: pass all of its
   * names, by `joinList`.
   */
  setCell(range: TextRange, value: CellValue): TextEdit | undefined {
    const found = this.fieldAt(range);
    return found && this.replaceField(found.field, value);
  }

  /** What the cell around `range` holds; undefined where no cell of a known column is, or an empty one. */
  cellAt(range: TextRange): TableCell | undefined {
    const header = this.header();
    const found = this.fieldAt(range);
    const cell = found && readCell(found.field, this.tokens);
    for (const [column, position] of header?.columns ?? []) {
      if (header && cell && position === found.position) {
        return { table: header.kind, column, cell };
      }
    }
    return undefined;
  }

  /** Gives a row's cell in a column another text, also where the row is too short; undefined without row or column. */
  setColumn(row: TextRange, column: Column, value: CellValue): TextEdit | undefined {
    const record = this.recordAt(row);
    const position = this.columns().get(column);
    if (record === undefined || position === undefined) {
      return undefined;
    }
    const field = this.tokens.field(record, position);
    if (field) {
      return this.replaceField(field, value);
    }
    if (this.tokens.isBroken(record)) {
      // What is added behind a quote that is not closed would become part of its cell.
      return undefined;
    }
    const { end } = this.tokens.recordRange(record);
    const delimiters = this.delimiter.repeat(position + 1 - this.tokens.fieldCount(record));
    return { range: { start: end, end }, newText: delimiters + csvCell(value, this.delimiter) };
  }

  /** Adds a row at the end, with the line ends of the text; the last line stays without one where it had none. */
  appendRow(cells: readonly CellValue[]): TextEdit {
    const { text, delimiter } = this;
    const row = cells.map((cell) => csvCell(cell, delimiter)).join(delimiter);
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';
    const open = text !== '' && !/[\r\n]$/.test(text);
    const range = { start: text.length, end: text.length };
    return { range, newText: open ? lineEnd + row : row + lineEnd };
  }

  /** Adds a row at the end by the names of its columns; those the table does not have are left out. */
  appendColumns(values: Readonly<Partial<Record<Column, CellValue>>>): TextEdit {
    const cells: CellValue[] = Array.from({ length: this.width() }, () => undefined);
    for (const [column, position] of this.columns()) {
      cells[position] = values[column];
    }
    return this.appendRow(cells);
  }

  /** Removes the row around `range` with its line end; undefined where no row is. */
  removeRow(range: TextRange): TextEdit | undefined {
    const record = this.recordAt(range);
    if (record === undefined) {
      return undefined;
    }
    const { start, end } = this.tokens.recordRange(record);
    if (record + 1 < this.tokens.recordCount) {
      return { range: { start, end: this.tokens.recordRange(record + 1).start }, newText: '' };
    }
    // The last line without a line end: the one before takes over that property.
    const open = end === this.text.length && record > 0;
    const from = open ? this.tokens.recordRange(record - 1).end : start;
    return { range: { start: from, end: this.text.length }, newText: '' };
  }

  private replaceField(field: CsvField, value: CellValue): TextEdit {
    const plain = csvCell(value, this.delimiter);
    const keepQuotes = field.quoted && plain !== '' && !plain.startsWith('"');
    const newText = keepQuotes ? `"${plain}"` : plain;
    const used = trimRange(field.range, this.text);
    // Blanks around a quoted cell stay; new quotes must not stand behind blanks, where spreadsheets do not see them.
    const whole = used.start === used.end || (newText.startsWith('"') && !field.quoted);
    return { range: whole ? field.range : used, newText };
  }

  private recordAt({ start, end }: TextRange): number | undefined {
    let low = 0;
    let high = this.tokens.recordCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tokens.recordRange(middle).start <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const found = this.tokens.recordCount > 0 ? this.tokens.recordRange(low) : undefined;
    return found && found.start <= start && end <= found.end ? low : undefined;
  }

  private fieldAt(range: TextRange): { readonly field: CsvField; readonly position: number } | undefined {
    const record = this.recordAt(range);
    if (record === undefined) {
      return undefined;
    }
    for (let position = 0; position < this.tokens.fieldCount(record); position++) {
      const field = this.tokens.field(record, position);
      if (field && field.range.start <= range.start && range.end <= field.range.end) {
        return { field, position };
      }
    }
    return undefined;
  }

  private columns(): ReadonlyMap<Column, number> {
    return this.header()?.columns ?? new Map();
  }

  private header(): Header | undefined {
    const record = this.headerRecord();
    return record === undefined ? undefined : readHeader(this.tokens, record, '', []);
  }

  private width(): number {
    const record = this.headerRecord();
    return record === undefined ? 0 : this.tokens.fieldCount(record);
  }

  private headerRecord(): number | undefined {
    for (let record = 0; record < this.tokens.recordCount; record++) {
      if (!this.tokens.isBlank(record) && !isIgnoreComment(this.tokens.value(record, 0))) {
        return record;
      }
    }
    return undefined;
  }
}
