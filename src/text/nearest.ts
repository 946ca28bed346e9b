/**
 * The candidate that is most like `name`, or undefined if none is near: at most a third of the letters may differ
 * (Damerau-Levenshtein, optimal string alignment; case counts half). Ties go to the first candidate.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Of a single letter only the case can be wrong.
  let bestDistance = name.length < 2 ? 0.75 : Math.max(1, Math.floor(name.length / 3)) + 0.25;
  const rows = [0, 0, 0].map(() => new Float32Array(name.length + 2)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (const candidate of candidates) {
    if (candidate !== name && Math.abs(candidate.length - name.length) <= bestDistance) {
      const distance = editDistance(name, candidate, bestDistance, rows);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return best;
}

const CASE_COST = 0.5;

/**
 * The distance of two texts, or infinity where it is more than `limit`. What both begin or end with costs nothing and
 * is left out, and so is all that lies so far from the diagonal that it costs more than the limit.
 * @param rows of at least two cells more than `a` has letters; overwritten
 */
function editDistance(
  a: string,
  b: string,
  limit: number,
  rows: readonly [Float32Array, Float32Array, Float32Array],
): number {
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) {
    start++;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endA - start;
  const band = Math.floor(limit);
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= width; j++) {
    last[j] = j;
  }
  for (let i = 1; i <= endB - start; i++) {
    const from = Math.max(1, i - band);
    const to = Math.min(width, i + band);
    row[from - 1] = from === 1 ? i : Number.POSITIVE_INFINITY;
    let smallest = row[from - 1] as number;
    const letter = b.charCodeAt(start + i - 1);
    for (let j = from; j <= to; j++) {
      const other = a.charCodeAt(start + j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + substitution(letter, other),
      );
      if (i > 1 && j > 1 && letter === a.charCodeAt(start + j - 2) && b.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row[j] = cost;
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) {
      return Number.POSITIVE_INFINITY;
    }
    row[to + 1] = Number.POSITIVE_INFINITY;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[width] as number;
}

function substitution(a: number, b: number): number {
  if (a === b) {
    return 0;
  }
  return sameLetter(a, b) ? CASE_COST : 1;
}

/** Whether two UTF-16 units differ by case at most. */
function sameLetter(a: number, b: number): boolean {
  if (a < 128 && b < 128) {
    const lower = a | 32;
    return lower === (b | 32) && lower >= 97 && lower <= 122;
  }
  return String.fromCharCode(a).toLowerCase() === String.fromCharCode(b).toLowerCase();
}
