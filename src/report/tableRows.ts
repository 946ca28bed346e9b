import type { ChainSet } from '../chains/chainSet';
import { type RowPart, ThreatRows } from '../threats/threatRows';

/**
 * The rows of the threat table as a writer puts them into words: one list of texts per row, in the order of the columns.
 * @param text of the cells of a part; asked for only once where many rows share the part
 * @param positions of the chains, in this order; all without it
 */
export function* tableRows<T>(
  chains: ChainSet,
  positions: Iterable<number> | undefined,
  text: (cells: RowPart['cells'], firstColumn: number) => T,
): Generator<T[]> {
  const rows = new ThreatRows(chains);
  const known = new Map<RowPart, T>();
  for (const position of positions ?? allOf(chains)) {
    const parts = rows.parts(position);
    const texts: T[] = [];
    let column = 0;
    for (const part of parts) {
      let own = part.shared ? known.get(part) : undefined;
      if (own === undefined) {
        own = text(part.cells, column);
        if (part.shared) {
          known.set(part, own);
        }
      }
      texts.push(own);
      column += part.cells.length;
    }
    yield texts;
  }
}

function* allOf({ size }: ChainSet): Generator<number> {
  for (let position = 0; position < size; position++) {
    yield position;
  }
}
