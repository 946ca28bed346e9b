import type { Finding, Fix } from '../formats/finding';
import type { Filter } from '../model/model';
import type { CheckContext } from './rule';
import { removalAt } from './yamlFix';

/** A filter in a few words, e.g. `[A, Hub, B]` or `B, then not back to A`. */
export function filterText(filter: Filter): string {
  switch (filter.kind) {
    case 'banned':
      return `[${filter.sequence.join(', ')}]`;
    case 'oneWay':
      return `from "${filter.from}" to "${filter.to}" only`;
    case 'only':
      return `from "${filter.from}" via "${filter.via}" only to [${filter.to.join(', ')}]`;
  }
}

/**
 * Removes the filter that a finding is about; none that permits, because what it is for, that new components are closed
 * by default, does not show in the graph of today.
 */
export function removeFilterFix({ file, range }: Finding, { origins }: CheckContext): Fix[] {
  const permits = origins.filters.some(
    ({ file: own, record }) => own === file && record.range.start === range.start && record.kind === 'only',
  );
  const removal = permits ? undefined : removalAt(origins, { file, range });
  return removal ? [{ title: { template: 'Remove the filter', args: {} }, changes: [removal] }] : [];
}
