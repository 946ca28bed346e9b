import { countsFor, runKind } from '../fuzz/runKind';

const INPUTS = 5000;

describe('mutated inputs of every kind', () => {
  for (const { kind, count } of countsFor(INPUTS)) {
    it(`are read, checked and answered about as everything else: ${count} of ${kind.name}`, async () => {
      await runKind(kind, 0, count);
    });
  }
});
