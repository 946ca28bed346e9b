import { spawnSync } from 'node:child_process';
import { clearReport } from './suites';

/** Runs a suite's tests with mocha; `coverage` adds c8 with its thresholds from .c8rc.json. */
export function runMochaSuite(suite: string, spec: string, coverage: boolean): number {
  clearReport(suite);
  const mocha = ['mocha', '--reporter', 'scripts/mochaReporter.cjs', '--spec', spec];
  const command = coverage ? ['c8', ...mocha] : mocha;
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: 'inherit',
    env: { ...process.env, TMG_SUITE: suite },
  });
  return status ?? 1;
}
