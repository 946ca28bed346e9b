import type { ChainRating } from '../../src/chains/chain';
import type { ChainSelection } from '../../src/chains/chainSelection';
import { STRIDE_TYPES, type StrideType } from '../../src/formats/stride';
import { type Guard, isArrayOf, isBoolean, isObjectOf, isOneOf, isString } from '../../src/protocol/guard';
import { TABLE_COLUMNS, type TableColumn, type TableQuery } from '../../src/threats/tableQuery';

export const RATINGS: readonly ChainRating[] = ['High', 'Medium', 'Low'];

/** What the user filters by. Empty lists and texts let everything through. */
export interface Filters {
  readonly text: string;
  readonly types: readonly StrideType[];
  readonly ratings: readonly ChainRating[];
  readonly assets: readonly string[];
  readonly entries: readonly string[];
  readonly attackers: readonly string[];
  /** As typed: what cannot be read does not filter. */
  readonly minLength: string;
  readonly maxLength: string;
  readonly minProbability: string;
}

export const NO_FILTERS: Filters = {
  text: '',
  types: [],
  ratings: [],
  assets: [],
  entries: [],
  attackers: [],
  minLength: '',
  maxLength: '',
  minProbability: '',
};

/** What rows are sorted by; undefined: their rank. */
export type Sort = { readonly column: TableColumn; readonly descending: boolean } | undefined;

const isStrings = isArrayOf(isString);

/** Whether a value is a set of filters. */
export const isFilters: Guard<Filters> = isObjectOf<{ [Key in keyof Filters]: Filters[Key] }>({
  text: isString,
  types: isArrayOf(isOneOf(STRIDE_TYPES)),
  ratings: isArrayOf(isOneOf(RATINGS)),
  assets: isStrings,
  entries: isStrings,
  attackers: isStrings,
  minLength: isString,
  maxLength: isString,
  minProbability: isString,
});

/** Whether a value says what rows are sorted by. */
export const isSort: Guard<NonNullable<Sort>> = isObjectOf({
  column: isOneOf(TABLE_COLUMNS),
  descending: isBoolean,
});

/** Whether anything is filtered out on purpose. */
export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some(
    (value) => value.length > 0 && (typeof value !== 'string' || value.trim() !== ''),
  );
}

/** How many kinds of filters other than the text are set. */
export function filterCount(filters: Filters): number {
  return Object.entries(filters).filter(([name, value]) => name !== 'text' && value.length > 0).length;
}

/** Filters without those that name something of another model. */
export function withoutNames(filters: Filters): Filters {
  return { ...filters, assets: [], entries: [], attackers: [] };
}

/** A length as typed; undefined where nothing is typed, NaN where it is no length. */
export function typedLength(text: string): number | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** P as typed, with a point or a comma; undefined where nothing is typed, NaN where it is no number from 0 to 10. */
export function typedProbability(text: string): number | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') {
    return undefined;
  }
  const value = /^(\d+(\.\d*)?|\.\d+)(e-?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  return value >= 0 && value <= 10 ? value : Number.NaN;
}

/** What the filters, the narrowing and the sort ask for together. */
export function tableQuery(filters: Filters, through: readonly ChainSelection[], sort: Sort): TableQuery {
  const minProbability = typedProbability(filters.minProbability) ?? 0;
  return {
    through,
    text: filters.text.trim(),
    types: filters.types,
    ratings: filters.ratings,
    assets: filters.assets,
    entries: filters.entries,
    attackers: filters.attackers,
    minLength: readable(typedLength(filters.minLength)),
    maxLength: readable(typedLength(filters.maxLength)),
    minProbability: readable(minProbability) ?? 0,
    sort,
  };
}

function readable(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** The sort after a click on a header: descending, ascending, none. */
export function nextSort(sort: Sort, column: TableColumn): Sort {
  if (sort?.column !== column) {
    return { column, descending: true };
  }
  return sort.descending ? { column, descending: false } : undefined;
}
