import { GROUPINGS, type Grouping } from '../../src/chains/groupings';
import type { PageName, TableFacets, ViewState } from '../../src/protocol/viewProtocol';
import type { TableColumn } from '../../src/threats/tableQuery';
import { element, setAttribute } from '../dom';
import { checklist } from '../ui/checklist';
import { button, dropdown, textField } from '../ui/controls';
import { COLUMNS, shownColumns } from './columns';
import { FilterBar } from './filterBar';
import { filterCount, type Filters } from './filters';
import type { PageState } from './pageState';
import { StatusLine, type StatusEvents, type StatusModel } from './statusLine';
import { GROUPING_TEXTS } from './texts';

/** What the user does in the toolbar. */
export interface ToolbarEvents extends StatusEvents {
  filter(change: Partial<Filters>): void;
  group(grouping: Grouping | undefined): void;
  showColumns(columns: readonly TableColumn[]): void;
  showModel(root: string): void;
  travel(by: -1 | 1): void;
  clear(): void;
  showPage(page: PageName): void;
  exportTable(format: 'csv' | 'json'): void;
  copy(): void;
  toggleDetail(): void;
  toggleFilters(): void;
  /** From the text into the table. */
  enterTable(): void;
}

/** What the toolbar shows. */
export interface ToolbarModel extends StatusModel {
  readonly view: ViewState;
  readonly facets: TableFacets | undefined;
  readonly page: PageState;
}

/** The line above the table. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly status: StatusLine;
  private readonly filters: FilterBar;
  private readonly text;
  private readonly toggle;
  private readonly models;
  private readonly groupings;
  private readonly columns = checklist('Columns', (ids) => this.events.showColumns(ids as TableColumn[]), {
    icon: 'list-selection',
  });
  private readonly back;
  private readonly forward;
  private readonly clear;
  private readonly copy;
  private readonly detail;
  private roots = '';

  constructor(private readonly events: ToolbarEvents) {
    const iconButton = (icon: string, label: string, onClick: () => void) => button(label, onClick, { icon });
    this.status = new StatusLine(events);
    this.filters = new FilterBar((change) => events.filter(change));
    this.text = textField('Filter by names', { placeholder: 'Filter by names' }, (text) =>
      events.filter({ text }),
    );
    this.text.element.classList.add('text-filter');
    this.text.element.addEventListener('keydown', (event) => this.onTextKey(event));
    this.toggle = iconButton('filter', 'Filters', () => events.toggleFilters());
    this.toggle.element.classList.add('filters-toggle');
    this.models = dropdown<string>('Model', [], '', (root) => events.showModel(root));
    this.groupings = dropdown<Grouping | 'none'>(
      'Group by',
      [
        { value: 'none', label: 'No groups' },
        ...GROUPINGS.map((value) => ({ value, label: GROUPING_TEXTS[value] })),
      ],
      'none',
      (value) => events.group(value === 'none' ? undefined : value),
    );
    this.back = iconButton('arrow-left', 'Go back', () => events.travel(-1));
    this.forward = iconButton('arrow-right', 'Go forward', () => events.travel(1));
    this.clear = iconButton('close', 'Clear selection', () => events.clear());
    this.copy = iconButton('copy', 'Copy chain as Markdown', () => events.copy());
    this.detail = iconButton('layout-sidebar-right', 'Explanation', () => events.toggleDetail());
    this.element = element(
      'div',
      { class: 'toolbar', role: 'group', 'aria-label': 'Chain table' },
      this.models.element,
      this.status.element,
      this.text.element,
      this.filters.clear,
      this.toggle.element,
      this.filters.element,
      element(
        'div',
        { class: 'actions' },
        this.groupings.element,
        this.columns.element,
        ...[
          this.back,
          this.forward,
          this.clear,
          iconButton('type-hierarchy', 'Show the graph', () => events.showPage('graph')),
          iconButton('dashboard', 'Show the summary', () => events.showPage('summary')),
          iconButton('export', 'Export what is shown as CSV', () => events.exportTable('csv')),
          iconButton('json', 'Export what is shown as JSON', () => events.exportTable('json')),
          this.copy,
          this.detail,
        ].map((each) => each.element),
      ),
    );
  }

  show(model: ToolbarModel): void {
    const { view, facets, page } = model;
    const { filters, grouping, layout, detail, showsFilters } = page;
    const empty = facets?.emptyColumns ?? [];
    this.status.show(model);
    this.showModels(view);
    if (this.text.value !== filters.text) {
      this.text.setValue(filters.text);
    }
    this.filters.show(filters, facets);
    this.element.classList.toggle('shows-filters', showsFilters);
    setAttribute(this.toggle.element, 'aria-expanded', String(showsFilters));
    const count = filterCount(filters);
    this.toggle.setLabel(count === 0 ? 'Filters' : `Filters (${count} set)`);
    this.toggle.element.classList.toggle('active', count > 0);
    this.groupings.setValue(grouping ?? 'none');
    this.columns.setItems(
      COLUMNS.map(({ id }) => ({ value: id, label: id })),
      shownColumns(layout, empty).map(({ id }) => id),
    );
    this.back.setEnabled(view.canGoBack);
    this.forward.setEnabled(view.canGoForward);
    this.clear.setEnabled(view.selection !== undefined || view.narrowing.length > 0);
    this.copy.setEnabled(view.chain !== undefined);
    this.detail.setPressed(detail.isOpen);
  }

  focusText(): void {
    this.text.focus();
  }

  private showModels({ models, root }: ViewState): void {
    this.models.element.hidden = models.length < 2;
    const roots = JSON.stringify(models);
    if (roots !== this.roots) {
      this.roots = roots;
      this.models.setOptions(
        models.map((model) => ({ value: model.root, label: model.name })),
        root ?? '',
      );
    } else {
      this.models.setValue(root ?? '');
    }
  }

  private onTextKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      this.events.enterTable();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.text.value === '') {
        this.events.enterTable();
      } else {
        this.events.filter({ text: '' });
      }
    }
  }
}
