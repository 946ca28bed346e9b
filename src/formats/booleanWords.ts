const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', 'y', '1', 'x', 'wahr', 'ja'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', 'n', '0', 'falsch', 'nein'].map((word) => [word, false] as const),
]);

/** What a word means that people write for true or false, in any case. */
export function booleanWord(text: string): boolean | undefined {
  return WORDS.get(text.toLowerCase());
}
