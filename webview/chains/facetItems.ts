import { strideName } from '../../src/formats/stride';
import type { TableFacets } from '../../src/protocol/viewProtocol';
import { lineText } from './cells';
import { type Filters, RATINGS } from './filters';

/** Something that can be filtered by. */
export interface FacetItem {
  readonly value: string;
  readonly label: string;
}

/** The filters that are lists to choose from. */
export const FACETS = ['types', 'ratings', 'assets', 'entries', 'attackers'] as const;

export type Facet = (typeof FACETS)[number];

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  types: 'Type',
  ratings: 'Rating',
  assets: 'Asset',
  entries: 'Entry',
  attackers: 'Attacker',
};

const LONGEST_LABEL = 100;

/** What there is to choose from; what is chosen stays in the list when the model has it no more. */
export function facetItems(
  facet: Facet,
  facets: TableFacets | undefined,
  filters: Filters,
): readonly FacetItem[] {
  const items = known(facet, facets);
  const values = new Set(items.map(({ value }) => value));
  const gone = filters[facet].filter((value) => !values.has(value));
  return [...items, ...gone.map((value) => ({ value, label: value }))].map(({ value, label }) => ({
    value,
    label: lineText(label, LONGEST_LABEL),
  }));
}

function known(facet: Facet, facets: TableFacets | undefined): readonly FacetItem[] {
  switch (facet) {
    case 'types':
      return (facets?.types ?? []).map((type) => ({ value: type, label: strideName(type) }));
    case 'ratings':
      return RATINGS.map((rating) => ({ value: rating, label: rating }));
    case 'assets':
      return (facets?.assets ?? []).map(({ id, label }) => ({ value: id, label }));
    case 'entries':
      return (facets?.entries ?? []).map((name) => ({ value: name, label: name }));
    case 'attackers':
      return (facets?.attackers ?? []).map(({ key, name }) => ({ value: key, label: name }));
  }
}
