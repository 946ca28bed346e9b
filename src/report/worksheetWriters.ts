import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { csvLine } from '../formats/csv/writeCsv';
import { isStrideType, strideName } from '../formats/stride';
import { columnLetters } from '../text/columnLetters';
import { PROGRAM } from './program';
import { guideSheet, type NamedVector } from './worksheetGuide';
import { xlsxText } from './xlsxText';
import { HEADER_STYLE } from './xlsxWorkbook';

/** A table that people fill in; columns whose names begin with `#` are comments. */
export interface Worksheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** That cells may name. */
  readonly vectors?: readonly NamedVector[];
}

type Validation = NonNullable<WriteSheet['dataValidations']>[number];
type CellOverride = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

/** The same for all files, so that the same sheet gives the same bytes. */
const MODIFIED = new Date(Date.UTC(1980, 0, 1));

/** Tells spreadsheet programs that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

// As text, because a spreadsheet may take 7.1 for a date.
const ANSWER_STYLE: CellStyle = {
  numFmt: '@',
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E5' } },
  alignment: { vertical: 'top' },
};
const COMMENT_STYLE: CellStyle = {
  font: { name: 'Calibri', size: 11, color: { rgb: '5F6B7A' } },
  alignment: { vertical: 'top' },
};
const NAME_STYLE: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true },
  alignment: { vertical: 'top' },
};

/** At most 255 characters. */
const INPUT_MESSAGE =
  'A CVSS vector, a score from 0 to 10, the name of a vector, or none. Empty: not rated yet.';

const NAME_COLUMNS = 2;
/** In characters. */
const WIDTHS = { name: 26, answer: 18, comment: 30 } as const;

/** A worksheet as CSV for spreadsheet programs: UTF-8 with a byte order mark, safe against formulas. */
export function* worksheetCsv({ columns, rows }: Worksheet): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns);
  for (const row of rows) {
    yield csvLine(row);
  }
}

/**
 * A worksheet as an XLSX workbook: the header and the names stay in view, cells to be filled are coloured and hold text,
 * with lists of choices that keep nobody from writing something else. A second sheet says how to fill it in.
 */
export async function* worksheetXlsx({ columns, rows, vectors = [] }: Worksheet): AsyncGenerator<Uint8Array> {
  const guide = guideSheet(columns, vectors);
  const styles = columns.map((column, index) => styleOf(column, index));
  const cells = new Map<string, CellOverride>();
  for (const [index, column] of columns.entries()) {
    cells.set(`0,${index}`, { ...textCell(column), style: HEADER_STYLE });
  }
  for (const [index, row] of rows.entries()) {
    for (const [column, text] of row.entries()) {
      const style = styles[column];
      cells.set(`${index + 1},${column}`, { ...textCell(text), ...(style && { style }) });
    }
  }
  yield await writeXlsx({
    sheets: [
      {
        name: 'Ratings',
        columns: columns.map((column, index) => ({ width: widthOf(column, index) })),
        cells,
        freezePane: { rows: 1, columns: NAME_COLUMNS },
        dataValidations: rows.length === 0 ? [] : validations(columns, rows.length, guide.choices),
        autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` },
      },
      guide.sheet,
    ],
    properties: { creator: PROGRAM.name, modified: MODIFIED },
  });
}

/** Lists of choices for the cells of a column; without an error message every other text is accepted. */
function validations(columns: readonly string[], rows: number, choices: string): Validation[] {
  return columns.flatMap((column, index): Validation[] => {
    const range = `${columnLetters(index)}2:${columnLetters(index)}${rows + 1}`;
    const common = { type: 'list' as const, allowBlank: true, range };
    if (column === 'Status') {
      return [{ ...common, values: ['draft', 'agreed'] }];
    }
    return isStrideType(column)
      ? [
          {
            ...common,
            formula1: choices,
            showInputMessage: true,
            inputTitle: strideName(column),
            inputMessage: INPUT_MESSAGE,
          },
        ]
      : [];
  });
}

/** Rich text, because of plain text the library takes some for error values. */
function textCell(text: string): CellOverride {
  return text === '' ? {} : { richText: [{ text: xlsxText(text) }] };
}

function styleOf(column: string, index: number): CellStyle {
  return index < NAME_COLUMNS ? NAME_STYLE : column.startsWith('#') ? COMMENT_STYLE : ANSWER_STYLE;
}

function widthOf(column: string, index: number): number {
  return index < NAME_COLUMNS ? WIDTHS.name : column.startsWith('#') ? WIDTHS.comment : WIDTHS.answer;
}
