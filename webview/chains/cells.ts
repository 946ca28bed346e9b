import { safeText } from '../../src/drawing/labelText';
import type { TableRow } from '../../src/protocol/viewProtocol';
import { count, shortProbability } from '../../src/text/numbers';
import type { Column } from './columns';

/** Longer texts are cut in the table; the detail shows them whole. */
const LONGEST_CELL = 400;
const LONGEST_NAME = 120;

/** A name or sentence from a file made fit for one line of the screen. */
export function lineText(text: string, longest = LONGEST_CELL): string {
  return safeText(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** Text of a cell; empty where there is nothing to say. */
export function cellText(row: TableRow, { cell, kind }: Pick<Column, 'cell' | 'kind'>): string {
  const value = row.cells[cell];
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'string') {
    return lineText(value);
  }
  return kind === 'probability' || !Number.isInteger(value) ? shortProbability(value) : count(value);
}

/** A name on the path of a chain. */
export interface PathName {
  readonly text: string;
  /** Interfaces stand between components. */
  readonly isInterface: boolean;
}

/** A path in two parts: where there is too little room, the end of the first part is cut, and so the middle. */
export interface PathParts {
  readonly head: readonly PathName[];
  readonly tail: readonly PathName[];
}

/** Cuts a path before its last step; a path of one step between its interface and its component. */
export function pathParts(path: readonly string[]): PathParts {
  const names = path.map((name, index) => ({
    text: lineText(name, LONGEST_NAME),
    isInterface: index % 2 === 0,
  }));
  const end = names.length > 2 ? names.length - 2 : names.length - 1;
  return { head: names.slice(0, end), tail: names.slice(end) };
}
