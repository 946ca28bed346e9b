import {
  type Guard,
  isArrayOf,
  isBoolean,
  isFiniteNumber,
  isObjectOf,
  isOneOf,
  isOptional,
} from '../../src/protocol/guard';
import { TABLE_COLUMNS, type TableColumn, UNORDERED_COLUMNS } from '../../src/threats/tableQuery';

/** A column as the table shows it. */
export interface Column {
  readonly id: TableColumn;
  /** Text of the header; `id` is its full name. */
  readonly label: string;
  /** Width in px as long as the user has not chosen one. */
  readonly width: number;
  /** Whether it is shown as long as the user has not chosen. */
  readonly isDefault: boolean;
  readonly kind: 'text' | 'number' | 'probability' | 'rating' | 'path';
  /** Whether rows can be sorted by it. */
  readonly isOrdered: boolean;
  /** Index in the cells of a row. */
  readonly cell: number;
}

/** What the user did with a column. */
export interface ColumnChoice {
  readonly id: TableColumn;
  readonly width: number;
  /** Undefined as long as the user has not chosen: then an empty column is not shown. */
  readonly shown?: boolean | undefined;
}

/** All columns, each once, in the order in which they stand. */
export type ColumnLayout = readonly ColumnChoice[];

/** A column that is shown, with its width. */
export type ShownColumn = Column & { readonly width: number };

export const LEAST_WIDTH = 32;
export const MOST_WIDTH = 2000;

/** In their first order: what is looked at first stands first. */
export const COLUMNS: readonly Column[] = [
  column('Rating', 92, { kind: 'rating' }),
  column('Probability', 104, { kind: 'probability' }),
  column('STRIDE Type', 158, { label: 'Type' }),
  column('Path', 380, { kind: 'path' }),
  column('Asset', 150),
  column('Component', 150),
  column('First Entry-Point', 150, { label: 'Entry Point' }),
  column('Length', 64, { kind: 'number' }),
  column('Attacker Type', 170, { label: 'Attacker' }),
  column('Attack Vector (AV)', 120, { label: 'AV' }),
  column('Attack Complexity (AC)', 60, { label: 'AC' }),
  column('Privileges Required (PR)', 60, { label: 'PR' }),
  column('User Interaction (UI)', 76, { label: 'UI' }),
  column('Risk', 64, { kind: 'number' }),
  column('Facility', 130),
  column('Influence', 110),
  column('Rating: Security', 80, { label: 'Security', isDefault: false }),
  column('Rating: Operation', 84, { label: 'Operation', isDefault: false }),
  column('Rating: Tech', 64, { label: 'Tech', isDefault: false }),
  column('Rating: Compliance', 96, { label: 'Compliance', isDefault: false }),
  column('Attack Period', 170, { isDefault: false }),
  column('Full Description', 520, { isDefault: false }),
  column('Index', 150, { isDefault: false }),
];

const BY_ID = new Map(COLUMNS.map((each) => [each.id, each]));

function column(
  id: TableColumn,
  width: number,
  { label = id, kind = 'text', isDefault = true }: Partial<Pick<Column, 'label' | 'kind' | 'isDefault'>> = {},
): Column {
  const isOrdered = !(UNORDERED_COLUMNS as readonly TableColumn[]).includes(id);
  return { id, label, width, isDefault, kind, isOrdered, cell: TABLE_COLUMNS.indexOf(id) };
}

/** The layout before the user changes anything. */
export const FIRST_LAYOUT: ColumnLayout = COLUMNS.map(({ id, width }) => ({ id, width }));

const isWidth: Guard<number> = (value): value is number =>
  isFiniteNumber(value) && value >= LEAST_WIDTH && value <= MOST_WIDTH;

/** Whether a value can be read as a layout; `completed` makes one of it. */
export const isColumnLayout: Guard<ColumnLayout> = isArrayOf(
  isObjectOf<{ [Key in keyof ColumnChoice]: ColumnChoice[Key] }>({
    id: isOneOf(TABLE_COLUMNS),
    width: isWidth,
    shown: isOptional(isBoolean),
  }),
);

/** A layout with every column once: an older version knew fewer of them. */
export function completed(layout: ColumnLayout): ColumnLayout {
  const known = new Map(layout.map((choice) => [choice.id, choice]));
  return [...known.values(), ...FIRST_LAYOUT.filter(({ id }) => !known.has(id))];
}

/** The columns that are shown, in order. At least one always is. */
export function shownColumns(layout: ColumnLayout, empty: readonly TableColumn[]): readonly ShownColumn[] {
  const all = layout.flatMap(({ id, width, shown }) => {
    const found = BY_ID.get(id);
    return found ? [{ ...found, width, isShown: shown ?? (found.isDefault && !empty.includes(id)) }] : [];
  });
  const shown = all.filter(({ isShown }) => isShown);
  return shown.length > 0 ? shown : all.slice(0, 1);
}

/** Shows exactly these columns. What is as it would be anyway stays open, so that a column that fills up appears. */
export function withShown(
  layout: ColumnLayout,
  ids: readonly TableColumn[],
  empty: readonly TableColumn[],
): ColumnLayout {
  return layout.map(({ id, width }) => {
    const byItself = BY_ID.get(id)?.isDefault === true && !empty.includes(id);
    const wanted = ids.includes(id);
    return wanted === byItself ? { id, width } : { id, width, shown: wanted };
  });
}

/** Gives a column a width, within bounds. */
export function withWidth(layout: ColumnLayout, id: TableColumn, width: number): ColumnLayout {
  const bounded = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
  return layout.map((choice) => (choice.id === id ? { ...choice, width: bounded } : choice));
}

/** Moves a column to the place of another one: behind it where it comes from the left, else before it. */
export function withMoved(layout: ColumnLayout, id: TableColumn, target: TableColumn): ColumnLayout {
  const from = layout.findIndex((choice) => choice.id === id);
  const to = layout.findIndex((choice) => choice.id === target);
  const moved = layout[from];
  if (!moved || to < 0 || from === to) {
    return layout;
  }
  const others = layout.toSpliced(from, 1);
  return others.toSpliced(to, 0, moved);
}
