import type { Position } from '../text/range';

/** A stretch of a text as people count: lines and columns from 1, the end exclusive. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a file of the workspace. */
export interface FilePlace {
  /** Absolute path, with `/`. */
  readonly path: string;
  readonly range: PositionRange;
}

/** Replaces the text of a range. */
export interface RangeEdit {
  readonly range: PositionRange;
  readonly newText: string;
}

/** Edits of one file. */
export interface PathEdits {
  readonly path: string;
  /** Whether the file is not there yet. */
  readonly isNew: boolean;
  /** Fingerprint of the text that the edits are for; undefined for a new file. */
  readonly basis: string | undefined;
  readonly edits: readonly RangeEdit[];
}
