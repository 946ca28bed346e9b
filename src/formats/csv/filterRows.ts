import type { FilterRecord } from '../records';
import { MOST_NAMES, SEQUENCE_SEPARATORS, splitItems } from './listCell';
import type { Row } from './row';

/** A row of the table of banned sequences, `A|B|C`. */
export function readBannedRow(row: Row): FilterRecord | undefined {
  const cell = row.cell('Banned');
  if (!cell) {
    row.missing('Banned');
    return undefined;
  }
  const sequence = splitItems(cell, SEQUENCE_SEPARATORS);
  const beyond = sequence[MOST_NAMES];
  if (beyond) {
    // A sequence in part would ban more than the whole.
    const template =
      'A sequence of more than {limit} names bans nothing and is left out; write shorter ones.';
    row.report('wrong-type', beyond.range, template, { limit: MOST_NAMES });
    return undefined;
  }
  const empty = sequence.find(({ value }) => value === '');
  if (empty) {
    const template =
      'A name is missing in this sequence, which is left out; write * for any component, or \\| for a | in a name.';
    row.report('wrong-type', cell.range, template);
    return undefined;
  }
  return { kind: 'banned', sequence, range: row.range };
}

/** A row of the table of one-way rules. */
export function readOneWayRow(row: Row): FilterRecord | undefined {
  const from = row.text('From');
  const to = row.text('To');
  if (!from || !to) {
    row.missing(...row.emptyOf('From', 'To'));
    return undefined;
  }
  return { kind: 'oneWay', from, to, range: row.range };
}

/** A row of the table of only rules. */
export function readOnlyRow(row: Row): FilterRecord | undefined {
  const from = row.text('From');
  const via = row.text('Via');
  const to = row.list('Only To');
  if (!from || !via || to.length === 0) {
    row.missing(...row.emptyOf('From', 'Via', 'Only To'));
    return undefined;
  }
  return { kind: 'only', from, via, to, range: row.range };
}
