import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of larger real data: TMG_TEST_DATA, else `../shared/data` beside the repository. */
const DATA = process.env['TMG_TEST_DATA'] ?? join('..', 'shared', 'data');

/** What could not run for want of data, for the suite's report. */
const NOT_RUN = Symbol.for('tmg.notRun');

/**
 * Tests that need real data which the repository does not hold. Without it they are listed as "not run", outside
 * the total.
 * @param folder of the data, within the data folder
 */
export function describeWithData(title: string, folder: string, tests: (folder: string) => void): void {
  const path = join(DATA, folder);
  if (existsSync(path)) {
    describe(title, () => tests(path));
    return;
  }
  listAsNotRun(`${title}: no folder ${path}`);
}

/** Tests that need a program which not every machine has. Without it they are listed as "not run", outside the total. */
export function describeWithProgram(title: string, program: string, tests: () => void): void {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error) {
    listAsNotRun(`${title}: no program ${program}`);
    return;
  }
  describe(title, tests);
}

/**
 * Tests that need something of the machine. Without it they are listed as "not run", outside the total.
 * @param missing what it has not; undefined where all is there
 */
export function describeWhere(title: string, missing: string | undefined, tests: () => void): void {
  if (missing !== undefined) {
    listAsNotRun(`${title}: ${missing}`);
    return;
  }
  describe(title, tests);
}

function listAsNotRun(reason: string): void {
  const store = globalThis as { [NOT_RUN]?: string[] };
  store[NOT_RUN] ??= [];
  store[NOT_RUN].push(reason);
}
