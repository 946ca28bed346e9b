import { countsFor, runKind } from '../fuzz/runKind';

const INPUTS = 5000;

describe('mutated inputs of every kind', () => {
  for (const { kind, count } of countsFor(INPUTS)) {
    it(`are read, checked and answered about as everything else: ${count} of ${kind.name}`, async function () {
      this.timeout(600_000);
      await runKind(kind, 0, count);
    });
  }
});
