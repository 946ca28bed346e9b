import type { MessageArguments } from '../../text/message';
import type { TextRange } from '../../text/range';
import { finding, type ReaderCode } from '../finding';
import type { LocatedText, RecordCollector } from '../records';
import { type Cell, readCell, trimRange } from './cell';
import type { Header } from './header';
import { LIST_SEPARATORS, MOST_NAMES, ONLY_TO_SEPARATORS, splitList } from './listCell';
import type { Column } from './tables';
import type { CsvTokens } from './csvTokens';

const LIST_COLUMNS = [
  'Interface',
  'Into',
  'Attackers',
  'Periods',
  'Only To',
] as const satisfies readonly Column[];

/** A column whose cells hold lists of names, in every table alike. */
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** One row of a recognised table: its cells by column, and how to report what is wrong with them. */
export class Row {
  constructor(
    private readonly tokens: CsvTokens,
    private readonly record: number,
    private readonly header: Header,
    private readonly records: Pick<RecordCollector, 'file' | 'findings'>,
  ) {}

  get file(): string {
    return this.records.file;
  }

  get findings(): RecordCollector['findings'] {
    return this.records.findings;
  }

  /** All of the row but blanks at its ends. */
  get range(): TextRange {
    return trimRange(this.tokens.recordRange(this.record), this.tokens.text);
  }

  /** The cell of a column; undefined where the table has no such column, or the row is short, or nothing stands there. */
  cell(column: Column): Cell | undefined {
    const position = this.header.columns.get(column);
    const field = position === undefined ? undefined : this.tokens.field(this.record, position);
    return field && readCell(field, this.tokens);
  }

  /** The text of a cell as records hold it. */
  text(column: Column): LocatedText | undefined {
    const cell = this.cell(column);
    return cell && { value: cell.value, range: cell.range };
  }

  /** The names of a list in a cell. */
  list(column: ListColumn): LocatedText[] {
    const names = this.names(column);
    const [beyond] = names.splice(MOST_NAMES);
    if (beyond) {
      this.tooManyNames(beyond);
    }
    return names;
  }

  /** Reports the first name of a cell that is one too many. */
  tooManyNames({ range }: LocatedText): void {
    const template =
      'This cell lists more than {limit} names, and from here on they are not read; write them in several rows.';
    this.report('wrong-type', range, template, { limit: MOST_NAMES });
  }

  private names(column: ListColumn): LocatedText[] {
    const cell = this.cell(column);
    return cell ? splitList(cell, column === 'Only To' ? ONLY_TO_SEPARATORS : LIST_SEPARATORS) : [];
  }

  /** Reports a problem of a cell or other part of the row. */
  report(
    code: ReaderCode,
    range: TextRange,
    template: string,
    args: MessageArguments = {},
    data: Readonly<Record<string, string>> = {},
  ): void {
    this.findings.push(finding(code, { file: this.file, range }, template, args, { data }));
  }

  /** Reports a value of the wrong kind. */
  wrongType({ value, range }: LocatedText, what: string, expected: string, nearest?: string): void {
    const template =
      nearest === undefined
        ? '{what} must be {expected}, but "{found}" stands here.'
        : '{what} must be {expected}, but "{found}" stands here; did you mean "{nearest}"?';
    const args = { what, expected, found: shorten(value), nearest: nearest ?? '' };
    this.report('wrong-type', range, template, args, nearest === undefined ? {} : { nearest });
  }

  /**
   * Reports required cells that are empty; the row is left out then. Silent where a quote of the row is wrong, which
   * has been reported and may be why.
   */
  missing(...columns: Column[]): void {
    if (!this.tokens.isBroken(this.record)) {
      const names = columns.map((column) => `"${column}"`).join(' and ');
      this.report(
        'wrong-type',
        this.range,
        'This row is left out because {names} must not be empty; fill it in, or remove the row.',
        { names },
      );
    }
  }

  /** Those of the given columns whose cells are empty, or hold lists without a name. */
  emptyOf(...columns: Column[]): Column[] {
    return columns.filter((column) =>
      isListColumn(column) ? this.names(column).length === 0 : this.cell(column) === undefined,
    );
  }
}

function isListColumn(column: Column): column is ListColumn {
  return (LIST_COLUMNS as readonly Column[]).includes(column);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
