import type { TextRange } from './range';

/** Replaces the text of `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Applies edits that all refer to the original text. Insertions at one place keep their order.
 * @throws RangeError if two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.index - b.index,
    );
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    const { start, end } = edit.range;
    if (start < position || end < start || end > text.length) {
      throw new RangeError(
        `Edit ${start}..${end} overlaps another edit or leaves the text of length ${text.length}`,
      );
    }
    result += text.slice(position, start) + edit.newText;
    position = end;
  }
  return result + text.slice(position);
}
