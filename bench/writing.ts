import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './bundles';
import { median, runJson } from './measure';
import { whole } from './report';
import type { Setting } from './setting';
import type { TableFormat, WriteResult } from './writeTask';

const MEGABYTE = 1 << 20;
const LARGEST = 300 * MEGABYTE;
const LINE_FEED = 10;

/** Formats, and how many rows they are to write in a second. */
const FORMATS: readonly (readonly [TableFormat, number | undefined])[] = [
  ['csv', 100_000],
  ['xlsx', 20_000],
  ['json', undefined],
  ['md', undefined],
];

/** The threat table of 1,000,000 chains, written to a file. */
export async function writing({ report, short, child }: Setting): Promise<void> {
  const model = short ? 'guide' : 'keep-sparse';
  report.heading(`Writing the threat table of "${model}" to a file`);
  const rows: string[][] = [];
  for (const [format, goal] of FORMATS) {
    const file = join(CACHE, `threats.${format}`);
    const results: WriteResult[] = [];
    for (let run = 0; run < (short || goal === undefined ? 1 : 3); run++) {
      results.push(await runJson<WriteResult>(process.execPath, [child, 'write', model, format, file]));
    }
    const [{ rows: count, size } = { rows: 0, size: 0 }] = results;
    const lines = format === 'csv' ? (await lineCount(file)) - 1 : count;
    if (lines !== count) {
      report.mismatch(`${whole(count)} chains became ${whole(lines)} lines of CSV`);
    }
    rmSync(file, { force: true });
    const rate = (1000 * count) / median(results.map(({ milliseconds }) => milliseconds));
    const peak = Math.max(...results.map((result) => result.peak));
    rows.push([format, whole(count), whole(rate), megabytes(peak), megabytes(size)]);
    if (goal !== undefined) {
      report.goal(
        `threat table as ${format.toUpperCase()}: ${whole(goal)} rows/s within 300 MB`,
        `${whole(rate)} rows/s, ${megabytes(peak)}`,
        rate >= goal && peak <= LARGEST,
      );
    }
  }
  report.table(['Format', 'Rows', 'Rows/s', 'Peak memory', 'File'], rows);
  report.line(
    '\nPeak memory: most that the process had resident, the computation of the chains included, which is not in the time.',
  );
}

async function lineCount(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) {
      lines++;
    }
  }
  return lines;
}

function megabytes(bytes: number): string {
  return `${whole(bytes / MEGABYTE)} MB`;
}
