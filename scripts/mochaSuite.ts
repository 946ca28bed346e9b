import { spawnSync } from 'node:child_process';
import { clearReport } from './suites';

/** Runs a suite's tests with mocha; `coverage` adds c8 with its thresholds from .c8rc.json. */
export function runMochaSuite(suite: string, spec: string, coverage: boolean): number {
  clearReport(suite);
  // A browser or a server that a failed test leaves open must not keep the run from ending.
  const mocha = ['mocha', '--exit', '--reporter', 'scripts/mochaReporter.cjs', '--spec', spec];
  const options = { stdio: 'inherit', env: { ...process.env, TMG_SUITE: suite } } as const;
  const { status } = coverage
    ? spawnSync('npx', ['--no-install', 'c8', ...mocha], options)
    : spawnSync('npx', ['--no-install', ...mocha], options);
  return status ?? 1;
}
