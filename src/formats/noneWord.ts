/** What people write for "considered, and not possible", in English and German. */
const WORDS: ReadonlySet<string> = new Set([
  'none',
  'n/a',
  'na',
  'n.a',
  'nil',
  'null',
  '~',
  'no',
  'not applicable',
  'not possible',
  'impossible',
  'keine',
  'kein',
  'nein',
  'entfällt',
  'nicht anwendbar',
  'nicht möglich',
  'unmöglich',
]);

/** Whether the text of a rating cell, which is nothing that counts, probably means `none`. */
export function meansNone(text: string): boolean {
  const word = text
    .trim()
    .replace(/[.!]{1,5}$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return WORDS.has(word) || /^[-\u2010-\u2015\u2212]{1,5}$/.test(word);
}
