import type { TextRange } from '../../text/range';
import { finding, type Finding, type ReaderCode } from '../finding';
import type { LocatedText } from '../records';
import { nearestColumn } from './nearestColumn';
import { type Column, normalizeColumn, TABLE_HEADERS, TABLES, type TableShape } from './tables';
import { isThreatTableHeader, THREAT_TABLE } from './threatTableHeader';

/** A cell of the header that is nearly a missing column. */
interface Typo {
  readonly cell: LocatedText;
  readonly column: Column;
}

/** The table a header comes nearest to, and what it lacks. */
interface Guess {
  readonly table: TableShape;
  readonly present: readonly Column[];
  readonly missing: readonly Column[];
  /** Number of columns to add at least. */
  readonly lacking: number;
  /** At most one for each missing column. */
  readonly typos: readonly Typo[];
}

/** A finding for a header that fits no table: on the cell that is probably misspelt, else on the whole header. */
export function missingColumn(
  names: readonly LocatedText[],
  place: { readonly file: string; readonly range: TextRange },
): Finding<ReaderCode> {
  if (isThreatTableHeader(names.map(({ value }) => value))) {
    const template = `${THREAT_TABLE}. Move it out of the folder of the model, or give it a name that does not end with .tmg.csv.`;
    return finding('missing-column', place, template);
  }
  const [guess, ...others] = bestGuesses(names);
  if (!guess) {
    const template =
      'This header fits no table. The first row must name the columns of one, in English: {columns}.';
    return finding('missing-column', place, template, { columns: TABLE_HEADERS });
  }
  const { table, present, missing, typos } = guess;
  const args = {
    rows: table.rows,
    present: quoted(present),
    columns: missing.length === 1 ? 'column' : 'columns',
    missing: quoted(missing),
    renames: typos.map(({ cell, column }) => `"${column}" for "${cell.value}"`).join(' and '),
    choices: [guess, ...others].map((one) => `${quoted(one.missing)} for ${one.table.rows}`).join(', '),
  };
  const because = present.length > 0 ? ', because it has {present}' : '';
  const [typo] = typos;
  if (typo) {
    const added = missing.length > typos.length ? ', and add what is missing then' : '';
    return finding(
      'missing-column',
      { file: place.file, range: typo.cell.range },
      `This looks like a table of {rows}${because}. Such a table needs the {columns} {missing} (in English): write {renames}${added}.`,
      args,
      { data: { nearest: typo.column } },
    );
  }
  return finding(
    'missing-column',
    place,
    others.length > 0
      ? 'The column {present} does not say yet what this is a table of; add {choices}. Column names are English.'
      : `This looks like a table of {rows}${because}. Such a table needs the {columns} {missing} too; add it to this header, in English.`,
    args,
  );
}

function quoted(columns: readonly Column[]): string {
  return columns.map((column) => `"${column}"`).join(' and ');
}

/** The table that a header is most like, and others that it is like in the same way. */
function bestGuesses(names: readonly LocatedText[]): Guess[] {
  const found = new Set(names.map(({ value }) => normalizeColumn(value)));
  const guesses = TABLES.map((table): Guess => {
    const present = table.required.filter((column) => found.has(normalizeColumn(column)));
    const missing = table.required.filter((column) => !found.has(normalizeColumn(column)));
    const typos = new Map<Column, Typo>();
    for (const cell of names.filter(({ value }) => !isColumnOf(table, value))) {
      const column = nearestColumn(
        cell.value,
        missing.filter((one) => !typos.has(one)),
      );
      if (column) {
        typos.set(column, { cell, column });
      }
    }
    const lacksOneOf =
      table.oneOf.length > 0 && !table.oneOf.some((column) => found.has(normalizeColumn(column)));
    const lacking = missing.length + (lacksOneOf ? 1 : 0);
    return { table, present, missing, lacking, typos: [...typos.values()] };
  })
    .filter((guess) => guess.missing.length > 0 && (guess.present.length > 0 || guess.typos.length > 0))
    .sort((a, b) => weight(b) - weight(a));
  return guesses.filter((guess, index) => index === 0 || isLike(guess, guesses[0]));
}

function isLike(guess: Guess, best: Guess | undefined): boolean {
  return (
    best !== undefined &&
    weight(guess) === weight(best) &&
    best.typos.length === 0 &&
    guess.table.rows !== best.table.rows &&
    quoted(guess.present) === quoted(best.present)
  );
}

// What is there counts most, a near miss almost as much, and then fewer columns to add.
function weight({ present, lacking, typos }: Guess): number {
  return 4 * present.length + 3 * typos.length - 2 * lacking;
}

function isColumnOf({ required, oneOf, optional }: TableShape, name: string): boolean {
  return [...required, ...oneOf, ...optional].some(
    (column) => normalizeColumn(column) === normalizeColumn(name),
  );
}
