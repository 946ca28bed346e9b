import type { ChainSelection } from '../chains/chainSelection';
import { GROUPINGS } from '../chains/groupings';
import { LAYOUT_KINDS } from '../drawing/layout';
import { STRIDE_TYPES } from '../formats/stride';
import { TABLE_COLUMNS, type TableQuery } from '../threats/tableQuery';
import {
  type Guard,
  isArrayOf,
  isBoolean,
  isCount,
  isEither,
  isFiniteNumber,
  isObjectOf,
  isOneOf,
  isOptional,
  isString,
} from './guard';
import type { FilePlace } from './places';
import type { SelectionKey } from './selectionKey';
import { MOST_ROWS, PAGES, type ViewRequests, type ViewState } from './viewProtocol';

const isStrings = isArrayOf(isString);
const isRoot = { root: isString };
const isNothing = isObjectOf<Readonly<Record<string, unknown>>>({});

/** Whether a value says which chains are meant. */
export const isChainSelection: Guard<ChainSelection> = (value): value is ChainSelection =>
  isObjectOf({ kind: isOneOf(['all']) })(value) ||
  isObjectOf({ kind: isOneOf(['component', 'interface', 'entry']), name: isString })(value) ||
  isObjectOf({ kind: isOneOf(['asset']), id: isString })(value) ||
  isObjectOf({ kind: isOneOf(['last-step', 'relation']), interface: isString, component: isString })(value);

/** Whether a value says what is chosen. */
export const isSelectionKey: Guard<SelectionKey> = isEither(
  isObjectOf({
    kind: isOneOf(['chain']),
    path: isStrings,
    asset: isString,
    type: isOneOf(STRIDE_TYPES),
  }),
  isEither(
    isObjectOf({ kind: isOneOf(['component', 'interface']), name: isString }),
    isEither(
      isObjectOf({ kind: isOneOf(['relation']), interface: isString, component: isString }),
      isObjectOf({ kind: isOneOf(['asset']), id: isString }),
    ),
  ),
);

/** Whether a value is a query of the chain table. */
export const isTableQuery: Guard<TableQuery> = isObjectOf<{ [Key in keyof TableQuery]: TableQuery[Key] }>({
  through: isArrayOf(isChainSelection),
  text: isString,
  types: isArrayOf(isOneOf(STRIDE_TYPES)),
  ratings: isArrayOf(isOneOf(['High', 'Medium', 'Low'])),
  assets: isStrings,
  entries: isStrings,
  attackers: isStrings,
  minLength: isOptional(isCount),
  maxLength: isOptional(isCount),
  minProbability: isFiniteNumber,
  sort: isOptional(isObjectOf({ column: isOneOf(TABLE_COLUMNS), descending: isBoolean })),
});

const isPosition = isObjectOf({ line: isCount, column: isCount });
const isPlace: Guard<FilePlace> = isObjectOf({
  path: isString,
  range: isObjectOf({ start: isPosition, end: isPosition }),
});

const isRowCount: Guard<number> = (value): value is number => isCount(value) && value <= MOST_ROWS;
const isExport = isOneOf(['csv', 'json']);

/** What the parameters of each request must look like. */
const PARAMS: { readonly [Method in keyof ViewRequests]: Guard<ViewRequests[Method]['params']> } = {
  ready: isNothing,
  tableRows: isObjectOf({ ...isRoot, query: isTableQuery, from: isCount, count: isRowCount }),
  tableGroups: isObjectOf({
    ...isRoot,
    query: isTableQuery,
    grouping: isOneOf(GROUPINGS),
    from: isCount,
    count: isRowCount,
  }),
  tableIndex: isObjectOf({ ...isRoot, query: isTableQuery, key: isSelectionKey }),
  tableFacets: isObjectOf(isRoot),
  scene: isObjectOf({ ...isRoot, from: isCount }),
  summary: isObjectOf({ ...isRoot, minProbability: isOptional(isFiniteNumber) }),
  layout: isObjectOf({ ...isRoot, kind: isOneOf(LAYOUT_KINDS), fresh: isBoolean }),
  choose: isObjectOf({ key: isOptional(isSelectionKey) }),
  reveal: isNothing,
  narrow: isObjectOf({ narrowing: isArrayOf(isChainSelection) }),
  travel: isObjectOf({ by: isOneOf([-1, 1]) }),
  openPlace: isObjectOf({ place: isPlace }),
  compute: isNothing,
  cancel: isNothing,
  showModel: isObjectOf(isRoot),
  showPage: isObjectOf({ page: isOneOf(PAGES) }),
  followCursor: isObjectOf({ follow: isBoolean }),
  copyChain: isNothing,
  exportTable: isObjectOf({ ...isRoot, query: isTableQuery, format: isExport }),
  savePicture: isObjectOf({ format: isOneOf(['svg', 'png']), data: isString }),
};

/** Whether a page may ask this. */
export function isViewParams<Method extends keyof ViewRequests>(
  method: Method,
  params: unknown,
): params is ViewRequests[Method]['params'] {
  return Object.hasOwn(PARAMS, method) && PARAMS[method](params);
}

/** Whether a value is what pages show; its inner shape is the host's own. */
export const isViewState: Guard<ViewState> = (value): value is ViewState =>
  isObjectOf({
    models: isArrayOf(isObjectOf({ root: isString, name: isString })),
    root: isOptional(isString),
    revision: isCount,
    phase: isOneOf(['none', 'computing', 'current', 'outdated']),
    selection: isOptional(isSelectionKey),
    narrowing: isArrayOf(isChainSelection),
    cursor: isOptional(isSelectionKey),
  })(value);
