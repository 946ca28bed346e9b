import type { LocatedText } from '../records';
import { type Cell, cellPart } from './cell';

/** Where the names of a list in a cell are split, unless `\` stands before. */
export const LIST_SEPARATORS = ',;\r\n';

/** As `LIST_SEPARATORS`, for `Only To`. */
export const ONLY_TO_SEPARATORS = `${LIST_SEPARATORS}|`;

/** Where the names of a banned sequence are split. */
export const SEQUENCE_SEPARATORS = '|';

/**
 * The names of a list in a cell; empty ones are left out. `\` before a separator or another `\` makes it part of
 * the name; elsewhere it is a character like others.
 */
export function splitList(cell: Cell, separators: string = LIST_SEPARATORS): LocatedText[] {
  return splitItems(cell, separators).filter(({ value }) => value !== '');
}

/** Names that are read of one cell. */
export const MOST_NAMES = 10_000;

/** As `splitList`, with the empty names. Of very many names the first `MOST_NAMES` are there, and one more. */
export function splitItems(cell: Cell, separators: string): LocatedText[] {
  const items: LocatedText[] = [];
  const { value } = cell;
  let start = 0;
  let escaped = false;
  for (let at = 0; at <= value.length && items.length <= MOST_NAMES; at++) {
    const character = value[at];
    if (character === '\\' && isEscapable(value[at + 1], separators)) {
      escaped = true;
      at++;
    } else if (character === undefined || separators.includes(character)) {
      items.push(item(cellPart(cell, start, at), escaped ? separators : undefined));
      start = at + 1;
      escaped = false;
    }
  }
  return items;
}

/** Writes names as a list that `splitList` reads as they are. */
export function joinList(names: readonly string[], separators: string = LIST_SEPARATORS): string {
  const escape = (name: string): string =>
    [...name]
      .map((character) => (isEscapable(character, separators) ? `\\${character}` : character))
      .join('');
  return names.map(escape).join(separators === SEQUENCE_SEPARATORS ? '|' : ', ');
}

function isEscapable(character: string | undefined, separators: string): boolean {
  return character !== undefined && (character === '\\' || separators.includes(character));
}

function item({ value, range }: Cell, escapedAt: string | undefined): LocatedText {
  if (escapedAt === undefined) {
    return { value, range };
  }
  const text = value.replace(/\\([\s\S])/g, (both, next: string) =>
    isEscapable(next, escapedAt) ? next : both,
  );
  return { value: text, range };
}
