import { spawnSync } from 'node:child_process';
import { TOOL_SHELL } from './runCommand';
import { clearReport } from './suites';

/**
 * Runs a suite's tests with mocha, and writes its report.
 * @param coverage adds c8 with its thresholds from .c8rc.json
 */
export function runMochaSuite(suite: string, spec: string, coverage: boolean): number {
  clearReport(suite);
  // A browser or a server that a failed test leaves open must not keep the run from ending.
  const mocha = ['mocha', '--exit', '--reporter', 'scripts/mochaReporter.cjs', '--spec', spec];
  const options = { ...TOOL_SHELL, stdio: 'inherit', env: { ...process.env, TMG_SUITE: suite } } as const;
  const { status } = coverage
    ? spawnSync('npx', ['--no-install', 'c8', ...mocha], options)
    : spawnSync('npx', ['--no-install', ...mocha], options);
  return status ?? 1;
}

/**
 * Runs some tests with mocha: without coverage, whose thresholds are for all of them, and without a report, which would
 * be taken for that of a whole suite.
 * @param args of mocha, among them what to run
 */
export function runSomeTests(args: readonly string[]): number {
  // Without a shell, so that a name of a test stays as it was given.
  const mocha = ['node_modules/mocha/bin/mocha.js', '--exit', ...args];
  return spawnSync(process.execPath, mocha, { stdio: 'inherit' }).status ?? 1;
}
