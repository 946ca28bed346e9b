import type { LocatedText } from '../records';
import { type Cell, cellPart } from './cell';
import { splitItems } from './listCell';

const KNOWN_LABELS: ReadonlySet<string> = new Set(['Communication', 'Virtual', 'EXT']);

/** A component's name and labels. */
export interface LabelledName {
  readonly name: LocatedText;
  readonly labels: readonly LocatedText[];
}

/** Reads `name:Communication|EXT`. What follows the last colon gives labels only if it names a known one. */
export function readLabelledName(cell: Cell): LabelledName {
  const colon = cell.value.lastIndexOf(':');
  if (colon > 0) {
    const labels = splitItems(cellPart(cell, colon + 1, cell.value.length), '|').filter(
      ({ value }) => value !== '',
    );
    const { value, range } = cellPart(cell, 0, colon);
    if (value !== '' && labels.some((label) => KNOWN_LABELS.has(label.value))) {
      return { name: { value, range }, labels };
    }
  }
  return { name: { value: cell.value, range: cell.range }, labels: [] };
}
