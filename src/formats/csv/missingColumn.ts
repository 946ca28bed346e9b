import type { TextRange } from '../../text/range';
import { finding, type Finding, type ReaderCode } from '../finding';
import type { LocatedText } from '../records';
import { nearestColumn } from './nearestColumn';
import { type Column, normalizeColumn, TABLES, type TableShape } from './tables';

/** The table a header comes nearest to, and what it lacks. */
interface Guess {
  readonly table: TableShape;
  readonly present: number;
  readonly missing: readonly Column[];
  /** Number of columns to add at least. */
  readonly lacking: number;
  /** A cell of the header that is nearly a missing column. */
  readonly typo: { readonly cell: LocatedText; readonly column: Column } | undefined;
}

/** A finding for a header that fits no table: on the cell that is probably misspelt, else on the whole header. */
export function missingColumn(
  names: readonly LocatedText[],
  place: { readonly file: string; readonly range: TextRange },
): Finding<ReaderCode> {
  const guess = bestGuess(names);
  if (!guess) {
    const template =
      'This header fits no table. The first row must name the columns of one: Component and Asset; Component and Interface; Component, Interface and S to E, All or STRIDE and CVSS; Interface and Entry; Vector and CVSS; Banned; From and To; From, Via and Only To.';
    return finding('missing-column', place, template);
  }
  const { table, missing, typo } = guess;
  const args = {
    rows: table.rows,
    missing: missing.map((column) => `"${column}"`).join(' and '),
    found: typo?.cell.value ?? '',
    nearest: typo?.column ?? '',
  };
  return typo
    ? finding(
        'missing-column',
        { file: place.file, range: typo.cell.range },
        'A table of {rows} needs the column {missing}; did you mean "{nearest}" by "{found}"?',
        args,
        { data: { nearest: typo.column } },
      )
    : finding(
        'missing-column',
        place,
        'A table of {rows} needs the column {missing}; add it to this header.',
        args,
      );
}

function bestGuess(names: readonly LocatedText[]): Guess | undefined {
  const found = new Set(names.map(({ value }) => normalizeColumn(value)));
  const guesses = TABLES.map((table): Guess => {
    const missing = table.required.filter((column) => !found.has(normalizeColumn(column)));
    const strangers = names.filter(({ value }) => !isColumnOf(table, value));
    const typos = strangers.flatMap((cell) => {
      const column = nearestColumn(cell.value, missing);
      return column ? [{ cell, column }] : [];
    });
    const present = table.required.length - missing.length;
    const lacksOneOf =
      table.oneOf.length > 0 && !table.oneOf.some((column) => found.has(normalizeColumn(column)));
    return { table, present, missing, lacking: missing.length + (lacksOneOf ? 1 : 0), typo: typos[0] };
  });
  return guesses
    .filter((guess) => guess.missing.length > 0 && (guess.present > 0 || guess.typo))
    .sort((a, b) => weight(b) - weight(a))[0];
}

// What is there counts most, a near miss almost as much, and then fewer columns to add.
function weight({ present, lacking, typo }: Guess): number {
  return 4 * present + (typo ? 3 : 0) - 2 * lacking;
}

function isColumnOf({ required, oneOf, optional }: TableShape, name: string): boolean {
  return [...required, ...oneOf, ...optional].some(
    (column) => normalizeColumn(column) === normalizeColumn(name),
  );
}
