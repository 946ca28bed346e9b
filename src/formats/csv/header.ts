import { finding, type Finding, type ReaderCode } from '../finding';
import type { FindingSink } from '../findingCollector';
import type { LocatedText } from '../records';
import { readCell, trimRange } from './cell';
import { missingColumn } from './missingColumn';
import { nearestColumn } from './nearestColumn';
import {
  type Column,
  normalizeColumn,
  TABLES,
  tableColumns,
  type TableKind,
  type TableShape,
} from './tables';
import type { CsvTokens } from './csvTokens';
import { isThreatTableHeader } from './threatTableHeader';
import { addAll } from '../../text/arrays';

// A text that is no table can have millions of columns, or one of millions of letters.
const MOST_COLUMNS = 1000;
const LONGEST_NAME = 200;
/** So many columns of other tools are shown one by one, and the rest together. */
const MOST_UNKNOWN = 20;

/** A recognised header. */
export interface Header {
  readonly kind: TableKind;
  /** Where the known columns stand, from 0. */
  readonly columns: ReadonlyMap<Column, number>;
  /** Number of columns up to the last one with a name. */
  readonly width: number;
}

/** A named cell of a header. */
interface HeaderName extends LocatedText {
  /** From 0. */
  readonly column: number;
}

/**
 * Recognises the table of a header. Undefined, and reported, where none fits; unknown and double columns are reported.
 * A column whose name begins with `#` is a comment.
 */
export function readHeader(
  tokens: CsvTokens,
  record: number,
  file: string,
  findings: FindingSink<ReaderCode>,
): Header | undefined {
  const names: HeaderName[] = [];
  let width = 0;
  const count = Math.min(tokens.fieldCount(record), MOST_COLUMNS);
  for (let column = 0; column < count; column++) {
    const field = tokens.field(record, column);
    const cell = field && readCell(field, tokens);
    width = cell ? column + 1 : width;
    if (cell && !cell.value.startsWith('#')) {
      names.push({ value: cell.value.slice(0, LONGEST_NAME), range: cell.range, column });
    }
  }
  const isThreatTable = isThreatTableHeader(names.map(({ value }) => value));
  const table = isThreatTable ? undefined : recogniseTable(names);
  if (!table) {
    findings.push(missingColumn(names, { file, range: trimRange(tokens.recordRange(record), tokens.text) }));
    return undefined;
  }
  return { kind: table.kind, columns: placeColumns(table, names, file, findings), width };
}

function recogniseTable(names: readonly HeaderName[]): TableShape | undefined {
  const present = new Set(names.map(({ value }) => normalizeColumn(value)));
  const has = (column: Column): boolean => present.has(normalizeColumn(column));
  let best: { table: TableShape; known: number } | undefined;
  for (const table of TABLES) {
    const { required, oneOf, foreign } = table;
    if (required.every(has) && (oneOf.length === 0 || oneOf.some(has)) && !foreign.some(has)) {
      const known = tableColumns(table).filter(has).length;
      if (!best || known > best.known) {
        best = { table, known };
      }
    }
  }
  return best?.table;
}

function placeColumns(
  table: TableShape,
  names: readonly HeaderName[],
  file: string,
  findings: FindingSink<ReaderCode>,
): Map<Column, number> {
  const known = new Map(tableColumns(table).map((column) => [normalizeColumn(column), column]));
  const placed = new Map<Column, HeaderName>();
  const unknown: LocatedText[] = [];
  for (const name of names) {
    const column = known.get(normalizeColumn(name.value));
    const first = column && placed.get(column);
    if (column === undefined) {
      unknown.push(name);
    } else if (first) {
      const message = { template: 'The first column "{column}" stands here.', args: { column } };
      findings.push(
        finding(
          'duplicate-key',
          { file, range: name.range },
          'The column "{column}" is there twice; the first one counts, so remove or rename this one.',
          { column },
          { related: [{ file, range: first.range, message }] },
        ),
      );
    } else {
      placed.set(column, name);
    }
  }
  const free = [...known.values()].filter((column) => column.length > 1 && !placed.has(column));
  const shown = unknown.length > MOST_UNKNOWN + 1 ? MOST_UNKNOWN : unknown.length;
  addAll(
    findings,
    unknown.slice(0, shown).map((name) => unknownColumn(name, table, free, file)),
  );
  const next = unknown[shown];
  if (next) {
    const template =
      'This column and {count} more are not read either: a table of {rows} has none of their names.';
    const args = { count: unknown.length - shown - 1, rows: table.rows };
    findings.push(finding('unknown-column', { file, range: next.range }, template, args));
  }
  return new Map([...placed].map(([column, name]) => [column, name.column]));
}

function unknownColumn(
  { value, range }: LocatedText,
  table: TableShape,
  free: readonly Column[],
  file: string,
): Finding<ReaderCode> {
  const nearest = nearestColumn(value, free);
  const template =
    nearest === undefined
      ? 'The column "{column}" is not read: a table of {rows} has none of that name.'
      : 'The column "{column}" is not read: a table of {rows} has none of that name; did you mean "{nearest}"?';
  const args = { column: value, rows: table.rows, nearest: nearest ?? '' };
  return finding('unknown-column', { file, range }, template, args, {
    data: nearest === undefined ? {} : { nearest },
  });
}
