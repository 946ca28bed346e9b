// A text that begins with apostrophes and then such a sign gets one more, so that taking one off is always right.
const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^''*[=+\-@\t\r]/;

/** Puts a `'` before a text that a spreadsheet could take for a formula. */
export function guardFormula(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Whether a text begins with the `'` that `guardFormula` puts there. */
export function isGuarded(text: string): boolean {
  return GUARDED.test(text);
}
