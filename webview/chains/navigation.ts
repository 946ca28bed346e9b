/** Where the keyboard is in the table. Keys go to the row as a whole, or to one of its cells. */
export interface GridFocus {
  /** Line of the table; -1 for the header. */
  readonly line: number;
  /** Index of the shown column, kept while the row as a whole has the focus. */
  readonly column: number;
  readonly isInCells: boolean;
}

export const FIRST_FOCUS: GridFocus = { line: 0, column: 0, isInCells: false };

/** What the table looks like to the keyboard. */
export interface GridShape {
  readonly lines: number;
  readonly columns: number;
  /** Lines that are seen whole. */
  readonly page: number;
  /** What a line is: a chain, or a group that can be opened and closed. */
  kindOf(line: number): 'chain' | 'open' | 'closed';
  /** The line of the group that a chain is in; undefined where there are no groups. */
  groupOf(line: number): number | undefined;
}

/** A key with what is held down. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What a key does in the table. */
export type GridAction =
  | { readonly kind: 'focus'; readonly focus: GridFocus }
  /** Opens or closes the group of a line. */
  | { readonly kind: 'toggle'; readonly line: number }
  | { readonly kind: 'choose'; readonly line: number }
  | { readonly kind: 'open'; readonly line: number }
  | { readonly kind: 'sort'; readonly column: number }
  | { readonly kind: 'move-column'; readonly column: number; readonly by: -1 | 1 }
  | { readonly kind: 'widen-column'; readonly column: number; readonly by: -1 | 1 }
  | { readonly kind: 'travel'; readonly by: -1 | 1 }
  | { readonly kind: 'copy' | 'clear' | 'filter' };

/** A focus that fits the table: neither beyond its last line nor beyond its last column. */
export function boundedFocus(
  { line, column, isInCells }: GridFocus,
  { lines, columns }: Pick<GridShape, 'lines' | 'columns'>,
): GridFocus {
  return {
    line: Math.max(-1, Math.min(line, lines - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
    isInCells,
  };
}

/** What a key does; undefined where it does nothing here. */
export function gridAction(focus: GridFocus, press: KeyPress, shape: GridShape): GridAction | undefined {
  const { key, ctrl, alt, shift } = press;
  if (ctrl && !alt && !shift && /^[cf]$/i.test(key)) {
    return { kind: key.toLowerCase() === 'c' ? 'copy' : 'filter' };
  }
  if (alt && !ctrl && !shift && isSideways(key) && focus.line >= 0) {
    return { kind: 'travel', by: sign(key) };
  }
  if (focus.line < 0) {
    return headerAction(focus, press, shape);
  }
  if (alt || shift) {
    return undefined;
  }
  const vertical = lineAfter(focus, key, ctrl, shape);
  if (vertical !== undefined) {
    return goTo({ ...focus, line: vertical }, shape);
  }
  if (ctrl) {
    return undefined;
  }
  const kind = shape.kindOf(focus.line);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return sidewaysAction(focus, sign(key), kind, shape);
    case 'Home':
      return goTo({ ...focus, column: 0 }, shape);
    case 'End':
      return goTo({ ...focus, column: shape.columns - 1 }, shape);
    case 'Enter':
      return { kind: kind === 'chain' ? 'open' : 'toggle', line: focus.line };
    case ' ':
      return { kind: kind === 'chain' ? 'choose' : 'toggle', line: focus.line };
    case 'Escape':
      return { kind: 'clear' };
    case 'f':
    case 'F':
      return { kind: 'filter' };
    default:
      return undefined;
  }
}

function headerAction(
  focus: GridFocus,
  { key, ctrl, alt, shift }: KeyPress,
  shape: GridShape,
): GridAction | undefined {
  const { column } = focus;
  if (isSideways(key) && !ctrl && alt !== shift) {
    return { kind: alt ? 'move-column' : 'widen-column', column, by: sign(key) };
  }
  if (alt || shift || (ctrl && key !== 'End')) {
    return undefined;
  }
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return goTo({ ...focus, column: column + sign(key) }, shape);
    case 'Home':
      return goTo({ ...focus, column: 0 }, shape);
    case 'End':
      return ctrl
        ? goTo({ ...focus, line: shape.lines - 1 }, shape)
        : goTo({ ...focus, column: shape.columns - 1 }, shape);
    case 'ArrowDown':
      return goTo({ ...focus, line: 0 }, shape);
    case 'PageDown':
      return goTo({ ...focus, line: shape.page - 1 }, shape);
    case 'Enter':
    case ' ':
      return { kind: 'sort', column };
    case 'Escape':
      return { kind: 'clear' };
    case 'f':
    case 'F':
      return { kind: 'filter' };
    default:
      return undefined;
  }
}

/** The line that a key leads to; undefined for keys that stay in the line. */
function lineAfter(
  { line, isInCells }: GridFocus,
  key: string,
  ctrl: boolean,
  { lines, page }: GridShape,
): number | undefined {
  const step = Math.max(1, page - 1);
  switch (key) {
    case 'ArrowUp':
      return line - 1;
    case 'ArrowDown':
      return Math.min(line + 1, lines - 1);
    case 'PageUp':
      return Math.max(0, line - step);
    case 'PageDown':
      return Math.min(lines - 1, line + step);
    case 'Home':
      return ctrl || !isInCells ? 0 : undefined;
    case 'End':
      return ctrl || !isInCells ? lines - 1 : undefined;
    default:
      return undefined;
  }
}

/** Left and right open and close groups, and lead from a row into its cells and back. */
function sidewaysAction(
  focus: GridFocus,
  by: -1 | 1,
  kind: 'chain' | 'open' | 'closed',
  shape: GridShape,
): GridAction | undefined {
  const { line, column, isInCells } = focus;
  if (kind !== 'chain') {
    if (by === 1) {
      return kind === 'closed' ? { kind: 'toggle', line } : goTo({ ...focus, line: line + 1 }, shape);
    }
    return kind === 'open' ? { kind: 'toggle', line } : undefined;
  }
  if (!isInCells) {
    if (by === 1) {
      return goTo({ line, column: 0, isInCells: true }, shape);
    }
    const group = shape.groupOf(line);
    return group === undefined ? undefined : goTo({ ...focus, line: group }, shape);
  }
  return column + by < 0
    ? goTo({ line, column: 0, isInCells: false }, shape)
    : goTo({ ...focus, column: column + by }, shape);
}

function goTo(focus: GridFocus, shape: GridShape): GridAction {
  return { kind: 'focus', focus: boundedFocus(focus, shape) };
}

function isSideways(key: string): boolean {
  return key === 'ArrowLeft' || key === 'ArrowRight';
}

function sign(key: string): -1 | 1 {
  return key === 'ArrowLeft' ? -1 : 1;
}
