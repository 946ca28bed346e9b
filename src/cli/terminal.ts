import { stripVTControlCharacters } from 'node:util';
import type { CommandIo } from './io';

const CODES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;

export type Style = keyof typeof CODES;

/** Colours a text where the terminal wants colour. */
export function styled(io: Pick<CommandIo, 'colour'>, style: Style, text: string): string {
  return io.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}

/**
 * Text from files and arguments, made safe for a terminal: escape sequences are taken out, characters that show nothing
 * or change what others show become code points, and what is very long is cut with a sign.
 */
export function printable(text: string): string {
  const plain = stripVTControlCharacters(shortened(text, LONGEST_TEXT));
  return shown(plain.length > LONGEST_NAME ? plain.replace(RUN, (run) => shortened(run)) : plain);
}

/**
 * Control and format characters, line separators and half surrogate pairs: what shows nothing, or changes what others
 * show. Not the few format characters that show something, the signs of Arabic and Indic numbers.
 */
const UNPRINTABLE =
  /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

function shown(text: string): string {
  return text.replace(UNPRINTABLE, (character, at: number) =>
    character === ZERO_WIDTH_JOINER && joinsPictures(text, at) ? character : escaped(character),
  );
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const ZERO_WIDTH_JOINER = '\u200d';

/** Whether a joiner makes one picture of the two beside it, as of a family, which is what people write. */
function joinsPictures(text: string, at: number): boolean {
  return (
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u.test(text.slice(Math.max(0, at - 3), at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}

/** Longest text that is shown whole, of several names or sentences. */
const LONGEST_TEXT = 20_000;

/** Longest name that is shown whole, in UTF-16 units. */
const LONGEST_NAME = 1000;

/** No word, and so a name, which is cut on its own where it stands among others. */
const RUN = /\S+/g;

/** A name, or what a message says of some, cut with a sign where it is very long. */
export function shortened(text: string, most = LONGEST_NAME): string {
  if (text.length <= most) {
    return text;
  }
  // Not between the halves of a pair.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length} characters)`;
}

/** What stays in a piece of output: line ends and tabs, a mark of its encoding and the sign of the progress line before it. */
const KEPT = /(^\r|^\ufeff|\r?\n|\t|\u001b\[K)/;
const KEPT_WITH_COLOUR = /(^\r|^\ufeff|\r?\n|\t|\u001b\[K|\u001b\[(?:3[1236]|[012])m)/;

/**
 * A piece of output as it goes to a terminal: line ends, the progress line and, where there are any, the colours of this
 * program stay, whatever else would drive a terminal is shown as code points. The last place where text leaves the
 * program.
 */
export function terminalText(piece: string, colour: boolean): string {
  return piece
    .split(colour ? KEPT_WITH_COLOUR : KEPT)
    .map((part, index) => (index % 2 === 1 ? part : shown(part)))
    .join('');
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
