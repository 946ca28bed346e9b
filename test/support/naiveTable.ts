import type { Chain } from '../../src/chains/chain';
import type { ChainSelection } from '../../src/chains/chainSelection';
import type { ChainSet } from '../../src/chains/chainSet';
import type { TableColumn, TableQuery } from '../../src/threats/tableQuery';
import { type ThreatRow, threatRow } from '../../src/threats/threatRow';

/** A chain with all cells of its row in the chain table. */
export interface NaiveRow {
  readonly position: number;
  readonly chain: Chain;
  readonly cells: ThreatRow & Readonly<Record<'Risk' | 'Length' | 'Path', string | number | undefined>>;
}

/** All rows of the chain table, best first, as plain objects. */
export function naiveRows(set: ChainSet): NaiveRow[] {
  return [...set.chains()].map((chain, position) => ({
    position,
    chain,
    cells: {
      ...threatRow(chain, set.model),
      Risk: chain.risk,
      Length: chain.path.length - 1,
      Path: chain.path.join(' > '),
    },
  }));
}

/** Filters and sorts rows one by one, by what their cells say. */
export function naiveTable(rows: readonly NaiveRow[], query: TableQuery): NaiveRow[] {
  const fitting = rows.filter((row) => fits(row.chain, query));
  const { sort } = query;
  if (sort === undefined || UNORDERED.has(sort.column)) {
    return fitting;
  }
  const keyed = fitting.map((row) => ({ row, key: sortKey(sort.column, row.cells[sort.column]) }));
  const full = keyed.filter(({ key }) => key !== undefined);
  const sign = sort.descending ? -1 : 1;
  full.sort((a, b) => sign * compareKeys(a.key ?? [], b.key ?? []));
  return [...full, ...keyed.filter(({ key }) => key === undefined)].map(({ row }) => row);
}

/** Whether a chain fits a selection, by the names on its path. */
function isSelected({ path, entry, asset }: Chain, selection: ChainSelection): boolean {
  const steps = path.flatMap((name, index) => (index % 2 === 0 ? [[name, path[index + 1]]] : []));
  switch (selection.kind) {
    case 'all':
      return true;
    case 'asset':
      return asset.id === selection.id;
    case 'entry':
      return entry === selection.name;
    case 'interface':
      return steps.some(([name]) => name === selection.name);
    case 'component':
      return steps.some(([, name]) => name === selection.name);
    case 'relation':
      return steps.some(([from, to]) => from === selection.interface && to === selection.component);
    case 'last-step':
      return path.at(-2) === selection.interface && path.at(-1) === selection.component;
  }
}

const UNORDERED: ReadonlySet<TableColumn> = new Set(['Index', 'Full Description', 'Path']);

/** Words of ordinal columns, from the lowest on. */
const ORDINALS: Readonly<Partial<Record<TableColumn, readonly string[]>>> = {
  'STRIDE Type': [
    'Spoofing',
    'Tampering',
    'Repudiation',
    'Information Disclosure',
    'Denial of Service',
    'Elevation of Privilege',
  ],
  'Attack Vector (AV)': ['Physical', 'Local', 'Adjacent', 'Network'],
  'Attack Complexity (AC)': ['Low', 'High'],
  'Privileges Required (PR)': ['None', 'Low', 'High'],
  'User Interaction (UI)': ['None', 'Required'],
  Influence: ['None', 'Low', 'High'],
  Rating: ['Low', 'Medium', 'High'],
};

function fits(chain: Chain, query: TableQuery): boolean {
  const names = [...chain.path, chain.asset.name].map(plain);
  const words = query.text.split(/\s/).filter((word) => word.trim() !== '');
  const length = chain.path.length - 1;
  const among = (list: readonly string[], item: string): boolean => list.length === 0 || list.includes(item);
  return (
    query.through.every((selection) => isSelected(chain, selection)) &&
    words.every((word) => names.some((name) => name.includes(plain(word)))) &&
    among(query.types, chain.type) &&
    among(query.ratings, chain.rating) &&
    among(query.assets, chain.asset.id) &&
    among(query.entries, chain.entry) &&
    (query.attackers.length === 0 ||
      chain.attackers.length === 0 ||
      query.attackers.some((key) => chain.attackers.includes(key))) &&
    (query.minLength === undefined || length >= query.minLength) &&
    (query.maxLength === undefined || length <= query.maxLength) &&
    chain.probability >= query.minProbability
  );
}

/** Without accents, in capitals. */
function plain(text: string): string {
  return [...text.normalize('NFD')]
    .filter((character) => !/[\u0300-\u036f]/.test(character))
    .join('')
    .toUpperCase();
}

function sortKey(
  column: TableColumn,
  cell: string | number | undefined,
): readonly (string | number)[] | undefined {
  if (cell === undefined || typeof cell === 'number') {
    return cell === undefined ? undefined : [cell];
  }
  const words = ORDINALS[column];
  if (!words) {
    return [cell.toLowerCase(), cell];
  }
  const value = cell.replace(/^.*: /, '');
  return value === 'n/a'
    ? undefined
    : value
        .split(', ')
        .map((word) => words.indexOf(word))
        .sort((a, b) => a - b);
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) {
      return 1;
    }
    if (left !== right) {
      return typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareTexts(String(left), String(right));
    }
  }
  return a.length - b.length;
}

function compareTexts(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => [...text].map((character) => character.codePointAt(0) ?? 0));
  return compareKeys(a ?? [], b ?? []);
}
