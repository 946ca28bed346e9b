import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { ChainSet } from '../chains/chainSet';
import { strideName } from '../formats/stride';
import { ratingCounts, settingRows } from './computationFacts';
import { lengthSentences } from '../threats/lengthSentences';
import { PROGRAM } from './program';
import { xlsxText } from './xlsxText';
import { HEADER_STYLE } from './xlsxWorkbook';

type Row = readonly (string | number)[];

/** What the numbers of the table mean, for somebody who has only the file. */
const METHOD = [
  'Each row is one attack chain: a way from an entry point through interfaces and components to an asset, for one STRIDE type. Its P is the product of the CVSS scores of its steps, divided by 10 for every step after the first.',
  'P ranks chains, so that the worst are looked at first; it is not a likelihood.',
];
const METHOD_STYLE: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const METHOD_HEIGHT = 48;
const WIDTHS = [24, 32, 16, 16];

/**
 * A sheet that says what a threat table is of: model, settings, totals and method.
 * @param written rows of the table
 */
export function modelSheet(chains: ChainSet, written: number): WriteSheet {
  const { byType, byLength } = chains.counts;
  const sections: readonly (readonly Row[])[] = [
    [['Model', chains.model.name], ...countRows(chains, written)],
    [['Setting', 'Value'], ...settingRows(chains)],
    [['STRIDE type', 'Chains'], ...[...byType].map(([type, count]) => [strideName(type), count])],
    [['Rating', 'Chains kept'], ...Object.entries(ratingCounts(chains))],
    [
      ['Length', 'Chains', 'Lowest P', 'Highest P'],
      ...byLength.map(({ length, chains: count, lowest, highest }) => [length, count, lowest, highest]),
    ],
  ];
  const cells = new Map<string, CellOverride>();
  let row = 0;
  for (const section of sections) {
    for (const [index, values] of section.entries()) {
      addRow(cells, row++, values, index === 0 ? HEADER_STYLE : undefined);
    }
    row++;
  }
  addRow(cells, row++, ['Method'], HEADER_STYLE);
  const method = METHOD.map((sentence) => {
    addRow(cells, row, [sentence], METHOD_STYLE);
    return row++;
  });
  return {
    name: 'Model',
    columns: WIDTHS.map((width) => ({ width })),
    cells,
    merges: method.map((at) => ({ startRow: at, startCol: 0, endRow: at, endCol: WIDTHS.length - 1 })),
    rowDefs: new Map(method.map((at) => [at, { height: METHOD_HEIGHT }])),
  };
}

type CellOverride = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

/** Texts stand as rich text: as plain text the library would take some for error values, `#N/A` for one. */
function addRow(
  cells: Map<string, CellOverride>,
  row: number,
  values: Row,
  style: CellStyle | undefined,
): void {
  for (const [column, value] of values.entries()) {
    const content = typeof value === 'number' ? { value } : { richText: [{ text: xlsxText(value) }] };
    cells.set(`${row},${column}`, { ...content, ...(style && { style }) });
  }
}

function countRows({ counts, complete, size, advice }: ChainSet, written: number): Row[] {
  return [
    ['Rows in this file', written],
    ['Chains kept', size],
    [counts.totalIsLowerBound ? 'Chains, at least' : 'Chains', counts.total],
    ['Search', complete ? 'complete' : 'ended early: the best chains may be missing'],
    ['Length', lengthSentences(advice).join(' ')],
    ['Written by', `${PROGRAM.name} ${PROGRAM.version}`],
  ];
}
