import { readCsv } from '../csv/readCsv';
import type { FileRecords } from '../records';
import type { ForeignTable } from './foreignTables';
import type { ForeignPlace } from './importReport';

/** A table with its records and how to speak of places in it. */
export interface ReadTable {
  readonly records: FileRecords;
  readonly placeOf: (item: { readonly range: { readonly start: number } }) => ForeignPlace;
}

/** Reads a table as TMG reads CSV. */
export function readTable({ label, text, placeOf }: ForeignTable): ReadTable {
  return { records: readCsv(label, text), placeOf: ({ range }) => placeOf(range.start) };
}

/** The end of a sentence about a name that is not there. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '.' : `; did you mean "${nearest}"?`;
}
