import type { ViewState } from '../../src/protocol/viewProtocol';
import type { PageHost } from '../host';
import { Chooser } from './chooser';
import { ChosenRow } from './chosenRow';
import { type ShownColumn, shownColumns, withMoved, withShown, withWidth } from './columns';
import { DetailPane } from './detailPane';
import { emptyKind } from './emptyKind';
import { EmptyState } from './emptyState';
import { FacetsSource } from './facetsSource';
import { type Filters, NO_FILTERS, nextSort, tableQuery } from './filters';
import { GridKeys } from './gridKeys';
import { GridView, LINE_HEIGHT } from './gridView';
import { PageActions } from './pageActions';
import { PageBody } from './pageBody';
import { forModel, type PageState, restored } from './pageState';
import { Question } from './question';
import { StateStore } from './stateStore';
import type { TableContent } from './tableContent';
import { TableData } from './tableData';
import { Toolbar } from './toolbar';

/** How long the user has to stop typing before the table follows. */
const TYPING_MS = 50;

/** The page of the chain table: what the host says, what the user does, and what is shown of both. */
export class ChainsPage {
  private state: PageState;
  private view: ViewState | undefined;
  private columns: readonly ShownColumn[] = [];
  private isTopKept = true;
  private isTopRestored = false;
  private failure: string | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly host: PageHost['host'];
  private readonly actions: PageActions;
  private readonly question = new Question();
  private readonly facets: FacetsSource;
  private readonly chooser: Chooser;
  private readonly store: StateStore;
  private readonly data: TableData;
  private readonly keys: GridKeys;
  private readonly chosen: ChosenRow;
  private readonly grid: GridView;
  private readonly toolbar: Toolbar;
  private readonly detail: DetailPane;
  private readonly empty: EmptyState;
  private readonly body: PageBody;

  constructor(main: HTMLElement, page: PageHost) {
    this.host = page.host;
    this.state = restored(page.storedState);
    this.facets = new FacetsSource(this.host, () => {
      this.ask();
      this.show();
    });
    this.store = new StateStore(() => page.store(this.stateNow()));
    this.chooser = new Chooser(this.host, () => this.showGrid());
    this.actions = new PageActions(this.host, this.chooser, (message) => this.fail(message));
    this.data = new TableData(this.host, {
      onContent: (content) => this.renew(content),
      onRows: () => this.rowsChanged(),
      onFailure: (message) => this.fail(message && `the rows could not be loaded: ${message}`),
    });
    this.keys = new GridKeys({
      ...this.actions,
      content: () => this.data.content,
      columns: () => this.columns,
      page: () => this.grid.page,
      chooser: this.chooser,
      focused: (isMoved) => this.focusChanged(isMoved),
      toggle: (group) => this.data.toggle(group),
      sort: (column) => this.change({ sort: nextSort(this.state.sort, column) }),
      arrange: (change) => this.change({ layout: change(this.state.layout) }),
      filter: () => this.toolbar.focusText(),
    });
    this.chosen = new ChosenRow(this.data, this.chooser, this.keys, (isRevealed) => {
      this.show();
      if (isRevealed) {
        this.grid.revealFocus(true);
      }
    });
    this.grid = this.makeGrid();
    this.toolbar = this.makeToolbar();
    this.detail = new DetailPane({
      onOpenPlace: this.actions.openPlace,
      onShowRow: () => {
        this.chosen.reveal();
        void this.chosen.locate();
      },
      onOpenSource: this.actions.reveal,
      onClose: () => this.toggleDetail(),
      onLeave: () => this.grid.element.focus(),
    });
    this.empty = new EmptyState({
      onCompute: this.actions.compute,
      onClearFilters: () => this.clearFilters(),
    });
    this.body = new PageBody([this.grid.element, this.empty.element], this.detail.element, (detail) =>
      this.change({ detail }),
    );
    main.append(this.toolbar.element, this.body.element);
    main.addEventListener('keydown', (event) => this.onPageKey(event));
  }

  /** Shows what the host says. */
  update(view: ViewState): void {
    const { root, selection } = view;
    this.view = view;
    if (root !== undefined) {
      this.state = forModel(this.state, root);
    }
    const isElsewhere = this.chooser.hear(selection);
    const isUnseen = JSON.stringify(selection) !== JSON.stringify(this.state.seen);
    if (isElsewhere && isUnseen && selection?.kind === 'chain') {
      this.chosen.reveal();
    }
    this.setState({ seen: selection });
    void this.facets.load(view);
    this.ask();
    if (isElsewhere && !this.data.isPending) {
      void this.chosen.locate();
    }
    this.show();
  }

  private makeGrid(): GridView {
    return new GridView({
      onKey: (event) => this.keys.handle(event),
      onClick: (line) => this.keys.click(line),
      onOpen: (line) => this.keys.open(line),
      onLook: (range) => this.data.look(range),
      onScroll: () => this.store.changed(),
      onSort: (column) => this.change({ sort: nextSort(this.state.sort, column) }),
      onMove: (column, target) => this.change({ layout: withMoved(this.state.layout, column, target) }),
      onWidth: (column, width) => this.change({ layout: withWidth(this.state.layout, column, width) }),
    });
  }

  private makeToolbar(): Toolbar {
    return new Toolbar({
      ...this.actions,
      filter: (change) => this.filter(change),
      group: (grouping) => this.change({ grouping }),
      showColumns: (ids) =>
        this.change({ layout: withShown(this.state.layout, ids, this.facets.emptyColumns) }),
      exportTable: (format) => this.exportTable(format),
      toggleDetail: () => this.toggleDetail(),
      toggleFilters: () => this.change({ showsFilters: !this.state.showsFilters }),
      enterTable: () => this.grid.element.focus(),
      retry: () => {
        this.fail(undefined);
        this.data.retry();
      },
    });
  }

  /** Asks for what the table shows now, if that is something else than before. */
  private ask(): void {
    clearTimeout(this.typing);
    const asked = this.view && this.facets.isLoaded && this.question.ask(this.view, this.state);
    if (asked) {
      const { top, expanded } = this.stateNow();
      // What is asked for and not there yet was not to be seen.
      this.isTopKept = asked.isSame && (this.isTopKept || !this.data.isPending);
      const first = this.isTopKept ? Math.floor(top / LINE_HEIGHT) : 0;
      this.data.show(asked.wish, { range: { first, end: first + this.grid.page + 1 }, expanded });
    }
  }

  /** Another answer is there: its first rows, and how many there are. */
  private renew(content: TableContent): void {
    const { top, left } = this.state;
    this.setState({ expanded: content.expanded });
    this.chosen.isOut = false;
    this.keys.fit(this.isTopKept);
    this.show();
    if (!this.isTopKept) {
      this.grid.top = 0;
    } else if (!this.isTopRestored) {
      this.grid.top = top;
      this.grid.left = left;
    }
    this.isTopRestored = true;
    void this.chosen.locate();
  }

  private rowsChanged(): void {
    this.setState({ expanded: this.data.content?.expanded ?? [] });
    this.keys.rowsArrived();
    this.showGrid();
  }

  private filter(change: Partial<Filters>): void {
    this.setState({ filters: { ...this.state.filters, ...change } });
    clearTimeout(this.typing);
    if (Object.values(change).every((value) => typeof value === 'string')) {
      this.typing = setTimeout(() => this.change({}), TYPING_MS);
    } else {
      this.ask();
    }
    this.show();
  }

  private clearFilters(): void {
    this.filter(NO_FILTERS);
    if (this.view && this.view.narrowing.length > 0) {
      this.actions.narrow([]);
    }
  }

  private change(change: Partial<PageState>): void {
    this.setState(change);
    this.ask();
    this.show();
  }

  private exportTable(format: 'csv' | 'json'): void {
    const { root, narrowing } = this.view ?? {};
    if (root !== undefined && narrowing) {
      const { filters, sort } = this.state;
      this.actions.exportTable({ root, query: tableQuery(filters, narrowing, sort), format });
    }
  }

  private toggleDetail(): void {
    const { detail } = this.state;
    this.change({ detail: { ...detail, isOpen: !detail.isOpen } });
    if (detail.isOpen) {
      this.grid.element.focus();
    }
  }

  private fail(message: string | undefined): void {
    this.failure = message;
    this.show();
  }

  private onPageKey(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
      event.preventDefault();
      event.stopPropagation();
      this.toolbar.focusText();
    }
  }

  private focusChanged(isMoved: boolean): void {
    this.chosen.isOut &&= !isMoved;
    this.showGrid();
    this.grid.revealFocus();
  }

  private setState(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    this.store.changed();
  }

  private stateNow(): PageState {
    return this.isTopRestored ? { ...this.state, top: this.grid.top, left: this.grid.left } : this.state;
  }

  private show(): void {
    const { view, facets, state, failure } = this;
    if (!view) {
      return;
    }
    const shown = this.data.content?.total;
    const columns = shownColumns(state.layout, facets.emptyColumns);
    if (JSON.stringify(columns) !== JSON.stringify(this.columns)) {
      this.columns = columns;
    }
    const kind = emptyKind(view, this.data.isPending ? undefined : shown);
    const hasTable = kind === undefined || kind === 'nothing-fits';
    this.toolbar.show({
      view,
      facets: facets.current,
      page: state,
      shown,
      isChosenOut: this.chosen.isOut,
      failure,
    });
    this.toolbar.element.hidden = kind === 'no-model';
    this.empty.show(kind, view);
    this.grid.element.hidden = !hasTable;
    this.detail.show(view);
    this.body.show({ ...state.detail, isOpen: state.detail.isOpen && hasTable });
    this.showGrid();
  }

  private showGrid(): void {
    this.grid.show({
      content: this.data.content,
      columns: this.columns,
      sort: this.state.sort,
      focus: this.keys.focus,
      chosen: this.chooser.shown,
      isBusy: this.data.isPending,
    });
  }
}
