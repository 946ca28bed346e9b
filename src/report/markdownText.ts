// Control characters, halves of surrogate pairs, and those that turn the direction of text or have no width.
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const MEANINGFUL = /[\\`*[\]|~#$^]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What readers of Markdown make links of by themselves: `://`, `www.` and the `@` of a mail address. */
const LINKING = /:(?=\/\/)|(?<=\bwww)\.|@(?=[\p{L}\p{N}])/giu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of a file in one line: blanks are one space, and what has no width or turns the direction of text is replaced. */
export function plainLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(INVISIBLE, '\ufffd');
}

/**
 * Text of a file as Markdown that shows it as it is, in one line: no formatting, links, tables or HTML come of it. Stays
 * readable as plain text: what means nothing inside a line is not escaped.
 */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(MEANINGFUL, String.raw`\$&`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** The same, and no reader makes a link of an address in it: it is a name, not a reference. */
export function markdownName(text: string): string {
  return markdownText(text).replace(LINKING, String.raw`\$&`);
}

/** The same as a paragraph of its own: it begins no list, heading or rule. */
export function markdownParagraph(text: string): string {
  return markdownName(text).replace(/^(\d*)([-+=.)])/, String.raw`$1\$2`);
}
