import type { ChainRating } from '../../src/chains/chain';
import { STRIDE_TYPES, type StrideType, strideName } from '../../src/formats/stride';
import type { ReportColumn, ReportTable } from '../../src/report/reportTable';
import { count, plural } from '../../src/text/numbers';
import { element, setAttribute } from '../dom';
import { ChainQuery, type ReportQuery } from './chainQuery';
import { chainRow, detailRow } from './chainRow';

const RATINGS: readonly ChainRating[] = ['High', 'Medium', 'Low'];
/** Pause after the last key before the rows follow. */
const TYPING_MS = 120;
/** Rows that the style sheet leaves on paper. */
const PRINTED_ROWS = 100;

interface Column {
  readonly title: string;
  /** Undefined where the table cannot be sorted by it. */
  readonly sort?: ReportColumn;
  /** Where the first click puts the highest on top. */
  readonly isDescendingFirst?: boolean;
  readonly isNumber?: boolean;
}

const COLUMNS: readonly Column[] = [
  { title: '#', isNumber: true },
  { title: 'Rating', sort: 'Rating', isDescendingFirst: true },
  { title: 'P', sort: 'Probability', isDescendingFirst: true, isNumber: true },
  { title: 'Risk', sort: 'Risk', isDescendingFirst: true, isNumber: true },
  { title: 'STRIDE type', sort: 'STRIDE Type' },
  { title: 'Asset', sort: 'Asset' },
  { title: 'Entry point', sort: 'First Entry-Point' },
  { title: 'Way' },
  { title: 'Length', sort: 'Length', isNumber: true },
];

/** The table of a report's chains: filters, headers that sort, and rows that open. */
export class ChainTable {
  private readonly query: ChainQuery;
  private readonly columns: readonly Column[];
  private readonly types: readonly StrideType[];
  private readonly heads = new Map<Column, HTMLTableCellElement>();
  private readonly rows = new Map<number, HTMLTableRowElement>();
  private readonly details = new Map<number, HTMLTableRowElement>();
  private readonly body = element('tbody');
  private readonly status = element('p', { role: 'status', class: 'status' });
  private readonly search = element('input', {
    type: 'search',
    id: 'chain-words',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  private readonly boxes: HTMLInputElement[] = [];
  private sort: ReportQuery['sort'] = { column: 'Probability', descending: true };
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly table: ReportTable,
  ) {
    this.query = new ChainQuery(table);
    this.columns = COLUMNS.filter(({ sort }) => sort !== 'Risk' || table.hasRisk);
    const present = new Set(table.chains.map(({ type }) => type));
    this.types = STRIDE_TYPES.filter((type) => present.has(type));
  }

  /** Builds the table into its place. */
  start(): void {
    this.search.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), TYPING_MS);
    });
    const caption = `Chains of the report, best first`;
    this.root.replaceChildren(
      this.controls(),
      this.status,
      element('p', { class: 'print-only' }, `Printed: at most the first ${PRINTED_ROWS} of these rows.`),
      element(
        'div',
        { class: 'scroll-frame' },
        element(
          'div',
          { class: 'scroller chains', tabindex: 0, role: 'group', 'aria-label': caption },
          element(
            'table',
            { class: 'chain-table' },
            element('caption', { class: 'visually-hidden' }, caption),
            element('thead', {}, element('tr', {}, ...this.columns.map((column) => this.head(column)))),
            this.body,
          ),
        ),
      ),
    );
    this.show();
  }

  private controls(): HTMLElement {
    const reset = element('button', { type: 'button', class: 'plain' }, 'Show all');
    reset.addEventListener('click', () => this.reset());
    return element(
      'div',
      { class: 'controls', role: 'search', 'aria-label': 'Chains' },
      element('p', { class: 'words' }, element('label', { for: 'chain-words' }, 'Words'), this.search),
      this.group(
        'STRIDE type',
        this.types.map((type) => [type, type, strideName(type)]),
      ),
      this.group(
        'Rating',
        RATINGS.map((rating) => [rating, rating, undefined]),
      ),
      reset,
    );
  }

  /** Checkboxes, all of them checked. */
  private group(
    title: string,
    items: readonly (readonly [value: string, label: string, title: string | undefined])[],
  ): HTMLElement {
    return element(
      'fieldset',
      {},
      element('legend', {}, title),
      ...items.map(([value, label, long]) => {
        const box = element('input', { type: 'checkbox', value, 'aria-label': long });
        box.checked = true;
        box.addEventListener('change', () => this.show());
        this.boxes.push(box);
        return element('label', { title: long }, box, label);
      }),
    );
  }

  private reset(): void {
    this.search.value = '';
    for (const box of this.boxes) {
      box.checked = true;
    }
    this.show();
  }

  private head(column: Column): HTMLTableCellElement {
    const { title, sort, isDescendingFirst = false, isNumber = false } = column;
    const cell = element('th', { scope: 'col', class: isNumber ? 'number' : undefined });
    this.heads.set(column, cell);
    if (sort === undefined) {
      cell.append(title);
      return cell;
    }
    const button = element('button', { type: 'button', class: 'sort' }, title);
    button.addEventListener('click', () => {
      const descending = this.sort.column === sort ? !this.sort.descending : isDescendingFirst;
      this.sort = { column: sort, descending };
      this.show();
    });
    cell.append(button);
    return cell;
  }

  private show(): void {
    clearTimeout(this.timer);
    const checked = new Set(this.boxes.filter((box) => box.checked).map(({ value }) => value));
    const positions = this.query.positions({
      text: this.search.value,
      types: new Set(this.types.filter((type) => checked.has(type))),
      ratings: new Set(RATINGS.filter((rating) => checked.has(rating))),
      sort: this.sort,
    });
    for (const [{ sort }, cell] of this.heads) {
      const isSorted = sort === this.sort.column;
      setAttribute(cell, 'aria-sort', isSorted && (this.sort.descending ? 'descending' : 'ascending'));
    }
    const rows = positions.flatMap((position) => {
      const detail = this.details.get(position);
      return detail ? [this.row(position), detail] : [this.row(position)];
    });
    this.body.replaceChildren(...(rows.length > 0 ? rows : [this.emptyRow()]));
    this.status.textContent = this.statusText(positions.length);
  }

  private statusText(shown: number): string {
    const { chains, total, totalIsLowerBound } = this.table;
    const isWhole = chains.length === total && !totalIsLowerBound;
    const all = isWhole
      ? plural(total, 'chain')
      : `the best ${count(chains.length)} of ${totalIsLowerBound ? 'at least ' : ''}${plural(total, 'chain')}`;
    return `${count(shown)} shown of ${all}.`;
  }

  private row(position: number): HTMLTableRowElement {
    const known = this.rows.get(position);
    if (known) {
      return known;
    }
    const row = chainRow(this.table, position, (toggled) => this.toggle(toggled));
    this.rows.set(position, row);
    return row;
  }

  private toggle(position: number): void {
    const row = this.row(position);
    const open = this.details.get(position);
    if (open) {
      open.remove();
      this.details.delete(position);
    } else {
      const detail = detailRow(this.table, position, this.columns.length);
      this.details.set(position, detail);
      row.after(detail);
    }
    row.querySelector('.toggle')?.setAttribute('aria-expanded', String(!open));
  }

  private emptyRow(): HTMLTableRowElement {
    return element(
      'tr',
      { class: 'empty' },
      element('td', { colspan: this.columns.length }, 'No chain fits the filters.'),
    );
  }
}
