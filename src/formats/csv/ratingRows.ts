import { nearestName } from '../../text/nearest';
import { readRatingCell } from '../ratingCell';
import type {
  LocatedText,
  RatingCell,
  RatingCells,
  RatingKey,
  RatingRecord,
  TechniqueRecord,
} from '../records';
import { isStrideType, STRIDE_TYPES, strideName } from '../stride';
import type { Row } from './row';
import { type Column, normalizeColumn, RATING_COLUMNS } from './tables';
import { readTechniques } from './techniqueCell';

const STATUS_WORDS = ['draft', 'agreed'] as const;

/** A row of a wide table of ratings: all types of a relation. Several interfaces get the same ratings. */
export function readWideRatingRow(row: Row): RatingRecord[] {
  const component = row.text('Component');
  const interfaces = row.list('Interface');
  if (!component || interfaces.length === 0) {
    row.missing(...row.emptyOf('Component', 'Interface'));
    return [];
  }
  const cells: Partial<Record<RatingKey, RatingCell>> = {};
  for (const column of RATING_COLUMNS) {
    const cell = readRating(row, column);
    if (cell) {
      cells[column === 'All' ? 'all' : column] = cell;
    }
  }
  return relations(row, component, interfaces, cells, readTechniques(row, 'all'));
}

/** A row of a long table of ratings: one type of a relation. An empty CVSS cell is not rated yet. */
export function readLongRatingRow(row: Row): RatingRecord[] {
  const component = row.text('Component');
  const interfaces = row.list('Interface');
  const stride = row.text('STRIDE');
  if (!component || interfaces.length === 0 || !stride) {
    row.missing(...row.emptyOf('Component', 'Interface', 'STRIDE'));
    return [];
  }
  const key = readRatingKey(stride.value);
  if (key === undefined) {
    const nearest = nearestName(stride.value, STRIDE_TYPES.map(strideName));
    row.wrongType(stride, 'STRIDE', 'one of S, T, R, I, D, E, their full names or all', nearest);
    return [];
  }
  const cell = readRating(row, 'CVSS');
  return relations(row, component, interfaces, cell ? { [key]: cell } : {}, readTechniques(row, key));
}

/** The type a word stands for: a letter, a full name or `all`, in any case. */
export function readRatingKey(word: string): RatingKey | undefined {
  const letter = word.toUpperCase();
  if (isStrideType(letter)) {
    return letter;
  }
  const name = normalizeColumn(word);
  return name === 'all' ? 'all' : STRIDE_TYPES.find((type) => normalizeColumn(strideName(type)) === name);
}

function readRating(row: Row, column: Column): RatingCell | undefined {
  const cell = row.cell(column);
  return (
    cell &&
    readRatingCell(
      cell.value,
      { file: row.file, range: cell.range, textStart: cell.textStart, decimalComma: true },
      row.findings,
    )
  );
}

function relations(
  row: Row,
  component: LocatedText,
  interfaces: readonly LocatedText[],
  cells: RatingCells,
  techniques: readonly TechniqueRecord[],
): RatingRecord[] {
  const note = row.text('Note');
  const status = readStatus(row);
  const ref = row.text('Ref');
  const common = {
    component,
    cells,
    techniques,
    ...(note && { note }),
    ...(status && { status }),
    ...(ref && { ref }),
  };
  const { range } = row;
  return interfaces.map((name) => ({ ...common, interface: name, range }));
}

function readStatus(row: Row): LocatedText | undefined {
  const status = row.text('Status');
  const word = status && STATUS_WORDS.find((candidate) => candidate === status.value.toLowerCase());
  if (status && word === undefined) {
    row.wrongType(
      status,
      'Status',
      `one of ${STATUS_WORDS.join(', ')}`,
      nearestName(status.value, STATUS_WORDS),
    );
  }
  return status && word !== undefined ? { value: word, range: status.range } : undefined;
}
