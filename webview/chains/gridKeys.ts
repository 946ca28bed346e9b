import type { TableColumn } from '../../src/threats/tableQuery';
import type { Chooser } from './chooser';
import { type ColumnLayout, type ShownColumn, withMoved, withWidth } from './columns';
import {
  boundedFocus,
  FIRST_FOCUS,
  type GridAction,
  gridAction,
  type GridFocus,
  type GridShape,
} from './navigation';
import type { TableContent } from './tableContent';

/** What the keyboard works on. */
export interface GridKeysContext {
  content(): TableContent | undefined;
  columns(): readonly ShownColumn[];
  /** Lines that are seen whole. */
  page(): number;
  readonly chooser: Pick<Chooser, 'want' | 'tell'>;
  /** The focus has changed; `isMoved` where it is on another line. */
  focused(isMoved: boolean): void;
  toggle(group: number): void;
  sort(column: TableColumn): void;
  arrange(change: (layout: ColumnLayout) => ColumnLayout): void;
  travel(by: -1 | 1): void;
  reveal(): void;
  copy(): void;
  clear(): void;
  /** Goes to the text to filter by. */
  filter(): void;
}

/** How much wider one key makes a column, in px. */
const WIDER = 10;

/** Moves through the table by keyboard and mouse; where the user is, they choose. */
export class GridKeys {
  focus: GridFocus = FIRST_FOCUS;
  /** A line that is chosen as soon as its row is there. */
  private awaited: number | undefined;

  constructor(private readonly context: GridKeysContext) {}

  handle(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const press = { key, ctrl: ctrlKey || metaKey, alt: altKey, shift: shiftKey };
    const action = gridAction(this.focus, press, this.shape);
    if (action) {
      // VS Code listens at the window and would act on some of these keys, too.
      event.preventDefault();
      event.stopPropagation();
      this.act(action);
    }
  }

  /** A click on a line: opens or closes a group, chooses a chain. */
  click(line: number): void {
    this.setFocus({ ...this.focus, line, isInCells: false });
    if (this.shape.kindOf(line) === 'chain') {
      this.choose(line);
    } else {
      this.toggle(line);
    }
  }

  /** Chooses a chain and opens what it comes from. */
  open(line: number): void {
    if (this.shape.kindOf(line) !== 'chain') {
      return;
    }
    this.choose(line);
    void this.context.chooser.tell().then(() => this.context.reveal());
  }

  /** Puts the keyboard onto a line; a header that has it keeps it unless `fromHeader`. */
  moveTo(line: number, fromHeader: boolean): void {
    if (this.focus.line >= 0 || fromHeader) {
      this.focus = boundedFocus({ ...this.focus, line }, this.bounds);
    }
  }

  /** Fits the focus to other content; at the first line unless the content is much the same. */
  fit(isSame: boolean): void {
    this.awaited = undefined;
    const line = isSame || this.focus.line < 0 ? this.focus.line : 0;
    this.focus = boundedFocus({ ...this.focus, line }, this.bounds);
  }

  /** Chooses what the user is on if its row has only come now. */
  rowsArrived(): void {
    if (this.awaited === this.focus.line) {
      this.choose(this.awaited);
    }
  }

  private get bounds(): Pick<GridShape, 'lines' | 'columns'> {
    return { lines: this.context.content()?.length ?? 0, columns: this.context.columns().length };
  }

  private get shape(): GridShape {
    const content = this.context.content();
    return {
      ...this.bounds,
      page: this.context.page(),
      kindOf: (line) => {
        const shown = content?.line(line);
        return shown?.kind === 'group' ? (shown.isExpanded ? 'open' : 'closed') : 'chain';
      },
      groupOf: (line) => {
        const shown = content?.line(line);
        return shown?.group === undefined ? undefined : content?.lineOf(shown.group, undefined);
      },
    };
  }

  private act(action: GridAction): void {
    const { context } = this;
    switch (action.kind) {
      case 'focus':
        this.setFocus(action.focus);
        return;
      case 'toggle':
        this.toggle(action.line);
        return;
      case 'choose':
        this.choose(action.line);
        void context.chooser.tell();
        return;
      case 'open':
        this.open(action.line);
        return;
      case 'sort': {
        const column = context.columns()[action.column];
        if (column?.isOrdered) {
          context.sort(column.id);
        }
        return;
      }
      case 'move-column':
        this.moveColumn(action.column, action.by);
        return;
      case 'widen-column': {
        const column = context.columns()[action.column];
        if (column) {
          context.arrange((layout) => withWidth(layout, column.id, column.width + action.by * WIDER));
        }
        return;
      }
      case 'travel':
        void context.chooser.tell().then(() => context.travel(action.by));
        return;
      case 'copy':
        void context.chooser.tell().then(() => context.copy());
        return;
      case 'clear':
        context.clear();
        return;
      case 'filter':
        context.filter();
    }
  }

  private setFocus(focus: GridFocus): void {
    const isMoved = focus.line !== this.focus.line;
    this.focus = focus;
    this.awaited = undefined;
    if (isMoved && focus.line >= 0) {
      this.choose(focus.line);
    }
    this.context.focused(isMoved);
  }

  private choose(line: number): void {
    const shown = this.context.content()?.line(line);
    this.awaited = undefined;
    if (shown?.kind === 'chain') {
      if (shown.row) {
        this.context.chooser.want(shown.row.key);
      } else {
        this.awaited = line;
      }
    }
  }

  private toggle(line: number): void {
    const shown = this.context.content()?.line(line);
    if (shown?.kind === 'group') {
      this.context.toggle(shown.group);
    }
  }

  private moveColumn(index: number, by: -1 | 1): void {
    const columns = this.context.columns();
    const [column, target] = [columns[index], columns[index + by]];
    if (column && target) {
      this.focus = { ...this.focus, column: index + by };
      this.context.arrange((layout) => withMoved(layout, column.id, target.id));
      this.context.focused(false);
    }
  }
}
