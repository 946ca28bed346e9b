import type { GroupRow } from '../../../../src/protocol/chainProtocol';
import type { TableRow, ViewRequests } from '../../../../src/protocol/viewProtocol';
import { ALL_CHAINS, type TableQuery } from '../../../../src/threats/tableQuery';
import type { TableHost } from '../../../../webview/chains/tableData';
import type { TableWish } from '../../../../webview/chains/tableContent';

/** A row that can be told by its number. */
export function rowOf(number: number, group = 0): TableRow {
  return {
    position: number,
    cells: [],
    rating: 'Low',
    key: { kind: 'chain', path: [`e${group}`, `c${number}`], asset: `a${group}`, type: 'S' },
  };
}

/** A group of chains to one asset. */
export function groupOf(number: number, chains: number): GroupRow {
  return {
    selection: { kind: 'asset', id: `a${number}` },
    label: `asset ${number}`,
    chains,
    medium: 0,
    worst: 1,
    rating: 'Low',
  };
}

export function wishOf(change: Partial<TableWish> = {}, query: Partial<TableQuery> = {}): TableWish {
  return {
    root: '/model',
    revision: 1,
    grouping: undefined,
    ...change,
    query: { ...ALL_CHAINS, ...query },
  };
}

type Method = 'tableRows' | 'tableGroups' | 'tableIndex';

/** A request that is under way. */
export interface Asked {
  readonly method: Method;
  readonly params: ViewRequests[Method]['params'];
  answer(result: ViewRequests[Method]['result']): Promise<void>;
  fail(message: string): Promise<void>;
}

/** A host whose answers a test gives, when it wants. */
export class AskedHost implements TableHost {
  readonly asked: Asked[] = [];

  request<Asking extends Method>(
    method: Asking,
    params: ViewRequests[Asking]['params'],
  ): Promise<ViewRequests[Asking]['result']> {
    return new Promise((resolve, reject) => {
      const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
      this.asked.push({
        method,
        params,
        answer: (result) => {
          resolve(result as ViewRequests[Asking]['result']);
          return settled();
        },
        fail: (message) => {
          reject(new Error(message));
          return settled();
        },
      });
    });
  }
}

/** A host with a table of groups of equal size, by asset. */
export function tableHost(groups: number, size: number): TableHost & { readonly asked: Asked[] } {
  const host = new AskedHost();
  const request = host.request.bind(host);
  return {
    asked: host.asked,
    request: async (method, params) => {
      void request(method, params);
      return answerOf(method, params, groups, size) as never;
    },
  };
}

function answerOf(
  method: Method,
  params: ViewRequests[Method]['params'],
  groups: number,
  size: number,
): ViewRequests[Method]['result'] {
  if ('key' in params) {
    const { key, query } = params;
    const asset = key.kind === 'chain' ? Number(key.asset.slice(1)) : -1;
    const number = key.kind === 'chain' ? Number(key.path[1]?.slice(1)) : -1;
    return asset >= groups || number < 0 ? -1 : query.through.length > 0 ? number : asset * size + number;
  }
  const { from, count, query } = params;
  if (method === 'tableGroups') {
    const rows = Array.from({ length: Math.max(0, Math.min(count, groups - from)) }, (_, index) =>
      groupOf(from + index, size),
    );
    return { total: groups, chains: groups * size, groups: rows };
  }
  const [through] = query.through;
  const total = through ? size : groups * size;
  const first = through?.kind === 'asset' ? Number(through.id.slice(1)) : undefined;
  const rows = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, index) => {
    const number = from + index;
    return first === undefined ? rowOf(number % size, Math.floor(number / size)) : rowOf(number, first);
  });
  return { total, kept: groups * size, rows };
}
