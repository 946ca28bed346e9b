import { THREAT_COLUMNS } from '../threatColumns';
import { normalizeColumn } from './tables';

/** Columns of the threat table that no table of a model has: those after the ratings of the asset. */
const OWN_COLUMNS: ReadonlySet<string> = new Set(
  THREAT_COLUMNS.slice(THREAT_COLUMNS.indexOf('Attacker Type'), -1).map(normalizeColumn),
);

/** So many of them make a threat table: people delete columns, and a table of assets may have one of the names. */
const ENOUGH = 3;

/** What such a table is, for messages. */
export const THREAT_TABLE =
  'This is a threat table: its rows are attack chains, which are computed from a model, and no part of one';

/** Whether the names of a header are those of the threat table that this program writes. */
export function isThreatTableHeader(names: readonly string[]): boolean {
  return new Set(names.map(normalizeColumn).filter((name) => OWN_COLUMNS.has(name))).size >= ENOUGH;
}
