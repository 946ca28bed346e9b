import type { Invocation, Message, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { plainLine } from './markdownText';
import { PROGRAM } from './program';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What relative addresses of files are relative to. */
export const SOURCE_ROOT = '%SRCROOT%';

/** How bad a result or notification is. */
export type SarifLevel = 'error' | 'warning' | 'note';

/**
 * How bad a rule is to readers that sort by `security-severity`, a text from 0.0 to 10.0: the middles of the ranges that
 * GitHub calls high (7.0 to 8.9), medium (4.0 to 6.9) and low (0.1 to 3.9).
 */
export const SECURITY_SEVERITY: Readonly<Record<SarifLevel, string>> = {
  error: '8.0',
  warning: '5.5',
  note: '2.0',
};

/** A run of one kind of analysis. */
export interface SarifRun {
  /** Names the analysis, so that results of different ones are kept apart. */
  readonly analysis: string;
  readonly rules: readonly ReportingDescriptor[];
  readonly results: Iterable<Result>;
  /** Whether all that was to be analysed could be read; true without a word. */
  readonly isWhole?: boolean;
  /** What was left out and why; asked for after the results. */
  readonly notifications: () => readonly Notification[];
}

/** A SARIF 2.1.0 log with one run, piece by piece. Says nothing of the machine: the same input gives the same bytes. */
export function* sarifLog({
  analysis,
  rules,
  results,
  isWhole = true,
  notifications,
}: SarifRun): Generator<string> {
  const run: Omit<Run, 'results' | 'invocations'> = {
    tool: {
      driver: {
        name: PROGRAM.name,
        version: PROGRAM.version,
        semanticVersion: PROGRAM.version,
        rules: [...rules],
      },
    },
    automationDetails: { id: `tmg/${analysis}/` },
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: 'The root of the repository, or else the working directory.' } },
    },
    columnKind: 'utf16CodeUnits',
  };
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
  let separator = '\n';
  for (const result of results) {
    yield separator + JSON.stringify(result);
    separator = ',\n';
  }
  const told = notifications();
  const invocation: Invocation = {
    executionSuccessful: isWhole,
    ...(told.length > 0 && { toolExecutionNotifications: [...told] }),
  };
  yield `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
}

/** A sentence with texts of files in it, which can be neither a link nor a placeholder. */
export function sarifText(text: string): string {
  return plainLine(text)
    .replaceAll('](', '] (')
    .replace(/[{}]/g, (brace) => brace + brace);
}

/** A message that says such a sentence. */
export function sarifMessage(text: string): Message {
  return { text: sarifText(text) };
}
