import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundles';
import { MODELS } from './catalogue';
import { median, runProgram } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';
import { writeModel } from './writeModel';

/** `check` of 1,000 components and `chains` of the examples: whole runs of the program, its start included. */
export async function commandLineRuns({
  report,
  short,
  commandLine,
  commandLineFault,
}: Setting): Promise<void> {
  report.heading('The command line program, cold, its start included');
  const goal = 'check of 1,000 components in files of 50 KB, cold: 1.5 s';
  if (commandLine === undefined) {
    report.line(`Not measured: ${commandLineFault}.`);
    report.goal(goal, '', undefined);
    return;
  }
  const files = MODELS.thousand();
  const folder = writeModel('thousand', files);
  const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const examples = join(ROOT, 'examples');
  const names = existsSync(examples) ? readdirSync(examples, { withFileTypes: true }) : [];
  const runs: (readonly [string, readonly string[]])[] = [
    ['start only (--version)', ['--version']],
    [`check, 1,000 components, ${files.size} files, ${whole(size / 1000)} KB`, ['check', folder]],
    ...names
      .filter((entry) => entry.isDirectory())
      .map(
        ({ name }) => [`chains, example ${name}`, ['chains', join(examples, name), '--top', '1']] as const,
      ),
  ];
  const rows: string[][] = [];
  for (const [what, args] of runs) {
    const times: number[] = [];
    let fault = '';
    for (let run = 0; run < (short ? 3 : 7); run++) {
      const { milliseconds, code, errors } = await runProgram(process.execPath, [commandLine, ...args]);
      times.push(milliseconds);
      fault =
        code > 1
          ? (errors
              .trim()
              .split('\n')
              .find((line) => /error/i.test(line)) ?? `exit code ${code}`)
          : fault;
    }
    rows.push([what, ms(median(times)), ms(Math.min(...times)), fault]);
    if (args[0] === 'check') {
      report.goal(goal, fault || ms(median(times)), fault === '' ? median(times) <= 1500 : undefined);
    }
  }
  report.table(['Run', 'Median', 'Fastest', 'Fault'], rows);
}
