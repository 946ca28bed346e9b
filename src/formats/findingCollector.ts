import type { DiagnosticCode } from './diagnosticCodes';
import { type Finding, finding } from './finding';

/** Findings of one code that are kept per file; a file with more has one mistake over and over, or is no TMG file. */
export const MOST_FINDINGS = 1000;

/** Where findings go. */
export interface FindingSink<Code extends DiagnosticCode> {
  push(found: Finding<Code>): unknown;
}

/** Findings of one code in one file. */
interface Kept<Code extends DiagnosticCode> {
  readonly list: Finding<Code>[];
  /** The first that is left out, and how many follow it. */
  next: Finding<Code> | undefined;
  more: number;
}

/** Collects findings: the first `MOST_FINDINGS` of each code and file, and of the others only how many there are. */
export class FindingCollector<Code extends DiagnosticCode> implements FindingSink<Code> {
  private readonly kept = new Map<string, Kept<Code>>();

  push(found: Finding<Code>): void {
    const key = `${found.code} ${found.file}`;
    let kept = this.kept.get(key);
    if (!kept) {
      kept = { list: [], next: undefined, more: 0 };
      this.kept.set(key, kept);
    }
    if (kept.list.length < MOST_FINDINGS) {
      kept.list.push(found);
    } else if (kept.next) {
      kept.more++;
    } else {
      kept.next = found;
    }
  }

  /** What was kept, and where something was left out, one more finding that says so. */
  all(): Finding<Code>[] {
    return [...this.kept.values()].flatMap(({ list, next, more }) =>
      next ? [...list, more === 0 ? next : restOf(next, more)] : list,
    );
  }
}

function restOf<Code extends DiagnosticCode>(next: Finding<Code>, more: number): Finding<Code> {
  const template = 'This and {count} more of {code} in this file are not listed; mend those that are first.';
  return finding(next.code, next, template, { count: more, code: next.code });
}
