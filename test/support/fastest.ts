/** Milliseconds of the fastest of some runs: what else the machine does cannot make it longer for good. */
export function fastest(work: () => unknown, runs = 20): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    work();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
