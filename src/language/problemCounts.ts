import type { Problem } from '../checks/problem';
import { SEVERITIES } from '../formats/finding';
import { groupBy, type Place } from '../model/origins';

/** How many problems something has, and how bad the worst is. */
export interface ProblemCount {
  readonly count: number;
  readonly worst: Problem['severity'];
}

/** Counts the problems of a snapshot by place. */
export class ProblemCounts {
  private readonly byFile: ReadonlyMap<string, readonly Problem[]>;

  /** @param problems sorted by file and place, as in a snapshot */
  constructor(problems: readonly Problem[]) {
    this.byFile = groupBy(problems, ({ file }) => file);
  }

  /** The problems that begin in some places, each counted once; undefined where there are none. */
  in(places: Iterable<Place>): ProblemCount | undefined {
    const found = new Set<Problem>();
    for (const place of places) {
      this.collect(place, found);
    }
    const severities = new Set([...found].map(({ severity }) => severity));
    const worst = SEVERITIES.find((severity) => severity !== 'off' && severities.has(severity));
    return worst && worst !== 'off' ? { count: found.size, worst } : undefined;
  }

  private collect({ file, range }: Place, found: Set<Problem>): void {
    const problems = this.byFile.get(file) ?? [];
    for (let index = firstFrom(problems, range.start); index < problems.length; index++) {
      const problem = problems[index];
      if (!problem || problem.range.start >= range.end) {
        return;
      }
      found.add(problem);
    }
  }
}

/** Index of the first problem that begins at an offset or behind it. */
function firstFrom(problems: readonly Problem[], offset: number): number {
  let low = 0;
  let high = problems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((problems[middle]?.range.start ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
