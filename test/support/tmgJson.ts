import assert from 'node:assert/strict';
import { runTmg } from './runTmg';

/** Runs `tmg` and reads what it prints as JSON. */
export function json<T>(args: readonly string[], code = 0): T {
  const run = runTmg(args);
  assert.equal(run.code, code, run.error);
  return JSON.parse(run.out) as T;
}
