import { hash } from 'node:crypto';
import type { ReportingDescriptor, Result } from 'sarif';
import type { Problem } from '../checks/problem';
import { DIAGNOSTICS, type DiagnosticCode } from '../formats/diagnosticCodes';
import { shownMessage } from '../text/message';
import type { Snapshot } from '../workspace/snapshot';
import type { UnreadPath } from '../workspace/unread';
import { SarifLocations } from './sarifLocations';
import { unreadNotifications } from './unreadSarif';
import { type CompressedSize, cutSentence, type Weighed, WorstResults } from './sarifLimit';
import { SECURITY_SEVERITY, type SarifLevel, type SarifRun, sarifMessage } from './sarifLog';

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

const WEIGHTS: Readonly<Record<Problem['severity'], number>> = { error: 2, warning: 1, information: 0 };

/**
 * The diagnostics of some models as results, errors first; as many as readers of SARIF take.
 * @param sourceRoot absolute path of the folder that addresses are relative to
 * @param unread what could not be read, and is in none of the models
 */
export function problemRun(
  snapshots: readonly Snapshot[],
  sourceRoot: string,
  pages: ReadonlyMap<DiagnosticCode, RulePage>,
  sizeOf: CompressedSize,
  unread: readonly UnreadPath[] = [],
): SarifRun & { /** What is left out, if anything. */ readonly cut: string | undefined } {
  const found = new Set(snapshots.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const codes = [...found].sort();
  const worst = new WorstResults(sizeOf);
  for (const weighed of problemResults(snapshots, sourceRoot, codes)) {
    worst.add(weighed);
  }
  const { results, leftOut } = worst.results();
  const cut = leftOut > 0 ? cutSentence(results.length, leftOut, 'problem') : undefined;
  return {
    analysis: 'check',
    rules: codes.map((code) => ruleOf(code, pages.get(code))),
    results,
    isWhole: unread.length === 0,
    notifications: () => [
      ...unreadNotifications(unread, sourceRoot),
      ...(cut === undefined ? [] : [{ level: 'warning' as const, message: sarifMessage(cut) }]),
    ],
    cut,
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
    // No tag "security": a diagnostic is about the model, not a weakness of the system.
    properties: { 'security-severity': SECURITY_SEVERITY[LEVELS[level]] },
  };
}

function* problemResults(
  snapshots: readonly Snapshot[],
  sourceRoot: string,
  codes: readonly DiagnosticCode[],
): Generator<Weighed> {
  const fingerprints = new Map<string, number>();
  for (const snapshot of snapshots) {
    const locations = new SarifLocations(snapshot, sourceRoot);
    for (const problem of snapshot.problems) {
      const physicalLocation = locations.physical(problem);
      const text = shownMessage(problem.message);
      const key = JSON.stringify([problem.code, physicalLocation.artifactLocation?.uri, text]);
      const before = fingerprints.get(key) ?? 0;
      fingerprints.set(key, before + 1);
      const result: Result = {
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
      yield [WEIGHTS[problem.severity], result];
    }
  }
}
