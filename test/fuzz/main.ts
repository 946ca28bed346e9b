import { parseArgs } from 'node:util';
import { countsFor, runKind } from './runKind';

/** `npm run fuzz -- --count 100000 --seed 0 --kind yaml`: inputs of all kinds, or of one, from a seed on. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '0' },
      kind: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const planned = countsFor(count).filter(
    ({ kind }) => values.kind === undefined || kind.name === values.kind,
  );
  if (!Number.isInteger(count) || !Number.isInteger(seed) || planned.length === 0) {
    throw new Error('usage: npm run fuzz -- [--count N] [--seed N] [--kind KIND]');
  }
  let failed = 0;
  for (const { kind, count: share } of planned) {
    const inputs = values.kind === undefined ? share : count;
    for (let done = 0; done < inputs; ) {
      try {
        await runKind(kind, seed + done, inputs - done);
        done = inputs;
      } catch (error) {
        failed++;
        console.error(error instanceof Error ? error.message : error);
        // The next seed of a kind that fails often says nothing new.
        done = failed < 20 ? nextSeed(error, seed) : inputs;
      }
    }
    console.log(`${kind.name}: ${inputs} inputs`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

/** How many inputs were done when one failed, that one included. */
function nextSeed(error: unknown, first: number): number {
  const [, seed] = /--seed (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return Number(seed ?? first) - first + 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
