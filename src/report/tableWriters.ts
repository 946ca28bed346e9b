import type { ChainSet } from '../chains/chainSet';
import { csvCell, csvLine } from '../formats/csv/writeCsv';
import { shortProbability } from '../text/numbers';
import { THREAT_COLUMNS, type ThreatColumn } from '../formats/threatColumns';
import type { RowPart } from '../threats/threatRows';
import { markdownName } from './markdownText';
import type { TableRowJson } from './tableRowJson';
import { type TableOptions, tableRows } from './tableRows';

/** The threat table as CSV, piece by piece: a header, then one line per chain. Safe against formulas. */
export function* csvTable(chains: ChainSet, options: TableOptions = {}): Generator<string> {
  yield csvLine([...THREAT_COLUMNS]);
  for (const texts of tableRows(chains, options, csvCells)) {
    yield `${texts.join(',')}\r\n`;
  }
}

/** The threat table as a JSON array of objects with the columns as keys, piece by piece. */
export function* jsonTable(chains: ChainSet, options: TableOptions = {}): Generator<string> {
  let separator = '[\n';
  for (const texts of tableRows(chains, options, jsonMembers)) {
    yield `${separator}{${texts.filter((text) => text !== '').join(',')}}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** Columns of numbers, which stand to the right in Markdown. */
const NUMBERS: ReadonlySet<ThreatColumn> = new Set<ThreatColumn>([
  'Rating: Security',
  'Rating: Operation',
  'Rating: Tech',
  'Rating: Compliance',
  'Probability',
]);

/** The threat table as a Markdown table, piece by piece, P rounded for people. Names show as they are: see `markdownName`. */
export function* markdownTable(chains: ChainSet, options: TableOptions = {}): Generator<string> {
  const rule = THREAT_COLUMNS.map((column) => (NUMBERS.has(column) ? '---:' : '---'));
  yield `| ${THREAT_COLUMNS.join(' | ')} |\n| ${rule.join(' | ')} |\n`;
  for (const texts of tableRows(chains, options, markdownCells)) {
    yield `| ${texts.join(' | ')} |\n`;
  }
}

function csvCells(cells: RowPart['cells']): string {
  return cells.map((cell) => csvCell(cell)).join(',');
}

/** Cells as members of an object; empty ones are left out. */
function jsonMembers(cells: RowPart['cells'], firstColumn: number): string {
  return cells
    .flatMap((cell, index) =>
      cell === undefined ? [] : [`${JSON.stringify(key(firstColumn + index))}:${JSON.stringify(cell)}`],
    )
    .join(',');
}

/** The member that a column is. */
function key(column: number): keyof TableRowJson | undefined {
  return THREAT_COLUMNS[column];
}

function markdownCells(cells: RowPart['cells']): string {
  return cells
    .map((cell) => {
      if (cell === undefined) {
        return '';
      }
      return typeof cell === 'number' ? shortProbability(cell) : markdownName(cell);
    })
    .join(' | ');
}
