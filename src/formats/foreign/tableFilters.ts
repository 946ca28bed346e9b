import { nearestName } from '../../text/nearest';
import type { FilterRecord, LocatedText } from '../records';
import type { ImportedFilter } from './importedModel';
import type { ImportLog } from './importReport';
import { didYouMean, type ReadTable } from './readTable';

/** Stands for any component in a banned sequence. */
const ANY = '*';

/** The filters of tables whose names are all components; others are reported. */
export function mapFilters(
  read: readonly ReadTable[],
  components: ReadonlySet<string>,
  log: ImportLog,
): ImportedFilter[] {
  return read.flatMap(({ records, placeOf }) =>
    records.filters.flatMap((filter) => {
      const wrong = namesOf(filter).filter(({ value }) => !components.has(value));
      for (const name of wrong) {
        const nearest = nearestName(name.value, components);
        log.problem(placeOf(name), 'There is no component "{name}", so the filter is left out{hint}', {
          name: name.value,
          hint: didYouMean(nearest),
        });
      }
      if (wrong.length > 0) {
        return [];
      }
      log.mapped('row of a table', 'filter');
      return [asWritten(filter)];
    }),
  );
}

function namesOf(filter: FilterRecord): readonly LocatedText[] {
  switch (filter.kind) {
    case 'banned':
      return filter.sequence.filter(({ value }) => value !== ANY);
    case 'oneWay':
      return [filter.from, filter.to];
    case 'only':
      return [filter.from, filter.via, ...filter.to];
  }
}

function asWritten(filter: FilterRecord): ImportedFilter {
  switch (filter.kind) {
    case 'banned':
      return { kind: 'banned', sequence: filter.sequence.map(({ value }) => value) };
    case 'oneWay':
      return { kind: 'oneWay', from: filter.from.value, to: filter.to.value };
    case 'only':
      return {
        kind: 'only',
        from: filter.from.value,
        via: filter.via.value,
        to: filter.to.map(({ value }) => value),
      };
  }
}
