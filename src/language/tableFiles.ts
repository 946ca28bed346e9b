import { decimalLike } from '../formats/csv/decimalComma';
import { CsvEditor } from '../formats/csv/editCsv';
import { headerColumns } from '../formats/csv/headerColumns';
import { joinList } from '../formats/csv/listCell';
import { parseCsv } from '../formats/csv/parseCsv';
import type { Column } from '../formats/csv/tables';
import type { FileRecords, RatingRecord } from '../formats/records';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { WorksheetItem } from './worksheetItems';
import { isTextKey, TEXT_COLUMNS } from './worksheetTexts';

/** A table of ratings that is to be edited; looks at its text once. */
export class TableFile {
  private readonly editor: CsvEditor;
  private readonly columns: ReadonlySet<Column>;
  /** Where the comma parts cells it says nothing about numbers. */
  private readonly sample: string;
  /** Interfaces of the records that begin at an offset: of a row. */
  private readonly rowInterfaces = new Map<number, Set<string>>();

  constructor({ text, ratings }: FileRecords) {
    this.editor = new CsvEditor(text);
    this.columns = new Set(headerColumns(text).map(({ column }) => column));
    this.sample = parseCsv(text).delimiter === ';' ? text : '';
    for (const { range, interface: name } of ratings) {
      const row = this.rowInterfaces.get(range.start) ?? new Set();
      this.rowInterfaces.set(range.start, row.add(name.value));
    }
  }

  /** Whether every type has a row of its own. */
  get isLong(): boolean {
    return this.columns.has('STRIDE');
  }

  /** Whether the row of a record rates several interfaces. */
  isShared({ range }: RatingRecord): boolean {
    return (this.rowInterfaces.get(range.start)?.size ?? 0) > 1;
  }

  /** Whether it has columns for items of one relation, and can name the relation. */
  canHold(items: readonly WorksheetItem[]): boolean {
    // A row of a long table is one of a type.
    if (this.isLong && items.every(({ key }) => isTextKey(key))) {
      return false;
    }
    return items.every(
      ({ component, interface: name, key }) =>
        component === component.trim() &&
        name === name.trim() &&
        (isTextKey(key) ? this.columns.has(TEXT_COLUMNS[key]) : this.isLong || this.columns.has(key)),
    );
  }

  /** A score as the table writes its numbers. */
  asWritten(text: string): string {
    return decimalLike(this.sample, text);
  }

  /** Gives a cell another text. */
  replace(range: TextRange, text: string): TextEdit | undefined {
    return this.editor.setCell(range, this.asWritten(text));
  }

  /** Fills the cell of an item in the row of a record. */
  fill({ range }: RatingRecord, { key, text }: WorksheetItem): TextEdit | undefined {
    const column: Column = isTextKey(key) ? TEXT_COLUMNS[key] : key;
    return this.editor.setColumn({ start: range.start, end: range.start }, column, this.asWritten(text));
  }

  /** New rows for the items of one relation: one in a table with a column for every type, else one per type. */
  newRows(items: readonly WorksheetItem[]): TextEdit[] {
    const [first] = items;
    if (!first) {
      return [];
    }
    const names = { Component: first.component, Interface: joinList([first.interface]) };
    const texts = items.flatMap(({ key, text }) =>
      isTextKey(key) ? [[TEXT_COLUMNS[key], text] as const] : [],
    );
    const common = { ...names, ...Object.fromEntries(texts) };
    const rated = items.filter(({ key }) => !isTextKey(key));
    if (!this.isLong) {
      const cells = rated.map(({ key, text }) => [key, this.asWritten(text)] as const);
      return [this.editor.appendColumns({ ...common, ...Object.fromEntries(cells) })];
    }
    return rated.map(({ key, text }, index) =>
      this.editor.appendColumns({
        ...(index === 0 ? common : names),
        STRIDE: key,
        CVSS: this.asWritten(text),
      }),
    );
  }
}
