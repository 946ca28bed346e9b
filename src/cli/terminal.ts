import { stripVTControlCharacters } from 'node:util';
import type { CommandIo } from './io';

const CODES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;

export type Style = keyof typeof CODES;

/** Colours a text where the terminal wants colour. */
export function styled(io: Pick<CommandIo, 'colour'>, style: Style, text: string): string {
  return io.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}

/**
 * Text from files, made safe for a terminal: escape sequences are taken out; control characters and those that turn
 * the direction of writing are shown as code points.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As `printable`, for a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Columns of texts, each as wide as its widest cell; the last one is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  rightAligned: ReadonlySet<number> = new Set(),
): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) => columnLine(row, widths, rightAligned));
}

/** Characters of the widest cell of each column. */
export function columnWidths(rows: Iterable<readonly string[]>): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, [...cell].length);
    }
  }
  return widths;
}

/** One row as a line; the last cell is not padded. */
export function columnLine(
  row: readonly string[],
  widths: readonly number[],
  rightAligned: ReadonlySet<number>,
): string {
  return row
    .map((cell, index) => {
      const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - [...cell].length));
      if (rightAligned.has(index)) {
        return gap + cell;
      }
      return index === row.length - 1 ? cell : cell + gap;
    })
    .join('  ');
}
