import type { ChainSelection } from '../../src/chains/chainSelection';
import type { ChainKey } from '../../src/protocol/selectionKey';
import type { ViewRequests } from '../../src/protocol/viewProtocol';
import { type Fetch, groupsOf, PAGE_SIZE, selectionText, TableContent, type TableWish } from './tableContent';
import { smallest } from '../../src/text/arrays';

/** Asks for rows; the host of the page does. */
export interface TableHost {
  request<Method extends 'tableRows' | 'tableGroups' | 'tableIndex'>(
    method: Method,
    params: ViewRequests[Method]['params'],
  ): Promise<ViewRequests[Method]['result']>;
}

/** Lines that are looked at. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** What a wish begins with. */
export interface WishStart {
  /** The lines that are looked at first: all of them are there before any of them is shown. */
  readonly range: LineRange;
  /** Groups that are expanded. */
  readonly expanded: readonly ChainSelection[];
}

/** Where a chain stands in the table. */
export interface FoundChain {
  /** False where the query leaves it out. */
  readonly isThere: boolean;
  /** Undefined where its group is closed, too. */
  readonly line: number | undefined;
}

/** What the table is told about its data. */
export interface TableDataEvents {
  /** A new wish is answered: `content` is another one. */
  onContent(content: TableContent): void;
  /** Rows have arrived. */
  onRows(): void;
  /** Rows could not be had, in words; undefined once they can. */
  onFailure(message: string | undefined): void;
}

/** Pages of groups that are looked through for what was expanded before. */
const MOST_PAGES_TO_EXPAND = 10;

/** Lines beyond those in view that are fetched in time, in both directions. */
const AHEAD = PAGE_SIZE;

/**
 * Fetches what the table shows. The old rows stay until the first of the new ones are there; one request is under way at
 * a time, and what is asked next is what is looked at then. Answers to what is not wished any more are dropped.
 */
export class TableData {
  content: TableContent | undefined;
  private wish: TableWish | undefined;
  private start: WishStart = { range: { first: 0, end: 0 }, expanded: [] };
  private looked: LineRange = { first: 0, end: 0 };
  private isFetching = false;
  private isFailed = false;

  constructor(
    private readonly host: TableHost,
    private readonly events: TableDataEvents,
  ) {}

  /** Whether a wish is not answered yet. */
  get isPending(): boolean {
    return this.wish !== undefined && this.content?.wish !== this.wish;
  }

  /** Shows something else; nothing without a wish. */
  show(wish: TableWish | undefined, start: WishStart): void {
    this.wish = wish;
    this.start = start;
    if (!wish) {
      this.content = undefined;
    }
    this.retry();
  }

  /** Says which lines are looked at, so that they are fetched. */
  look(range: LineRange): void {
    this.looked = range;
    void this.fetch();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.isFailed) {
      this.isFailed = false;
      this.events.onFailure(undefined);
    }
    void this.fetch();
  }

  /** Opens or closes a group. */
  toggle(group: number): void {
    this.content?.setExpanded(group, !this.content.isExpanded(group));
    this.events.onRows();
  }

  /**
   * Where a chain stands; undefined where something else is wished meanwhile.
   * @param opens whether its group is opened for it
   */
  async find(key: ChainKey, opens: boolean): Promise<FoundChain | undefined> {
    const { content } = this;
    if (!content) {
      return undefined;
    }
    const { root, grouping } = content.wish;
    const groups = grouping && groupsOf(key, grouping);
    const group = groups && (await this.findGroup(content, groups));
    if (group === -1) {
      return content === this.content ? { isThere: false, line: undefined } : undefined;
    }
    const index = await this.host.request('tableIndex', { root, query: content.queryOf(group), key });
    if (content !== this.content) {
      return undefined;
    }
    if (index < 0) {
      return { isThere: false, line: undefined };
    }
    if (group !== undefined && !content.isExpanded(group)) {
      if (!opens) {
        return { isThere: true, line: undefined };
      }
      this.toggle(group);
    }
    return { isThere: true, line: content.lineOf(group, index) };
  }

  /** Index of a group with one of several keys: one that is open, else the first. */
  private async findGroup(content: TableContent, keys: readonly ChainSelection[]): Promise<number> {
    for (;;) {
      const found = keys.map((key) => content.indexOfGroup(key)).filter((index) => index >= 0);
      const next = content.missingGroups;
      if (next === undefined || found.length > 0) {
        return found.find((index) => content.isExpanded(index)) ?? (found.length > 0 ? smallest(found) : -1);
      }
      await this.take(content, next);
    }
  }

  private async fetch(): Promise<void> {
    if (this.isFetching) {
      return;
    }
    this.isFetching = true;
    try {
      while (!this.isFailed && (await this.fetchNext()));
    } catch (error) {
      this.isFailed = true;
      this.events.onFailure(error instanceof Error ? error.message : String(error));
    } finally {
      this.isFetching = false;
    }
  }

  /** Fetches what is needed most. @returns false where everything is there */
  private async fetchNext(): Promise<boolean> {
    const { wish } = this;
    if (wish && this.isPending) {
      const { range } = this.start;
      const content = await this.answer(wish, this.start);
      for (let next = content.missing(range.first, range.end); next && wish === this.wish; ) {
        await this.take(content, next);
        next = content.missing(range.first, range.end);
      }
      if (wish === this.wish) {
        this.content = content;
        this.events.onContent(content);
      }
      return true;
    }
    const { content } = this;
    const { first, end } = this.looked;
    const next =
      content?.missing(first, end) ??
      content?.missing(end, end + AHEAD) ??
      content?.missing(first - AHEAD, first);
    if (!content || !next) {
      return false;
    }
    await this.take(content, next);
    if (content === this.content) {
      this.events.onRows();
    }
    return true;
  }

  private async answer(wish: TableWish, { range, expanded }: WishStart): Promise<TableContent> {
    const { root, query, grouping } = wish;
    if (grouping === undefined) {
      const from = Math.floor(range.first / PAGE_SIZE) * PAGE_SIZE;
      const { total, rows } = await this.host.request('tableRows', { root, query, from, count: PAGE_SIZE });
      const flat = new TableContent(wish, total, undefined);
      if (rows.length > 0) {
        flat.putChains(undefined, from, rows);
      }
      return flat;
    }
    const { total, chains, groups } = await this.host.request('tableGroups', {
      root,
      query,
      grouping,
      from: 0,
      count: PAGE_SIZE,
    });
    const content = new TableContent(wish, chains, total);
    content.putGroups(0, groups);
    const open = new Set(expanded.map(selectionText));
    for (let page = 0; open.size > 0 && page < MOST_PAGES_TO_EXPAND; page++) {
      for (let index = page * PAGE_SIZE; index < (page + 1) * PAGE_SIZE; index++) {
        const row = content.group(index);
        if (row && open.delete(selectionText(row.selection))) {
          content.setExpanded(index, true);
        }
      }
      const next = content.missingGroups;
      if (!next) {
        break;
      }
      await this.take(content, next);
    }
    return content;
  }

  private async take(content: TableContent, { kind, group, from, count }: Fetch): Promise<void> {
    const { root, query, grouping } = content.wish;
    if (kind === 'groups' && grouping !== undefined) {
      const { groups } = await this.host.request('tableGroups', { root, query, grouping, from, count });
      content.putGroups(from, groups);
    } else {
      const params = { root, query: content.queryOf(group), from, count };
      const { rows } = await this.host.request('tableRows', params);
      content.putChains(group, from, rows);
    }
  }
}
