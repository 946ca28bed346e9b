import { DIAGNOSTICS, type DiagnosticCode } from '../formats/diagnosticCodes';
import { type Finding, type Severity, SEVERITIES } from '../formats/finding';
import type { Settings } from '../formats/settings';
import type { Origins } from '../model/origins';
import { compareCodePoints } from '../text/compare';
import { LineIndex } from '../text/lineIndex';

/** A finding with the level it has in its model. */
export interface Problem extends Finding<DiagnosticCode> {
  readonly severity: Exclude<Severity, 'off'>;
}

/** Gives findings their levels, takes out what is off or ignored, and sorts by file, place and code. */
export function toProblems(
  findings: readonly Finding[],
  severity: Settings['severity'],
  files: Origins['files'],
): Problem[] {
  const ignored = new IgnoreIndex(files);
  const problems = (findings as readonly Finding<DiagnosticCode>[]).flatMap((finding) => {
    const level = severity[finding.code] ?? DIAGNOSTICS[finding.code];
    return level === 'off' || ignored.covers(finding) ? [] : [{ ...finding, severity: level }];
  });
  return problems.sort(compareProblems);
}

/** The order in which problems are listed: by file, place, level and code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareCodePoints(a.file, b.file) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareCodePoints(a.code, b.code)
  );
}

/** Knows which findings a `tmg-ignore` comment silences: those of its code on the next line that is no such comment. */
class IgnoreIndex {
  private readonly byFile = new Map<string, { lines: LineIndex; codes: Map<number, Set<string>> }>();

  constructor(files: Origins['files']) {
    for (const { file, text, ignores } of files) {
      if (ignores.length > 0) {
        const commentLines = new Set(ignores.map(({ line }) => line));
        const codes = new Map<number, Set<string>>();
        for (const { code, line } of ignores) {
          let target = line + 1;
          while (commentLines.has(target)) {
            target++;
          }
          codes.set(target, (codes.get(target) ?? new Set()).add(code.value));
        }
        this.byFile.set(file, { lines: new LineIndex(text), codes });
      }
    }
  }

  covers({ file, range, code }: Finding): boolean {
    const known = this.byFile.get(file);
    return known?.codes.get(known.lines.positionAt(range.start).line)?.has(code) ?? false;
  }
}
