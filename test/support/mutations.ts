import { readdirSync, readFileSync } from 'node:fs';
import type { TextRange } from '../../src/text/range';

const PIECES = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '|',
  '>',
  '!!str ',
  ',',
  ';',
  '\\',
  '\u0000',
  '\uFEFF',
  '😀',
  '\uD800',
  '  ',
  'none',
  'CVSS:3.1/AV:N',
  '7.15',
  '---\n',
  '? ',
  '%',
  '@',
  '`',
  '\u202e',
  "'='",
  'a'.repeat(300),
];

/** Pseudo-random numbers from 0 to 1 that repeat for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text with one to four random changes: pieces put in, taken out, doubled or swapped. */
export function mutate(text: string, seed: number): string {
  const random = randomFrom(seed);
  const at = (limit: number): number => Math.floor(random() * (limit + 1));
  let result = text;
  for (let change = at(3); change >= 0; change--) {
    const start = at(result.length);
    const end = Math.min(result.length, start + at(random() < 0.8 ? 8 : 200));
    const piece = PIECES[at(PIECES.length - 1)] ?? '';
    switch (at(3)) {
      case 0:
        result = result.slice(0, start) + piece + result.slice(start);
        break;
      case 1:
        result = result.slice(0, start) + result.slice(end);
        break;
      case 2:
        result = result.slice(0, end) + result.slice(start);
        break;
      default:
        result = result.slice(0, start) + piece + result.slice(end);
    }
  }
  return result;
}

/** Texts of the example files with this ending. */
export function exampleTexts(ending: string): string[] {
  return readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`.tmg${ending}`))
    .sort()
    .map((file) => readFileSync(`examples/${file}`, 'utf8'));
}

/** Calls back for every range in a value, however deep, with the path that leads to it. */
export function forEachRange(
  value: unknown,
  visit: (range: TextRange, path: string) => void,
  path = '',
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const object = value as Record<string, unknown>;
  if (typeof object['start'] === 'number' && typeof object['end'] === 'number') {
    visit(object as unknown as TextRange, path);
    return;
  }
  if ('metrics' in object) {
    // The metrics of a vector count from the beginning of the vector, not of the file.
    return;
  }
  for (const [key, child] of Object.entries(object)) {
    forEachRange(child, visit, `${path}/${key}`);
  }
}
