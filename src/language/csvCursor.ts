import { trimRange } from '../formats/csv/cell';
import type { CsvField, CsvTokens } from '../formats/csv/csvTokens';
import { readHeader } from '../formats/csv/header';
import { headerRecord } from '../formats/csv/headerColumns';
import { isIgnoreComment } from '../formats/csv/ignoreRow';
import { LIST_SEPARATORS, ONLY_TO_SEPARATORS, SEQUENCE_SEPARATORS } from '../formats/csv/listCell';
import { parseCsv } from '../formats/csv/parseCsv';
import { type Column, COLUMNS, normalizeColumn, type TableKind } from '../formats/csv/tables';
import type { TextRange } from '../text/range';

/** What is being typed at a place of a table. */
export interface CsvCursor {
  readonly position: 'header' | 'cell';
  /** Undefined where the header is of no table. */
  readonly table: TableKind | undefined;
  /** Undefined in the header, and in a cell without known column. */
  readonly column: Column | undefined;
  /** All that is written for the cell, with its quotes. */
  readonly cell: TextRange;
  /** What stands there, without quotes and blanks; of a list the one item. */
  readonly range: TextRange;
  /** What of it stands before the caret. */
  readonly prefix: string;
  readonly quoted: boolean;
  readonly delimiter: string | undefined;
  /** Where the cell is split into a list; empty where it is not. */
  readonly separators: string;
  /** Which item of the list it is, from 0. */
  readonly part: number;
  /** The other names of the header, or the other items of the list. */
  readonly siblings: readonly string[];
  /** What the other cells of the row hold, by their columns. */
  readonly row: ReadonlyMap<Column, string>;
}

const SEPARATORS: Readonly<Partial<Record<Column, string>>> = {
  Interface: LIST_SEPARATORS,
  Into: LIST_SEPARATORS,
  Attackers: LIST_SEPARATORS,
  Periods: LIST_SEPARATORS,
  'Only To': ONLY_TO_SEPARATORS,
  Banned: SEQUENCE_SEPARATORS,
  // Ids and letters are parted by blanks as well.
  Techniques: `${LIST_SEPARATORS}: \t`,
  'STRIDE Types': `${LIST_SEPARATORS} \t`,
};

/** Where labels begin and are split, behind the name of a component. */
const LABEL_SEPARATORS = ':|';

/** Finds out what is being typed at an offset, also in rows that are not finished; undefined in comments. */
export function csvCursor(text: string, offset: number): CsvCursor | undefined {
  const tokens = parseCsv(text);
  const header = headerRecord(tokens);
  const record = recordAt(tokens, offset);
  if (record !== undefined && (record < header || isIgnoreComment(tokens.value(record, 0)))) {
    return undefined;
  }
  const number = record === undefined ? 0 : fieldAt(tokens, record, offset);
  const field = record === undefined ? undefined : tokens.field(record, number);
  const typed = typedText(text, field, offset);
  const common = { delimiter: tokens.delimiter, ...typed };
  if (header >= tokens.recordCount || record === header) {
    const siblings = namesOf(tokens, header).filter((name, column) => column !== number && name !== '');
    const rest = {
      table: undefined,
      column: undefined,
      separators: '',
      part: 0,
      row: new Map<Column, string>(),
    };
    return { position: 'header', siblings, ...rest, ...common };
  }
  const { table, columns } = readColumns(tokens, header);
  const column = [...columns].find(([, position]) => position === number)?.[0];
  const row = new Map(
    [...columns].flatMap(([name, position]) =>
      record === undefined || position === number ? [] : [[name, tokens.value(record, position).trim()]],
    ),
  );
  const separators = separatorsOf(table, column);
  return {
    position: 'cell',
    table,
    column,
    separators,
    row,
    ...common,
    ...partOf(text, typed, offset, separators),
  };
}

/** The record an offset lies in; undefined on the empty line behind the last one. */
function recordAt(tokens: CsvTokens, offset: number): number | undefined {
  let low = 0;
  let high = tokens.recordCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.recordRange(middle).end < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < tokens.recordCount && tokens.recordRange(low).start <= offset ? low : undefined;
}

function fieldAt(tokens: CsvTokens, record: number, offset: number): number {
  let number = 0;
  while (number + 1 < tokens.fieldCount(record) && (tokens.field(record, number)?.range.end ?? 0) < offset) {
    number++;
  }
  return number;
}

function namesOf(tokens: CsvTokens, record: number): string[] {
  const count = record < tokens.recordCount ? tokens.fieldCount(record) : 0;
  return Array.from({ length: Math.min(count, 1000) }, (_, column) => tokens.value(record, column).trim());
}

/** The columns of a header; of one that fits no table those that any table has. */
function readColumns(
  tokens: CsvTokens,
  record: number,
): { readonly table: TableKind | undefined; readonly columns: ReadonlyMap<Column, number> } {
  const header = readHeader(tokens, record, '', []);
  if (header) {
    return { table: header.kind, columns: header.columns };
  }
  const known = new Map(COLUMNS.map((column) => [normalizeColumn(column), column]));
  const columns = namesOf(tokens, record).flatMap((name, position) => {
    const column = known.get(normalizeColumn(name));
    return column === undefined ? [] : [[column, position] as const];
  });
  return { table: undefined, columns: new Map(columns) };
}

function separatorsOf(table: TableKind | undefined, column: Column | undefined): string {
  if (column === 'Component' && table === 'interfaces') {
    return LABEL_SEPARATORS;
  }
  return (column && SEPARATORS[column]) ?? '';
}

type Typed = Pick<CsvCursor, 'cell' | 'range' | 'prefix' | 'quoted'>;

/** The text of a cell around the caret, without blanks at its ends. */
function typedText(text: string, field: CsvField | undefined, offset: number): Typed {
  const at = { start: offset, end: offset };
  if (!field) {
    return { cell: at, range: at, prefix: '', quoted: false };
  }
  const inner = field.quoted ? { start: field.inner.start, end: closingQuote(text, field) } : field.inner;
  const inside = inner.start <= offset && offset <= inner.end;
  const range = inside ? around(text, inner, offset) : at;
  return { cell: field.range, range, prefix: text.slice(range.start, offset), quoted: field.quoted };
}

function closingQuote(text: string, { inner, range, problem }: CsvField): number {
  return problem === 'stray' ? trimRange(range, text).end : inner.end;
}

/** A stretch without the blanks at its ends; those before the caret belong to what is being typed. */
function around(text: string, { start, end }: TextRange, offset: number): TextRange {
  const trimmed = trimRange({ start, end }, text);
  const from = trimmed.start === trimmed.end ? offset : Math.min(trimmed.start, offset);
  return { start: from, end: Math.max(trimmed.end, offset) };
}

/** The item of a list that the caret is in, and the others. */
function partOf(
  text: string,
  { range }: Typed,
  offset: number,
  separators: string,
): Pick<CsvCursor, 'range' | 'prefix' | 'siblings' | 'part'> {
  if (separators === '') {
    return { range, prefix: text.slice(range.start, offset), siblings: [], part: 0 };
  }
  const parts: TextRange[] = [];
  let start = range.start;
  for (let at = range.start; at < range.end; at++) {
    if (text.charAt(at) === '\\') {
      at++;
    } else if (separators.includes(text.charAt(at))) {
      parts.push({ start, end: at });
      start = at + 1;
    }
  }
  parts.push({ start, end: range.end });
  const index = parts.findIndex((part) => part.start <= offset && offset <= part.end);
  const others = parts
    .filter((_, other) => other !== index)
    .map((part) => text.slice(part.start, part.end).trim());
  const own = around(text, parts[index] ?? range, offset);
  return {
    range: own,
    prefix: text.slice(own.start, offset),
    siblings: others.filter((name) => name !== ''),
    part: Math.max(0, index),
  };
}
