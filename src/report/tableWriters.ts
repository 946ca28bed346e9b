import type { ChainSet } from '../chains/chainSet';
import { csvLine } from '../formats/csv/writeCsv';
import type { Chain } from '../chains/chain';
import { THREAT_COLUMNS, threatRow } from '../threats/threatRow';

/**
 * The threat table as CSV, piece by piece: a header, then one line per chain. Safe against formulas.
 * @param positions of the chains to write, in this order; all without it
 */
export function* csvTable(chains: ChainSet, positions?: Iterable<number>): Generator<string> {
  yield csvLine([...THREAT_COLUMNS]);
  for (const chain of chainsAt(chains, positions)) {
    const row = threatRow(chain, chains.model);
    yield csvLine(THREAT_COLUMNS.map((column) => row[column]));
  }
}

/**
 * The threat table as a JSON array of objects with the columns as keys, piece by piece.
 * @param positions of the chains to write, in this order; all without it
 */
export function* jsonTable(chains: ChainSet, positions?: Iterable<number>): Generator<string> {
  let separator = '[\n';
  for (const chain of chainsAt(chains, positions)) {
    yield separator + JSON.stringify(threatRow(chain, chains.model));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function* chainsAt(chains: ChainSet, positions: Iterable<number> | undefined): Generator<Chain> {
  if (positions === undefined) {
    yield* chains.chains();
    return;
  }
  for (const position of positions) {
    yield chains.chain(position);
  }
}
