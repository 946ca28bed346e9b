import { foldName } from '../../text/foldName';

/** Longest name, in code points: diagrams carry whole sentences as labels. */
const LONGEST_NAME = 100;

/** Longest description or note, in code points. */
const LONGEST_TEXT = 1000;

// Control characters, those that turn the direction of writing, those without width, and halves of characters.
const UNWANTED =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** A text on one line, without characters that do not show, and not longer than a description may be. */
export function cleanText(text: string, longest = LONGEST_TEXT): string {
  // What lies far behind the longest text cannot come into it.
  const line = text
    .slice(0, longest * 20)
    .replace(/\s+/g, ' ')
    .replace(UNWANTED, '')
    .trim();
  const characters = [...line];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** A name as `cleanText` makes it; empty where nothing is left. */
export function cleanName(text: string): string {
  return cleanText(text, LONGEST_NAME);
}

/** Texts as one, sentence by sentence; undefined where all are empty. */
export function sentences(texts: readonly (string | undefined)[]): string | undefined {
  const cleaned = texts.map((text) => cleanText(text ?? '')).filter((text) => text !== '');
  const joined = cleaned.map((text) => (/[.!?:…]$/.test(text) ? text : `${text}.`)).join(' ');
  return joined === '' ? undefined : cleanText(cleaned.length === 1 ? (cleaned[0] ?? '') : joined);
}

/** A text behind a word that says what it is; undefined without the text. */
export function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : prefix + text;
}

/** Names of one kind that are taken, whatever their case, white space and Unicode form. */
export class NameBook {
  private readonly taken = new Set<string>();
  private readonly numbers = new Map<string, number>();

  /** Whether a name looks like one that is taken. */
  has(name: string): boolean {
    return this.taken.has(foldName(name));
  }

  /** Takes the name, with a number where another one looks like it, and returns what was taken. */
  take(name: string): string {
    const fold = foldName(name);
    let number = this.numbers.get(fold) ?? 1;
    let free = name;
    while (this.taken.has(foldName(free))) {
      number++;
      free = `${name} (${number})`;
    }
    this.numbers.set(fold, number);
    this.taken.add(foldName(free));
    return free;
  }
}
