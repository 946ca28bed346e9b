import { STRIDE_TYPES } from '../stride';

/** Every column of every table, as it is written. */
export const COLUMNS = [
  'Facility',
  'Component',
  'Asset',
  'Id',
  'Rating: Security',
  'Rating: Operation',
  'Rating: Tech',
  'Rating: Compliance',
  'STRIDE Types',
  'Interface',
  ...STRIDE_TYPES,
  'All',
  'STRIDE',
  'CVSS',
  'Techniques',
  'Vector',
  'Entry',
  'Into',
  'Attackers',
  'Periods',
  'Banned',
  'From',
  'To',
  'Via',
  'Only To',
  'Note',
  'Status',
  'Ref',
  'Description',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Columns that every table may have. */
const COMMON_COLUMNS = ['Note', 'Status', 'Ref', 'Description'] as const satisfies readonly Column[];

/** Columns of which a wide table of ratings has at least one. */
export const RATING_COLUMNS = [...STRIDE_TYPES, 'All'] as const satisfies readonly Column[];

export type TableKind =
  | 'assets'
  | 'interfaces'
  | 'wideRatings'
  | 'longRatings'
  | 'vectors'
  | 'entries'
  | 'banned'
  | 'oneWay'
  | 'only';

/** What makes a table. */
export interface TableShape {
  readonly kind: TableKind;
  /** What its rows are, in a sentence. */
  readonly rows: string;
  readonly required: readonly Column[];
  /** At least one of these. */
  readonly oneOf: readonly Column[];
  readonly optional: readonly Column[];
  /** A header with one of these means another table, even if that one is not complete. */
  readonly foreign: readonly Column[];
}

/** The tables; where a header fits several equally well, the first one. */
export const TABLES: readonly TableShape[] = [
  shape('longRatings', 'ratings', ['Component', 'Interface', 'STRIDE', 'CVSS'], ['Techniques']),
  shape('wideRatings', 'ratings', ['Component', 'Interface'], ['Techniques'], RATING_COLUMNS, [
    'STRIDE',
    'CVSS',
  ]),
  shape(
    'assets',
    'assets',
    ['Component', 'Asset'],
    [
      'Facility',
      'Id',
      'Rating: Security',
      'Rating: Operation',
      'Rating: Tech',
      'Rating: Compliance',
      'STRIDE Types',
    ],
  ),
  shape('entries', 'entries', ['Interface', 'Entry'], ['Into', 'Attackers', 'Periods']),
  shape('vectors', 'vectors', ['Vector', 'CVSS'], []),
  shape('only', 'filters', ['From', 'Via', 'Only To'], []),
  shape('oneWay', 'filters', ['From', 'To'], [], [], ['Via', 'Only To']),
  shape('banned', 'filters', ['Banned'], []),
  shape('interfaces', 'interfaces', ['Component', 'Interface'], [], [], ['STRIDE', 'CVSS']),
];

/** All columns a table knows. */
export function tableColumns({ required, oneOf, optional }: TableShape): readonly Column[] {
  return [...required, ...oneOf, ...optional, ...COMMON_COLUMNS];
}

/** A column's name as it is compared: case, blanks and a byte order mark do not matter. */
export function normalizeColumn(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

function shape(
  kind: TableKind,
  rows: string,
  required: readonly Column[],
  optional: readonly Column[],
  oneOf: readonly Column[] = [],
  foreign: readonly Column[] = [],
): TableShape {
  return { kind, rows, required, oneOf, optional, foreign };
}
