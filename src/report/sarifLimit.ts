import type { Result } from 'sarif';
import { count, plural } from '../text/numbers';

/** What is shown of one run: GitHub takes 25,000 results, and keeps the worst 5,000. */
export const MOST_RESULTS = 5000;

/** The most bytes of a log after compression: GitHub takes 10 MB, and the rest of the log needs room, too. */
const MOST_BYTES = 9_000_000;

/** Results that are compressed together to see how large they are. */
const BLOCK = 250;

/** Says what a log leaves out. @param what one of them, such as "chain" */
export function cutSentence(listed: number, leftOut: number, what: string): string {
  return `The log has the worst ${plural(listed, what)}, as many as GitHub shows of a run; ${count(leftOut)} more ${leftOut === 1 ? 'is' : 'are'} left out.`;
}

/** Bytes of a text after compression. */
export type CompressedSize = (text: string) => number;

/** How bad a result is: of two, that with the larger number is worse. */
export type Weighed = readonly [number, Result];

/**
 * Collects results of a run and keeps the worst, as many as a reader of SARIF takes. Those that are equally bad stay in
 * the order in which they come.
 */
export class WorstResults {
  private kept: Weighed[] = [];
  private seen = 0;

  constructor(private readonly sizeOf: CompressedSize) {}

  add(weighed: Weighed): void {
    this.seen++;
    this.kept.push(weighed);
    if (this.kept.length >= 2 * MOST_RESULTS) {
      this.cut();
    }
  }

  /** Counts results that are not given because worse ones are. */
  skip(number: number): void {
    this.seen += number;
  }

  /** The worst first, and how many are left out. */
  results(): { readonly results: readonly Result[]; readonly leftOut: number } {
    this.cut();
    const results = withinBytes(
      this.kept.map(([, result]) => result),
      this.sizeOf,
    );
    return { results, leftOut: this.seen - results.length };
  }

  private cut(): void {
    this.kept.sort(([a], [b]) => b - a);
    this.kept.length = Math.min(this.kept.length, MOST_RESULTS);
  }
}

/** As many of the first results as stay below the most bytes when they are compressed. */
function withinBytes(results: readonly Result[], sizeOf: CompressedSize): readonly Result[] {
  let bytes = 0;
  for (let start = 0; start < results.length; start += BLOCK) {
    bytes += sizeOf(JSON.stringify(results.slice(start, start + BLOCK)));
    if (bytes > MOST_BYTES) {
      return results.slice(0, start);
    }
  }
  return results;
}
