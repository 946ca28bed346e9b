import type { TableColumn } from '../../src/threats/tableQuery';
import { element } from '../dom';
import type { ShownColumn } from './columns';
import type { Sort } from './filters';
import { headerId } from './gridRow';
import { icon } from './names';

/** What the user does with headers. */
export interface HeaderEvents {
  onSort(column: TableColumn): void;
  /** A column was dragged to the place of another one. */
  onMove(column: TableColumn, target: TableColumn): void;
  /** Called all the time while an edge is dragged. */
  onWidth(column: TableColumn, width: number): void;
  /** Makes a column as wide as what is in it. */
  onFit(column: TableColumn): void;
}

/** How far a header is pulled, in px, before it is dragged and no longer clicked. */
const DRAG_FROM = 5;

/** The row of headers: a click sorts, dragging moves, the right edge resizes. */
export class GridHeader {
  readonly element = element('div', { role: 'row', class: 'header', 'aria-rowindex': 1 });
  private columns: readonly ShownColumn[] = [];
  private cells: readonly HTMLElement[] = [];
  private isDragged = false;
  private drawn = '';

  constructor(private readonly events: HeaderEvents) {}

  /** Shows headers; where only widths have changed they stay, for one may be under the pointer. */
  show(columns: readonly ShownColumn[], sort: Sort): void {
    const drawn = JSON.stringify([columns.map(({ id }) => id), sort]);
    this.columns = columns;
    if (drawn === this.drawn) {
      return;
    }
    this.drawn = drawn;
    this.cells = columns.map((column, index) => this.cell(column, index, sort));
    this.element.replaceChildren(...this.cells);
  }

  private cell({ id, label, kind, isOrdered }: ShownColumn, index: number, sort: Sort): HTMLElement {
    const direction = sort?.column === id ? (sort.descending ? 'descending' : 'ascending') : 'none';
    const edge = element('span', { class: 'edge', 'aria-hidden': 'true' });
    const made = element(
      'div',
      {
        role: 'columnheader',
        id: headerId(index),
        class: `header-cell ${kind}`,
        'aria-colindex': index + 1,
        'aria-label': label === id ? undefined : id,
        'aria-sort': isOrdered ? direction : undefined,
        title: `${id}\n${isOrdered ? 'Click to sort. ' : ''}Drag, or Alt+arrow, to move; Shift+arrow to resize.`,
      },
      element('span', { class: 'header-label' }, label),
      direction === 'none'
        ? undefined
        : icon(direction === 'descending' ? 'arrow-down' : 'arrow-up', 'sort-sign'),
      edge,
    );
    made.addEventListener('click', () => {
      if (!this.isDragged && isOrdered) {
        this.events.onSort(id);
      }
    });
    made.addEventListener('pointerdown', (event) => this.drag(event, made, index));
    edge.addEventListener('pointerdown', (event) => this.resize(event, edge, index));
    edge.addEventListener('click', (event) => event.stopPropagation());
    edge.addEventListener('dblclick', () => this.events.onFit(id));
    return made;
  }

  private drag(event: PointerEvent, cell: HTMLElement, index: number): void {
    this.isDragged = false;
    if (event.button !== 0) {
      return;
    }
    let target = index;
    const mark = (): void => {
      this.cells.forEach((each, at) => {
        each.classList.toggle('drop-before', this.isDragged && at === target && target < index);
        each.classList.toggle('drop-behind', this.isDragged && at === target && target > index);
      });
    };
    follow(event, cell, {
      move: ({ clientX }) => {
        this.isDragged ||= Math.abs(clientX - event.clientX) > DRAG_FROM;
        target = this.cellAt(clientX);
        cell.classList.toggle('dragged', this.isDragged);
        mark();
      },
      end: (isDone) => {
        const [moved, onto] = [this.columns[index], this.columns[target]];
        cell.classList.remove('dragged');
        if (isDone && this.isDragged && moved && onto && moved !== onto) {
          this.events.onMove(moved.id, onto.id);
        }
        target = index;
        mark();
      },
    });
  }

  private resize(event: PointerEvent, edge: HTMLElement, index: number): void {
    event.stopPropagation();
    const column = this.columns[index];
    if (event.button !== 0 || !column) {
      return;
    }
    edge.classList.add('active');
    follow(event, edge, {
      move: ({ clientX }) => this.events.onWidth(column.id, column.width + clientX - event.clientX),
      end: () => edge.classList.remove('active'),
    });
  }

  private cellAt(x: number): number {
    const index = this.cells.findIndex((cell) => x < cell.getBoundingClientRect().right);
    return index < 0 ? this.cells.length - 1 : index;
  }
}

/** Follows the pointer until it is let go; `end` gets false where it was taken away. */
export function follow(
  { pointerId }: PointerEvent,
  target: HTMLElement,
  { move, end }: { move(event: PointerEvent): void; end?(isDone: boolean): void },
): void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const finish = (isDone: boolean): void => {
    listeners.abort();
    end?.(isDone);
  };
  target.setPointerCapture(pointerId);
  target.addEventListener('pointermove', move, { signal });
  target.addEventListener('pointerup', () => finish(true), { signal });
  target.addEventListener('pointercancel', () => finish(false), { signal });
}
