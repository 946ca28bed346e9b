import type { ChainSet } from '../chains/chainSet';
import { csvLine } from '../formats/csv/writeCsv';
import { THREAT_COLUMNS, threatRow } from '../threats/threatRow';

/** The threat table as CSV, piece by piece: a header, then one line per chain. Safe against formulas. */
export function* csvTable(chains: ChainSet): Generator<string> {
  yield csvLine([...THREAT_COLUMNS]);
  for (const chain of chains.chains()) {
    const row = threatRow(chain, chains.model);
    yield csvLine(THREAT_COLUMNS.map((column) => row[column]));
  }
}

/** The threat table as a JSON array of objects with the columns as keys, piece by piece. */
export function* jsonTable(chains: ChainSet): Generator<string> {
  let separator = '[\n';
  for (const chain of chains.chains()) {
    yield separator + JSON.stringify(threatRow(chain, chains.model));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
