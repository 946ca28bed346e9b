import type { ModelName } from './catalogue';
import type { MemoryResult } from './childTasks';
import { runJson } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';

const MODELS: readonly ModelName[] = ['keep-sparse', 'keep-dense'];
const MEGABYTE = 1 << 20;

/** What 1,000,000 kept chains weigh. */
export async function memoryOfChains({ report, child }: Setting): Promise<void> {
  report.heading('Memory: default settings, 1,000,000 chains kept');
  const rows: string[][] = [];
  let most = 0;
  let kept = Number.POSITIVE_INFINITY;
  for (const model of MODELS) {
    const result = await runJson<MemoryResult>(process.execPath, ['--expose-gc', child, 'memory', model]);
    most = Math.max(most, result.peak, result.held);
    kept = Math.min(kept, result.kept);
    rows.push([
      `"${model}"`,
      whole(result.count),
      whole(result.kept),
      megabytes(result.held),
      megabytes(result.peak),
      ms(result.milliseconds),
    ]);
  }
  report.table(['Model', 'Chains', 'Kept', 'Held', 'Peak', 'First run'], rows);
  report.line(
    '\nHeld: heap and array buffers after a collection, above the model. Peak: most resident memory, above the same base.',
  );
  const reached = most <= 200 * MEGABYTE && kept === 1_000_000;
  report.goal('1,000,000 kept chains: 200 MB above the base', `${megabytes(most)} at the peak`, reached);
}

function megabytes(bytes: number): string {
  return `${whole(bytes / MEGABYTE)} MB`;
}
