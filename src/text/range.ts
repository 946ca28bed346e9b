/** A stretch of text: offsets in UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A value together with the text it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly range: TextRange;
}

/** A place as people count: line and column from 1, columns in UTF-16 units. */
export interface Position {
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, in UTF-16 units. */
  readonly column: number;
}

/** Moves a range by `offset` units. */
export function shiftRange(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}
