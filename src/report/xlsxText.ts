/** The most characters of a cell, in UTF-16 units. */
export const LONGEST_XLSX_TEXT = 32_767;

// Characters that XML does not have; a carriage return would be read as a line feed. Halves of pairs are gone before.
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A text as the text of a cell, before it is escaped as XML. What XML cannot hold is written as `_x0001_`, as the format
 * has it, and a text that looks like that stays what it is. Halves of surrogate pairs become U+FFFD. A text that is too
 * long for a cell ends with an ellipsis.
 */
export function xlsxText(text: string): string {
  const fitting =
    text.length > LONGEST_XLSX_TEXT
      ? `${text.slice(0, LONGEST_XLSX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`
      : text;
  return fitting
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(ESCAPE, '_x005F_')
    .replace(UNWRITABLE, (character) => `_x${hex(character)}_`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
