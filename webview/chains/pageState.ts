import type { ChainSelection } from '../../src/chains/chainSelection';
import { GROUPINGS, type Grouping } from '../../src/chains/groupings';
import {
  type Guard,
  isArrayOf,
  isBoolean,
  isFiniteNumber,
  isObjectOf,
  isOneOf,
  isOptional,
  isString,
} from '../../src/protocol/guard';
import type { SelectionKey } from '../../src/protocol/selectionKey';
import { isChainSelection, isSelectionKey } from '../../src/protocol/viewGuards';
import { type ColumnLayout, completed, FIRST_LAYOUT, isColumnLayout } from './columns';
import { type Filters, isFilters, isSort, NO_FILTERS, type Sort, withoutNames } from './filters';

/** The part that explains the chosen chain. */
export interface DetailState {
  readonly isOpen: boolean;
  /** In px, beside the table and below it. */
  readonly width: number;
  readonly height: number;
}

/** Everything that a reload brings back, but for what is chosen: the host knows that. */
export interface PageState {
  /** Folder of the model that names in here belong to. */
  readonly root: string | undefined;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly grouping: Grouping | undefined;
  readonly layout: ColumnLayout;
  readonly expanded: readonly ChainSelection[];
  /** Distance of the view from the first row, and from the first column, in px. */
  readonly top: number;
  readonly left: number;
  readonly detail: DetailState;
  /** Whether filters are shown where there is little room. */
  readonly showsFilters: boolean;
  /** What was chosen when the page was last seen: what has been chosen since is scrolled to. */
  readonly seen: SelectionKey | undefined;
}

export const FIRST_STATE: PageState = {
  root: undefined,
  filters: NO_FILTERS,
  sort: undefined,
  grouping: undefined,
  layout: FIRST_LAYOUT,
  expanded: [],
  top: 0,
  left: 0,
  detail: { isOpen: true, width: 380, height: 240 },
  showsFilters: false,
  seen: undefined,
};

export const DETAIL_BOUNDS = { least: 160, most: 2000 } as const;

const isDistance: Guard<number> = (value): value is number => isFiniteNumber(value) && value >= 0;
const isSize: Guard<number> = (value): value is number =>
  isFiniteNumber(value) && value >= DETAIL_BOUNDS.least && value <= DETAIL_BOUNDS.most;

const isStored = isObjectOf<{ [Key in keyof PageState]: PageState[Key] }>({
  root: isOptional(isString),
  filters: isFilters,
  sort: isOptional(isSort),
  grouping: isOptional(isOneOf(GROUPINGS)),
  layout: isColumnLayout,
  expanded: isArrayOf(isChainSelection),
  top: isDistance,
  left: isDistance,
  detail: isObjectOf<{ [Key in keyof DetailState]: DetailState[Key] }>({
    isOpen: isBoolean,
    width: isSize,
    height: isSize,
  }),
  showsFilters: isBoolean,
  seen: isOptional(isSelectionKey),
});

/** Reads what a page kept; what is broken, or was written by another version, gives the first state. */
export function restored(stored: unknown): PageState {
  return isStored(stored) ? { ...FIRST_STATE, ...stored, layout: completed(stored.layout) } : FIRST_STATE;
}

/** The state for a model: names of another one mean nothing in it. */
export function forModel(state: PageState, root: string | undefined): PageState {
  return state.root === root
    ? state
    : { ...state, root, filters: withoutNames(state.filters), expanded: [], top: 0, seen: undefined };
}
