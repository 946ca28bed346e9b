import type { TableFacets } from '../../src/protocol/viewProtocol';
import { element, setAttribute } from '../dom';
import { type Checklist, checklist } from '../ui/checklist';
import { button, type TextField, textField } from '../ui/controls';
import { FACET_LABELS, type Facet, FACETS, facetItems } from './facetItems';
import { type Filters, isFiltering, NO_FILTERS, typedLength, typedProbability } from './filters';

/** Everything to filter by but the text. */
export class FilterBar {
  readonly element = element('div', {
    class: 'filters',
    role: 'group',
    'aria-label': 'Filters',
    id: 'filters',
  });
  private readonly lists: Readonly<Record<Facet, Checklist>>;
  private readonly numbers: readonly NumberFilter[];
  /** Stands outside of the filters, which may be folded. */
  readonly clear = button('Clear filters', () => this.onChange(NO_FILTERS), { icon: 'clear-all' }).element;

  /** @param onChange gets what has changed */
  constructor(private readonly onChange: (change: Partial<Filters>) => void) {
    const listOf = (facet: Facet): Checklist =>
      checklist(FACET_LABELS[facet], (chosen) => onChange({ [facet]: chosen }));
    this.lists = {
      types: listOf('types'),
      ratings: listOf('ratings'),
      assets: listOf('assets'),
      entries: listOf('entries'),
      attackers: listOf('attackers'),
    };
    const number = (key: NumberFilter['key'], label: string, placeholder: string): NumberFilter => {
      const field = textField(label, { placeholder }, (typed) => onChange({ [key]: typed }));
      field.element.classList.add('number');
      setAttribute(field.element, 'inputmode', 'decimal');
      return { key, field };
    };
    const [from, to, probability] = [
      number('minLength', 'Length from', 'from'),
      number('maxLength', 'Length to', 'to'),
      number('minProbability', 'P at least', 'P ≥'),
    ];
    this.numbers = [from, to, probability];
    this.element.append(
      ...FACETS.map((facet) => this.lists[facet].element),
      element(
        'span',
        { class: 'range' },
        element('span', { 'aria-hidden': 'true' }, 'Length'),
        from.field.element,
        element('span', { 'aria-hidden': 'true' }, '–'),
        to.field.element,
      ),
      probability.field.element,
    );
  }

  show(filters: Filters, facets: TableFacets | undefined): void {
    for (const facet of FACETS) {
      this.lists[facet].setItems(facetItems(facet, facets, filters), filters[facet]);
    }
    for (const { key, field } of this.numbers) {
      if (field.value !== filters[key]) {
        field.setValue(filters[key]);
      }
      const typed = key === 'minProbability' ? typedProbability(filters[key]) : typedLength(filters[key]);
      setAttribute(field.element, 'aria-invalid', Number.isNaN(typed) ? 'true' : undefined);
    }
    this.clear.hidden = !isFiltering(filters);
  }
}

interface NumberFilter {
  readonly key: 'minLength' | 'maxLength' | 'minProbability';
  readonly field: TextField;
}
