// Entry of the suites inside the extension host; the same file serves @vscode/test-electron.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { env, UIKind } from 'vscode';
import { TEST_MS } from '../../scripts/patience';

// The runner shows only marked lines: the workbench's own log comes the same way.
const MARK = env.uiKind === UIKind.Web ? '\u2063test\u2063' : '';

/** Runs all suites that stand beside this file; rejects if a test fails. */
export function run(): Promise<void> {
  // The host's `console` cannot be patched in place: its methods ignore assignment.
  const original = console;
  const show = (...args: unknown[]): void => original.log(MARK + format(...args));
  globalThis.console = { ...original, log: show, info: show, warn: show, error: show };
  Mocha.reporters.Base.consoleLog = show;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_MS,
    color: false,
    forbidOnly: true,
    forbidPending: true,
    ...(process.env['TMG_GREP'] && { grep: process.env['TMG_GREP'] }),
  });
  for (const name of readdirSync(__dirname).filter((file) => file.endsWith('.test.js'))) {
    mocha.addFile(path.join(__dirname, name));
  }
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const report = process.env['TMG_REPORT'];
      if (report !== undefined) {
        writeFileSync(report, JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: failures }));
      }
      if (failures > 0) {
        reject(new Error(`${failures} tests failed`));
      } else {
        resolve();
      }
    });
  });
}
