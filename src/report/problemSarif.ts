import { hash } from 'node:crypto';
import type { ReportingDescriptor, Result } from 'sarif';
import type { Problem } from '../checks/problem';
import { DIAGNOSTICS, type DiagnosticCode } from '../formats/diagnosticCodes';
import { shownMessage } from '../text/message';
import type { Snapshot } from '../workspace/snapshot';
import { SarifLocations } from './sarifLocations';
import { type SarifLevel, type SarifRun, sarifMessage } from './sarifLog';

/** What the documentation says of a diagnostic. */
export interface RulePage {
  /** One sentence. */
  readonly summary: string;
  /** Why it matters and how to fix it, as Markdown. */
  readonly help: string;
}

const LEVELS: Readonly<Record<Problem['severity'], SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/**
 * The diagnostics of some models as results.
 * @param sourceRoot absolute path of the folder that addresses are relative to
 */
export function problemRun(
  snapshots: readonly Snapshot[],
  sourceRoot: string,
  pages: ReadonlyMap<DiagnosticCode, RulePage>,
): SarifRun {
  const found = new Set(snapshots.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const codes = [...found].sort();
  return {
    analysis: 'check',
    rules: codes.map((code) => ruleOf(code, pages.get(code))),
    results: problemResults(snapshots, sourceRoot, codes),
    notifications: () => [],
  };
}

function ruleOf(code: DiagnosticCode, page: RulePage | undefined): ReportingDescriptor {
  const level = DIAGNOSTICS[code];
  return {
    id: code,
    ...(page && {
      shortDescription: { text: page.summary },
      fullDescription: { text: page.summary },
      help: { text: page.help, markdown: page.help },
    }),
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function* problemResults(
  snapshots: readonly Snapshot[],
  sourceRoot: string,
  codes: readonly DiagnosticCode[],
): Generator<Result> {
  const fingerprints = new Map<string, number>();
  for (const snapshot of snapshots) {
    const locations = new SarifLocations(snapshot, sourceRoot);
    for (const problem of snapshot.problems) {
      const physicalLocation = locations.physical(problem);
      const text = shownMessage(problem.message);
      const key = JSON.stringify([problem.code, physicalLocation.artifactLocation?.uri, text]);
      const before = fingerprints.get(key) ?? 0;
      fingerprints.set(key, before + 1);
      yield {
        ruleId: problem.code,
        ruleIndex: codes.indexOf(problem.code),
        level: LEVELS[problem.severity],
        message: sarifMessage(text),
        locations: [{ physicalLocation }],
        ...(problem.related.length > 0 && {
          relatedLocations: problem.related.map((related, index) =>
            locations.location(related, shownMessage(related.message), index + 1),
          ),
        }),
        // Of what it says and where, but not of the line: it stays the same when lines move.
        partialFingerprints: { 'problem/v1': `${hash('sha256', key, 'hex').slice(0, 16)}:${before + 1}` },
        properties: { model: snapshot.model.name },
      };
    }
  }
}
