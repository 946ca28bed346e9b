import type { FilterRecord, LocatedText } from '../formats/records';

/** The component names that a filter writes; `*` is none. */
export function filterNames(filter: FilterRecord): LocatedText[] {
  switch (filter.kind) {
    case 'banned':
      return filter.sequence.filter(({ value }) => value !== '*');
    case 'oneWay':
      return [filter.from, filter.to];
    case 'only':
      return [filter.from, filter.via, ...filter.to];
  }
}
