import { largest } from '../text/arrays';
// Control characters, halves of surrogate pairs, and those that turn the direction of text or have no width.
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const PUNCTUATION = /[!#$%()*+\-./:=?@[\\\]^_`{|}~]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const LONGEST = 500;

/**
 * Text of a file as Markdown that shows it as it is: no formatting, links, images, icons, tables or HTML come of it.
 * One line, cut where it is very long; characters that cannot be seen, such as those that turn the direction, show
 * as a box.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(PUNCTUATION, String.raw`\$&`);
}

/** Text of a file as Markdown code. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = largest(
    [...line.matchAll(/`+/g)].map(([run]) => run.length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line === '' ? '' : fence + padding + line + padding + fence;
}

/** Names as Markdown, the first few, and how many more there are. */
export function markdownNames(names: readonly string[], limit = 10): string {
  const shown = names.slice(0, limit).map(escapeMarkdown).join(', ');
  return names.length > limit ? `${shown} and ${names.length - limit} more` : shown;
}

/** A Markdown list; items that are empty are left out. */
export function markdownList(items: readonly string[]): string {
  return items
    .filter((item) => item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
}

/** Paragraphs of Markdown; those that are empty are left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(CONTROL, '\ufffd');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
