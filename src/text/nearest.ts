/**
 * The candidate that is most like `name`, or undefined if none is near: at most a third of the letters may differ
 * (Damerau-Levenshtein, optimal string alignment; case counts half). Ties go to the first candidate.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 0.25;
  for (const candidate of candidates) {
    if (candidate !== name && Math.abs(candidate.length - name.length) <= bestDistance) {
      const distance = editDistance(name, candidate, bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return best;
}

const CASE_COST = 0.5;

function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + substitution(a[i - 1] as string, b[j - 1] as string),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) {
      return Number.POSITIVE_INFINITY;
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

function substitution(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : 1;
}
