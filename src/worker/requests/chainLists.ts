import { groupChains } from '../../chains/groupChains';
import type { ChainRequests } from '../../protocol/chainProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { ALL_CHAINS } from '../../threats/tableQuery';
import { chainRow, groupRow } from './chainRows';
import type { ChainAccess } from './computation';

/** Answers with chains and groups in rank order, a page at a time. */
export function listRequests(access: ChainAccess): RequestHandlers<Pick<ChainRequests, 'rows' | 'groups'>> {
  return {
    rows: ({ root, selection, from, count }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { total: 0, rows: [] };
      }
      const { set, table } = computation;
      const positions = table.positions({ ...ALL_CHAINS, through: [selection] });
      const page = positions.subarray(from, from + count);
      return { total: positions.length, rows: Array.from(page, (position) => chainRow(set, position)) };
    },
    groups: ({ root, grouping, from, count }) => {
      const computation = access.computation(root);
      if (!computation) {
        return { total: 0, groups: [] };
      }
      const { set } = computation;
      let groups = computation.groups.get(grouping);
      if (!groups) {
        groups = groupChains(set, [grouping]);
        computation.groups.set(grouping, groups);
      }
      return {
        total: groups.length,
        groups: groups.slice(from, from + count).map((group) => groupRow(set, grouping, group)),
      };
    },
  };
}
