import { headerColumns } from '../csv/headerColumns';
import { readCsv } from '../csv/readCsv';
import { RATING_COLUMNS } from '../csv/tables';
import { DIAGNOSTICS } from '../diagnosticCodes';
import type { FileRecords } from '../records';
import type { ForeignTable } from './foreignTables';
import type { ForeignPlace } from './foreignPlace';
import type { ImportLog } from './importReport';

/** A table with its records and how to speak of places in it. */
export interface ReadTable {
  readonly records: FileRecords;
  readonly placeOf: (item: { readonly range: { readonly start: number } }) => ForeignPlace;
}

/** Reads a table as TMG reads CSV. */
export function readTable({ label, text, placeOf }: ForeignTable): ReadTable {
  return { records: readCsv(label, text), placeOf: ({ range }) => placeOf(range.start) };
}

/** Whether a table rates relations, filled or not. */
export function isRatingTable({ text }: ForeignTable): boolean {
  const columns = new Set(headerColumns(text).map(({ column }) => column));
  return (
    columns.has('Component') &&
    columns.has('Interface') &&
    (columns.has('STRIDE') || RATING_COLUMNS.some((column) => columns.has(column)))
  );
}

/** Reports what is wrong in a table, and what of it is not read. */
export function reportFindings({ records, placeOf }: ReadTable, log: ImportLog): void {
  for (const finding of records.findings) {
    const { template, args } = finding.message;
    if (DIAGNOSTICS[finding.code] === 'information') {
      log.leftOut(placeOf(finding), template, args);
    } else {
      log.problem(placeOf(finding), template, args);
    }
  }
}

/** The end of a sentence about a name that is not there. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '.' : `; did you mean "${nearest}"?`;
}
