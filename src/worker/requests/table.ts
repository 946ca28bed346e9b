import { findChain } from '../../chains/findChain';
import { type ChainGroup, groupChains } from '../../chains/groupChains';
import type { Grouping } from '../../chains/groupings';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ChainViewRequests, MOST_ROWS, type TableRow } from '../../protocol/viewProtocol';
import { tableFacets } from '../../threats/tableFacets';
import { groupRow } from './groupRow';
import type { ChainAccess, Computation } from './computation';
import { fitting } from './messageSize';

type TableRequests = Pick<ChainViewRequests, 'tableRows' | 'tableGroups' | 'tableIndex' | 'tableFacets'>;

/**
 * Answers about the chain table. Pages of rows and groups are shorter than asked for where they would be above 1 MB;
 * what is missing can be asked for from there on.
 */
export function tableRequests(access: ChainAccess): RequestHandlers<TableRequests> {
  // By the positions that a query has let through: they are remembered for some queries.
  const grouped = new WeakMap<Int32Array, Map<Grouping, readonly ChainGroup[]>>();
  const groupsOf = (
    { set }: Computation,
    positions: Int32Array,
    grouping: Grouping,
  ): readonly ChainGroup[] => {
    const known = grouped.get(positions) ?? new Map<Grouping, readonly ChainGroup[]>();
    const groups = known.get(grouping) ?? groupChains(set, [grouping], positions);
    grouped.set(positions, known.set(grouping, groups));
    return groups;
  };
  return {
    tableRows: ({ root, query, from, count }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { total: 0, kept: 0, rows: [] };
      }
      const positions = computation.table.positions(query);
      const page = positions.subarray(from, from + Math.min(count, MOST_ROWS));
      return {
        total: positions.length,
        kept: computation.set.size,
        rows: fitting(rowsAt(computation, page)),
      };
    },
    tableGroups: ({ root, query, grouping, from, count }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { total: 0, chains: 0, groups: [] };
      }
      const { set, table } = computation;
      const positions = table.positions({ ...query, sort: undefined });
      const groups = groupsOf(computation, positions, grouping);
      return {
        total: groups.length,
        chains: positions.length,
        groups: fitting(groups.slice(from, from + count).map((group) => groupRow(set, grouping, group))),
      };
    },
    tableIndex: ({ root, query, key }) => {
      const computation = access.computation(root);
      const position = computation && key.kind === 'chain' ? findChain(computation.set, key) : -1;
      return computation && position >= 0 ? computation.table.positions(query).indexOf(position) : -1;
    },
    tableFacets: ({ root }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { assets: [], entries: [], attackers: [], types: [], lengths: [], emptyColumns: [] };
      }
      const facets = tableFacets(computation.set);
      return {
        ...facets,
        assets: fitting(facets.assets),
        entries: fitting(facets.entries),
        attackers: fitting(facets.attackers),
      };
    },
  };
}

/** Rows one by one, so that none is made that does not fit. */
function* rowsAt({ set, table }: Computation, positions: Int32Array): Generator<TableRow> {
  for (const position of positions) {
    const chain = set.chain(position);
    yield {
      position,
      cells: table.cells(chain),
      rating: chain.rating,
      key: { kind: 'chain', path: chain.path, asset: chain.asset.id, type: chain.type },
    };
  }
}
