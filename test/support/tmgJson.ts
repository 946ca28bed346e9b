import assert from 'node:assert/strict';
import type { ChainJson } from '../../src/report/chainJson';
import { runTmg } from './runTmg';

/** What `tmg chains --format json` prints of one model. */
export interface ChainsJson {
  readonly model: string;
  readonly complete: boolean;
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byLength: Readonly<Record<string, number>>;
  readonly chains: readonly ChainJson[];
}

/** Runs `tmg` and reads what it prints as JSON. */
export function json<T>(args: readonly string[], code = 0): T {
  const run = runTmg(args);
  assert.equal(run.code, code, run.error);
  return JSON.parse(run.out) as T;
}
