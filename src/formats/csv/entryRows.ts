import { nearestName } from '../../text/nearest';
import type { Located } from '../../text/range';
import type { InterfaceRecord } from '../records';
import type { Row } from './row';

const ENTRY_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', '1', 'x', 'wahr', 'ja'].map((word) => [word, true] as const),
  ...['false', 'no', '0', 'falsch', 'nein'].map((word) => [word, false] as const),
]);

/** A row of the table of entries; several interfaces get the same marks. An empty Entry cell is no mark. */
export function readEntryRow(row: Row): InterfaceRecord[] {
  const names = row.list('Interface');
  if (names.length === 0) {
    row.missing('Interface');
    return [];
  }
  const entry = readEntry(row);
  const description = row.text('Description');
  const marks = {
    ...(entry && { entry }),
    into: row.list('Into'),
    attackers: row.list('Attackers'),
    periods: row.list('Periods'),
    ...(description && { description }),
    range: row.range,
  };
  return names.map((name) => ({ name, ...marks }));
}

function readEntry(row: Row): Located<boolean> | undefined {
  const cell = row.text('Entry');
  const value = cell && ENTRY_WORDS.get(cell.value.toLowerCase());
  if (cell && value === undefined) {
    const words = [...ENTRY_WORDS.keys()].filter((word) => word.length > 1);
    row.wrongType(cell, 'Entry', 'true or false, or yes or no', nearestName(cell.value.toLowerCase(), words));
  }
  return cell && value !== undefined ? { value, range: cell.range } : undefined;
}
