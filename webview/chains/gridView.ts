import { isSameKey, type SelectionKey } from '../../src/protocol/selectionKey';
import type { TableColumn } from '../../src/threats/tableQuery';
import { element, setAttribute } from '../dom';
import type { ShownColumn } from './columns';
import type { Sort } from './filters';
import { place, showCut } from './gridDom';
import { GridHeader, type HeaderEvents } from './gridHeader';
import { cellId, gridRow, headerId, rowId } from './gridRow';
import type { GridFocus } from './navigation';
import { ScrollScale } from './scrollScale';
import type { LineRange } from './tableData';
import type { Line, TableContent } from './tableContent';
import { largest } from '../../src/text/arrays';

/** Height of a row in px, as in the style sheet. */
export const LINE_HEIGHT = 22;

const HEADER_HEIGHT = 24;

/** Rows made beyond those in view, so that scrolling does not uncover empty space. */
const SPARE_LINES = 6;

/** What the grid shows. */
export interface GridModel {
  readonly content: TableContent | undefined;
  readonly columns: readonly ShownColumn[];
  readonly sort: Sort;
  readonly focus: GridFocus;
  readonly chosen: SelectionKey | undefined;
  readonly isBusy: boolean;
}

/** What the user does in the grid. */
export interface GridEvents extends Omit<HeaderEvents, 'onFit'> {
  onKey(event: KeyboardEvent): void;
  onClick(line: number): void;
  onOpen(line: number): void;
  /** Other lines are in view. */
  onLook(range: LineRange): void;
  onScroll(): void;
}

interface MadeRow {
  readonly element: HTMLElement;
  readonly line: Line;
  readonly columns: readonly ShownColumn[];
}

/** A grid of which only the rows in view are in the page. It is one stop of the tab key. */
export class GridView {
  readonly element: HTMLElement;
  private readonly header: GridHeader;
  private readonly body = element('div', { role: 'rowgroup', class: 'rows' });
  private readonly rows = new Map<number, MadeRow>();
  private model: GridModel | undefined;
  private scale = new ScrollScale(0, LINE_HEIGHT, 0);
  private distance = 0;
  /** Where the scroll bar was put by program. */
  private written = 0;
  private frame: number | undefined;

  constructor(private readonly events: GridEvents) {
    this.header = new GridHeader({
      ...events,
      onFit: (column) => events.onWidth(column, this.fittingWidth(column)),
    });
    const head = element('div', { role: 'rowgroup', class: 'head' }, this.header.element);
    this.element = element(
      'div',
      { class: 'grid', tabindex: 0, 'aria-label': 'Attack chains' },
      head,
      this.body,
    );
    this.element.addEventListener('keydown', (event) => events.onKey(event));
    this.element.addEventListener('scroll', () => this.scrolled());
    this.element.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.body.addEventListener('click', ({ target }) => this.onLine(target, events.onClick));
    this.body.addEventListener('dblclick', ({ target }) => this.onLine(target, events.onOpen));
    window.addEventListener('focus', () => this.takeFocus());
    this.body.addEventListener('pointerover', ({ target }) => showCut(target));
    new ResizeObserver(() => this.measure()).observe(this.element);
  }

  /** Lines that are seen whole. */
  get page(): number {
    return Math.max(1, Math.floor(this.scale.view / LINE_HEIGHT));
  }

  /** Distance of the view from the first row, in px of rows. */
  get top(): number {
    return this.distance;
  }

  set top(top: number) {
    this.distance = this.scale.bounded(top);
    this.element.scrollTop = this.scale.scrolledOf(this.distance);
    this.written = this.element.scrollTop;
    this.schedule();
  }

  get left(): number {
    return this.element.scrollLeft;
  }

  set left(left: number) {
    this.element.scrollLeft = left;
  }

  /** Shows something else, in the next frame. */
  show(model: GridModel): void {
    const { content, columns, sort } = model;
    this.model = model;
    this.header.show(columns, sort);
    this.element.style.setProperty('--columns', columns.map(({ width }) => `${width}px`).join(' '));
    setAttribute(this.element, 'role', content?.isGrouped ? 'treegrid' : 'grid');
    setAttribute(this.element, 'aria-rowcount', (content?.length ?? 0) + 1);
    setAttribute(this.element, 'aria-colcount', columns.length);
    setAttribute(this.element, 'aria-busy', String(model.isBusy));
    this.measure();
    if (content) {
      this.takeFocus();
    }
  }

  /** Scrolls what has the focus into view. */
  revealFocus(isCentred = false): void {
    const { focus, columns } = this.model ?? {};
    if (!focus || !columns) {
      return;
    }
    if (focus.line >= 0) {
      this.top = isCentred
        ? this.scale.centred(focus.line, this.distance)
        : this.scale.nearest(focus.line, this.distance);
    }
    if (focus.line < 0 || focus.isInCells) {
      const start = columns.slice(0, focus.column).reduce((sum, { width }) => sum + width, 0);
      const end = start + (columns[focus.column]?.width ?? 0);
      this.left = Math.max(Math.min(this.left, start), end - this.element.clientWidth);
    }
  }

  /** The width that a column needs for what is in view. */
  private fittingWidth(column: TableColumn): number {
    const index = this.model?.columns.findIndex(({ id }) => id === column) ?? -1;
    const ids = [headerId(index), ...[...this.rows.keys()].map((line) => cellId(line, index))];
    const widths = ids.map((id) => {
      const cell = document.getElementById(id);
      cell?.classList.add('fitting');
      const width = cell?.getBoundingClientRect().width ?? 0;
      cell?.classList.remove('fitting');
      return Math.ceil(width) + 1;
    });
    return largest(widths);
  }

  /** Takes the focus when the page has it, but nothing in the page. */
  private takeFocus(): void {
    if (document.hasFocus() && document.activeElement === document.body) {
      this.element.focus();
    }
  }

  private measure(): void {
    const view = Math.max(0, this.element.clientHeight - HEADER_HEIGHT);
    this.scale = new ScrollScale(this.model?.content?.length ?? 0, LINE_HEIGHT, view);
    this.body.style.height = `${this.scale.height}px`;
    if (this.scale.bounded(this.distance) !== this.distance) {
      this.top = this.distance;
    }
    this.schedule();
  }

  private scrolled(): void {
    const { scrollTop } = this.element;
    if (!this.scale.isScaled || Math.abs(scrollTop - this.written) >= 1) {
      this.written = scrollTop;
      this.distance = this.scale.topOf(scrollTop);
    }
    this.schedule();
    this.events.onScroll();
  }

  /** Scrolls by what the wheel says where the scroll bar is scaled. */
  private wheel(event: WheelEvent): void {
    if (!this.scale.isScaled || event.deltaY === 0 || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? LINE_HEIGHT
        : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
          ? this.scale.view
          : 1;
    this.top = this.distance + event.deltaY * unit;
    this.events.onScroll();
  }

  private schedule(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  private draw(): void {
    const { model, scale } = this;
    if (!model) {
      return;
    }
    const { content, columns, focus } = model;
    const { first, end } = scale.seen(this.distance);
    if (content) {
      this.events.onLook({ first, end });
    }
    const length = content?.length ?? 0;
    const offset = scale.isScaled ? this.written - this.distance : 0;
    const made: HTMLElement[] = [];
    const kept = new Set<number>();
    const stop = Math.min(length, end + SPARE_LINES);
    for (let line = Math.max(0, first - SPARE_LINES); content && line < stop; line++) {
      const row = this.row(content.line(line), line, columns);
      row.style.transform = `translateY(${line * LINE_HEIGHT + offset}px)`;
      kept.add(line);
      made.push(row);
    }
    for (const line of this.rows.keys()) {
      if (!kept.has(line)) {
        this.rows.delete(line);
      }
    }
    place(this.body, made);
    this.markFocus(focus);
  }

  private row(line: Line, number: number, columns: readonly ShownColumn[]): HTMLElement {
    const known = this.rows.get(number);
    const isKnown = known && isSameLine(known.line, line) && known.columns === columns;
    const row = isKnown ? known.element : gridRow(line, number, columns);
    if (!isKnown) {
      this.rows.set(number, { element: row, line, columns });
    }
    const isChain = line.kind === 'chain' && line.row !== undefined;
    const isChosen = isChain && isSameKey(line.row?.key, this.model?.chosen);
    setAttribute(row, 'aria-selected', isChain ? String(isChosen) : undefined);
    row.classList.toggle('chosen', isChosen);
    return row;
  }

  private markFocus({ line, column, isInCells }: GridFocus): void {
    this.element.querySelectorAll('.focused').forEach((each) => each.classList.remove('focused'));
    const isGroup = this.rows.get(line)?.line.kind === 'group';
    const id = line < 0 ? headerId(column) : isInCells && !isGroup ? cellId(line, column) : rowId(line);
    const focused = document.getElementById(id);
    focused?.classList.add('focused');
    setAttribute(this.element, 'aria-activedescendant', focused ? id : undefined);
  }

  private onLine(target: EventTarget | null, call: (line: number) => void): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
    if (row) {
      call.call(this.events, Number(row.dataset['line']));
    }
  }
}

function isSameLine(first: Line, second: Line): boolean {
  return (
    first.kind === second.kind &&
    first.row === second.row &&
    first.group === second.group &&
    (first.kind !== 'group' || second.kind !== 'group' || first.isExpanded === second.isExpanded)
  );
}
