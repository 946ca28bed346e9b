import type { ImportReport } from '../formats/foreign/importReport';
import { importReportJson, importReportText } from '../formats/foreign/importReportText';
import type { CommandIo } from './io';
import { writeResult } from './output';
import { printableLines } from './terminal';

/** Where the whole report of an import goes. */
export interface ImportReporting {
  /** A file: JSON where its name ends so, else text; undefined for none. */
  readonly report?: string | undefined;
}

const EVERY = { problem: Infinity, guessed: Infinity, 'left-out': Infinity } as const;

/** Says on standard output what an import did, at most so much of one kind, and all of it in a file if one is named. */
export async function reportImport(
  io: CommandIo,
  report: ImportReport,
  { report: file }: ImportReporting,
): Promise<void> {
  const more = file === undefined ? '; --report FILE has all' : `; ${file} has all`;
  await io.writeOut(printableLines(importReportText(report, undefined, more)));
  if (file !== undefined) {
    const text = /\.json$/i.test(file) ? importReportJson(report) : importReportText(report, EVERY);
    await writeResult(io, file, [text]);
  }
}
