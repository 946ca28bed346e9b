import type { ForeignFile } from '../formats/foreign/importFiles';
import { readTables } from '../formats/foreign/foreignTables';
import { ImportLog } from '../formats/foreign/importReport';
import { isRatingTable, type ReadTable, readTable, reportFindings } from '../formats/foreign/readTable';
import { addAll } from '../text/arrays';

/** Filled rating worksheets. */
export interface Worksheets {
  readonly tables: readonly ReadTable[];
  /** What was wrong in them so far. */
  readonly log: ImportLog;
}

/** The tables of files that hold ratings and nothing else of a model; undefined where any file is something else. */
export async function readWorksheets(files: readonly ForeignFile[]): Promise<Worksheets | undefined> {
  const log = new ImportLog();
  const tables: ReadTable[] = [];
  for (const { name, bytes } of files) {
    const found = (await readTables(name, bytes, log)) ?? [];
    if (found.length === 0 || !found.every(isRatingTable)) {
      return undefined;
    }
    log.source({ file: name, format: 'rating worksheet', title: '' });
    addAll(tables, found.map(readTable));
  }
  for (const table of tables) {
    reportFindings(table, log);
  }
  return { tables, log };
}
