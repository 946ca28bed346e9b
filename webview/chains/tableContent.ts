import type { ChainSelection } from '../../src/chains/chainSelection';
import type { Grouping } from '../../src/chains/groupings';
import type { GroupRow } from '../../src/protocol/chainProtocol';
import type { ChainKey } from '../../src/protocol/selectionKey';
import type { TableRow } from '../../src/protocol/viewProtocol';
import type { TableQuery } from '../../src/threats/tableQuery';
import { RowModel } from './rowModel';
import { RowPages } from './rowPages';

/** Rows that are asked for at once: enough for any screen, and a small message. */
export const PAGE_SIZE = 100;

const MOST_PAGES = 40;
const MOST_GROUP_PAGES = 500;

/** What a table is asked to show. */
export interface TableWish {
  readonly root: string;
  readonly revision: number;
  readonly query: TableQuery;
  readonly grouping: Grouping | undefined;
}

/** What a line of the table shows; `row` is undefined as long as it is on its way. */
export type Line =
  | { readonly kind: 'chain'; readonly row: TableRow | undefined; readonly group: number | undefined }
  | {
      readonly kind: 'group';
      readonly row: GroupRow | undefined;
      readonly group: number;
      readonly isExpanded: boolean;
    };

/** Rows that are to be fetched: groups, or the chains of one group, or chains where there are no groups. */
export interface Fetch {
  readonly kind: 'chains' | 'groups';
  readonly group: number | undefined;
  readonly from: number;
  readonly count: number;
}

/** The answer to one wish, as far as it is there. */
export class TableContent {
  private readonly groups: RowPages<GroupRow>;
  private readonly chains = new Map<number | undefined, RowPages<TableRow>>();
  private model: RowModel;

  /**
   * @param total chains that fit the query
   * @param groups how many groups they are in, where they are grouped
   */
  constructor(
    readonly wish: TableWish,
    readonly total: number,
    readonly groupCount: number | undefined,
  ) {
    this.groups = new RowPages(groupCount ?? 0, PAGE_SIZE, MOST_GROUP_PAGES);
    this.model = new RowModel(groupCount ?? 0);
    if (groupCount === undefined) {
      this.chains.set(undefined, new RowPages(total, PAGE_SIZE, MOST_PAGES));
    }
  }

  get isGrouped(): boolean {
    return this.groupCount !== undefined;
  }

  /** Lines of the table. */
  get length(): number {
    return this.isGrouped ? this.model.length : this.total;
  }

  line(line: number): Line {
    if (!this.isGrouped) {
      return { kind: 'chain', row: this.chains.get(undefined)?.get(line), group: undefined };
    }
    const { group, chain } = this.model.at(line);
    return chain === undefined
      ? { kind: 'group', row: this.groups.get(group), group, isExpanded: this.model.isExpanded(group) }
      : { kind: 'chain', row: this.chains.get(group)?.get(chain), group };
  }

  /** The line of a chain by its place in its group, or of a group. */
  lineOf(group: number | undefined, chain: number | undefined): number {
    return group === undefined ? (chain ?? 0) : this.model.lineOf({ group, chain });
  }

  group(index: number): GroupRow | undefined {
    return this.groups.get(index);
  }

  isExpanded(group: number): boolean {
    return this.model.isExpanded(group);
  }

  /** Shows or hides the chains of a group that is there. */
  setExpanded(group: number, isExpanded: boolean): void {
    const row = this.groups.get(group);
    if (isExpanded && row && !this.model.isExpanded(group)) {
      this.model = this.model.withExpanded(group, row.chains);
      this.chains.set(group, new RowPages(row.chains, PAGE_SIZE, MOST_PAGES));
    } else if (!isExpanded) {
      this.model = this.model.withCollapsed(group);
      this.chains.delete(group);
    }
  }

  /** What the groups that are expanded have in common. */
  get expanded(): readonly ChainSelection[] {
    return [...this.chains.keys()].flatMap((group) =>
      group === undefined ? [] : (this.groups.get(group)?.selection ?? []),
    );
  }

  /** Index of a group that is there, by what its chains have in common. */
  indexOfGroup(selection: ChainSelection): number {
    const wanted = selectionText(selection);
    for (let index = 0; index < this.groups.length; index++) {
      const row = this.groups.get(index);
      if (row && selectionText(row.selection) === wanted) {
        return index;
      }
    }
    return -1;
  }

  /** The first rows of some lines that have to be fetched; undefined where all are there. */
  missing(first: number, end: number): Fetch | undefined {
    if (!this.isGrouped) {
      const range = this.chains.get(undefined)?.missing({ from: first, count: end - first });
      return range && { kind: 'chains', group: undefined, ...range };
    }
    for (let line = Math.max(0, first); line < Math.min(end, this.length); line++) {
      const { group, chain } = this.model.at(line);
      const pages = chain === undefined ? this.groups : this.chains.get(group);
      const range = pages?.missing({ from: chain ?? group, count: 1 });
      if (range) {
        return chain === undefined
          ? { kind: 'groups', group: undefined, ...range }
          : { kind: 'chains', group, ...range };
      }
    }
    return undefined;
  }

  /** Groups that are not there yet; undefined where all are. */
  get missingGroups(): Fetch | undefined {
    const range = this.groups.missing({ from: 0, count: this.groups.length });
    return range && { kind: 'groups', group: undefined, ...range };
  }

  putGroups(from: number, rows: readonly GroupRow[]): void {
    this.groups.put(from, rows);
  }

  /** Takes in chains; those of a group that was closed meanwhile are dropped. */
  putChains(group: number | undefined, from: number, rows: readonly TableRow[]): void {
    this.chains.get(group)?.put(from, rows);
  }

  /** The query for the chains of a group. */
  queryOf(group: number | undefined): TableQuery {
    const { query } = this.wish;
    const row = group === undefined ? undefined : this.groups.get(group);
    return row ? { ...query, through: [...query.through, row.selection] } : query;
  }
}

/** What the groups that a chain is in have in common: one group, or one per relation that it crosses. */
export function groupsOf({ path, asset }: ChainKey, grouping: Grouping): readonly ChainSelection[] {
  switch (grouping) {
    case 'asset':
      return [{ kind: 'asset', id: asset }];
    case 'entry':
      return [{ kind: 'entry', name: path[0] ?? '' }];
    default: {
      const steps = path.flatMap((name, index) =>
        index % 2 === 0
          ? [{ kind: grouping, interface: name, component: path[index + 1] ?? '' } as const]
          : [],
      );
      return grouping === 'relation' ? steps : steps.slice(-1);
    }
  }
}

/** A text that is the same for the same selection. */
export function selectionText(selection: ChainSelection): string {
  return JSON.stringify(Object.entries(selection).sort(([first], [second]) => (first < second ? -1 : 1)));
}
