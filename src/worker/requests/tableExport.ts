import type { ChainRequests } from '../../protocol/chainProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { csvTable, jsonTable } from '../../report/tableWriters';
import type { TableQuery } from '../../threats/tableQuery';
import type { ChainAccess, Computation } from './computation';

const TABLE_PIECE = 1_000_000;

/** A table that is being written. */
interface Writing {
  /** What it is asked for. */
  readonly key: string;
  readonly pieces: Generator<string>;
  /** How many pieces it has written: a header is one, too. */
  written: number;
}

/** Answers with the threat table, piece by piece. */
export function exportRequests(access: ChainAccess): RequestHandlers<Pick<ChainRequests, 'table'>> {
  const known = new WeakMap<Computation, Writing>();
  return {
    table: ({ root, format, from, query }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { text: '', next: undefined };
      }
      const key = JSON.stringify([format, query]);
      const before = known.get(computation);
      const writing =
        before?.key === key && before.written === from
          ? before
          : begin(computation, format, query, key, from);
      known.set(computation, writing);
      let text = '';
      while (text.length < TABLE_PIECE) {
        const piece = writing.pieces.next();
        if (piece.done) {
          known.delete(computation);
          return { text, next: undefined };
        }
        text += piece.value;
        writing.written++;
      }
      return { text, next: writing.written };
    },
  };
}

/** Begins to write a table, and goes on as far as it was before where another one came between. */
function begin(
  { set, table }: Computation,
  format: 'csv' | 'json',
  query: TableQuery | undefined,
  key: string,
  from: number,
): Writing {
  const write = format === 'csv' ? csvTable : jsonTable;
  const pieces = write(set, query && table.positions(query));
  for (let written = 0; written < from && !pieces.next().done; written++);
  return { key, pieces, written: from };
}
