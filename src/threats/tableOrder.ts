import type { ChainSet } from '../chains/chainSet';
import { columnRanks } from './columnRanks';
import { countingSort } from './ranks';
import { riskOrder } from './riskOrder';
import type { TableQuery } from './tableQuery';

/**
 * Puts positions that stand in rank order in the order of a column; ties keep the rank order, and what has an empty cell
 * comes last, whichever way it goes. Columns without an order leave them as they are.
 */
export function sortChains(
  chains: ChainSet,
  positions: Int32Array,
  { column, descending }: NonNullable<TableQuery['sort']>,
): Int32Array {
  if (column === 'Risk') {
    return riskOrder(chains, positions, descending);
  }
  const ranks = columnRanks(chains, positions, column);
  return ranks === undefined ? positions : countingSort(positions, ranks, descending);
}
