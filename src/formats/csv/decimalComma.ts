/** A score with a decimal comma where a sample of a table has one: a spreadsheet would take `7.1` for a date there. */
export function decimalLike(sample: string, score: string): string {
  return /\d,\d/.test(sample) && /^\d+\.\d+$/.test(score) ? score.replace('.', ',') : score;
}
