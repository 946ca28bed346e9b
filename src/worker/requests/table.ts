import { findChain } from '../../chains/findChain';
import { groupChains } from '../../chains/groupChains';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ChainViewRequests, MOST_ROWS, type TableRow } from '../../protocol/viewProtocol';
import { tableFacets } from '../../threats/tableFacets';
import { groupRow } from './chainRows';
import type { ChainAccess, Computation } from './computation';

type TableRequests = Pick<ChainViewRequests, 'tableRows' | 'tableGroups' | 'tableIndex' | 'tableFacets'>;

/** Answers about the chain table. */
export function tableRequests(access: ChainAccess): RequestHandlers<TableRequests> {
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
        rows: Array.from(page, (position) => tableRow(computation, position)),
      };
    },
    tableGroups: ({ root, query, grouping, from, count }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { total: 0, chains: 0, groups: [] };
      }
      const { set, table } = computation;
      const positions = table.positions(query);
      const groups = groupChains(set, [grouping], positions);
      return {
        total: groups.length,
        chains: positions.length,
        groups: groups.slice(from, from + count).map((group) => groupRow(set, grouping, group)),
      };
    },
    tableIndex: ({ root, query, key }) => {
      const computation = access.computation(root);
      const position = computation && key.kind === 'chain' ? findChain(computation.set, key) : -1;
      return computation && position >= 0 ? computation.table.positions(query).indexOf(position) : -1;
    },
    tableFacets: ({ root }) => {
      const computation = access.computation(root);
      return computation
        ? tableFacets(computation.set)
        : { assets: [], entries: [], attackers: [], types: [], lengths: [], emptyColumns: [] };
    },
  };
}

function tableRow({ set, table }: Computation, position: number): TableRow {
  const chain = set.chain(position);
  return {
    position,
    cells: table.cells(chain),
    rating: chain.rating,
    key: { kind: 'chain', path: chain.path, asset: chain.asset.id, type: chain.type },
  };
}
