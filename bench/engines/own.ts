import type { RateResult } from '../childTasks';
import { runJson } from '../measure';
import type { EngineRuns } from './engine';

/** This engine on plain paths in a process of its own: seconds of the warm runs, and of the first one. */
export async function runOwn(
  child: string,
  model: string,
  mode: 'count' | 'keep',
  runs: number,
): Promise<EngineRuns & { readonly cold: number }> {
  const result = await runJson<RateResult>(process.execPath, [child, 'plain', model, String(runs), mode]);
  return { count: result.count, seconds: result.warm.map((time) => time / 1000), cold: result.cold / 1000 };
}
