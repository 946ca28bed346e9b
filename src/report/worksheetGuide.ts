import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { GUIDE_SHEET } from '../formats/foreign/foreignFormat';
import { isStrideType, strideName } from '../formats/stride';
import { xlsxText } from './xlsxText';
import { HEADER_STYLE } from './xlsxWorkbook';

/** A vector that cells of a worksheet may name. */
export interface NamedVector {
  readonly name: string;
  /** As it is written. */
  readonly text: string;
  /** Its base score. */
  readonly score: number;
}

type Row = readonly (string | number)[];
type CellOverride = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

const TEXT_STYLE: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const WIDTHS = [28, 12, 90];

/** The sheet that says how a worksheet is filled in, and where the choices of its cells stand. */
export function guideSheet(
  columns: readonly string[],
  vectors: readonly NamedVector[],
): { readonly sheet: WriteSheet; readonly choices: string } {
  const types = columns.filter(isStrideType);
  const help: readonly (readonly [string, string])[] = [
    [
      'Each row',
      'One way into a component through an interface. Columns that begin with # are there to help; they are not read.',
    ],
    [
      types.join(', '),
      `How hard the attack is: ${types.map((type) => `${type} ${strideName(type)}`).join(', ')}. Choose from the list, or write a CVSS vector, a score from 0 to 10 with at most one decimal, the name of a vector below, or none if it is not possible. Empty: not rated yet.`,
    ],
    ['Note', 'Why it is rated so.'],
    ['Status', 'draft or agreed.'],
    ['Ref', 'Where it was decided, the number of a ticket for example.'],
    [
      'Techniques',
      'Ids of ATT&CK techniques: T1078 for all types, or by type, as in E: T1068 T1078; D: T1499.',
    ],
    [
      'Afterwards',
      'tmg import FILE --output MODEL_FOLDER, or "Import Model..." in the editor, writes what is filled in or changed into the model. Empty cells change nothing.',
    ],
  ];
  const choices: readonly Row[] = [
    ['none', 0, 'It was considered, and is not possible.'],
    ...vectors.map(({ name, score, text }): Row => [name, score, text]),
  ];
  const cells = new Map<string, CellOverride>();
  addRow(cells, 0, ['How to fill in the sheet Ratings'], HEADER_STYLE);
  for (const [index, [what, how]] of help.entries()) {
    addRow(cells, index + 1, [what], TEXT_STYLE);
    cells.set(`${index + 1},2`, { ...content(how), style: TEXT_STYLE });
  }
  const header = help.length + 2;
  addRow(cells, header, ['Choices', 'Base score', 'What it stands for'], HEADER_STYLE);
  for (const [index, row] of choices.entries()) {
    addRow(cells, header + 1 + index, row, TEXT_STYLE);
  }
  const first = header + 2;
  return {
    sheet: { name: GUIDE_SHEET, columns: WIDTHS.map((width) => ({ width })), cells },
    choices: `'${GUIDE_SHEET}'!$A$${first}:$A$${first + choices.length - 1}`,
  };
}

function addRow(cells: Map<string, CellOverride>, row: number, values: Row, style: CellStyle): void {
  for (const [column, value] of values.entries()) {
    cells.set(`${row},${column}`, { ...content(value), style });
  }
}

/** Texts stand as rich text: as plain text the library would take some for error values. */
function content(value: string | number): CellOverride {
  return typeof value === 'number' ? { value } : { richText: [{ text: xlsxText(value) }] };
}
