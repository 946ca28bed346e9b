import type { ViewState } from '../../src/protocol/viewProtocol';
import type { TableQuery } from '../../src/threats/tableQuery';
import { tableQuery } from './filters';
import type { PageState } from './pageState';
import type { TableWish } from './tableContent';

/** What the table is to show, where that is something new. */
export interface Asked {
  /** Undefined where there is nothing to show. */
  readonly wish: TableWish | undefined;
  /** Whether only the chains have changed: then the user stays where they are. */
  readonly isSame: boolean;
}

type Source = Pick<ViewState, 'root' | 'revision' | 'narrowing' | 'totals'>;

/** Tells whether the table has to show something else. */
export class Question {
  private question: string | undefined;
  private wish: string | undefined;

  /** What to ask for; undefined where that is what was asked for last. */
  ask(view: Source, state: PageState): Asked | undefined {
    const { root, revision, narrowing, totals } = view;
    const { filters, sort, grouping } = state;
    if (root === undefined || !totals) {
      const isNew = this.wish !== '';
      this.wish = '';
      return isNew ? { wish: undefined, isSame: true } : undefined;
    }
    const query: TableQuery = tableQuery(filters, narrowing, sort);
    const question = JSON.stringify([root, query, grouping]);
    const wish = JSON.stringify([revision, question]);
    if (wish === this.wish) {
      return undefined;
    }
    const isSame = this.question === undefined || this.question === question;
    this.question = question;
    this.wish = wish;
    return { wish: { root, revision, query, grouping }, isSame };
  }
}
