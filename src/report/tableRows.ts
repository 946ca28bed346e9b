import type { ChainSet } from '../chains/chainSet';
import type { Sentences } from '../threats/description';
import { type RowPart, ThreatRows } from '../threats/threatRows';

/** Which rows of the threat table are written, and how. */
export interface TableOptions {
  /** Of the chains to write, in this order; all without it. */
  readonly positions?: Iterable<number> | undefined;
  /** Wording of the Full Description; plain English without it. */
  readonly sentences?: Sentences;
}

/**
 * The rows of the threat table as a writer puts them into words: one list of texts per row, in the order of the columns.
 * @param text of the cells of a part; asked for only once where many rows share the part
 */
export function* tableRows<T>(
  chains: ChainSet,
  { positions, sentences = 'plain' }: TableOptions,
  text: (cells: RowPart['cells'], firstColumn: number) => T,
): Generator<T[]> {
  const rows = new ThreatRows(chains, sentences);
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
