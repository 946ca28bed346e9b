import { relative } from 'node:path';
import type { ChainSet } from '../chains/chainSet';
import { checkChains } from '../checks/checkModel';
import type { Problem } from '../checks/problem';
import { groupBy } from '../model/origins';
import { shownMessage } from '../text/message';
import { joinPath } from '../workspace/paths';
import type { UnreadPath } from '../workspace/unread';
import type { Snapshot } from '../workspace/snapshot';
import { type SourceLocation, SourceLocator } from '../workspace/sourceLocator';
import type { ProblemJson, StretchJson } from './checkJson';
import type { CommandIo } from './io';
import { count, plural } from '../text/numbers';
import { printable, type Style, styled } from './terminal';

const STYLES: Readonly<Record<Problem['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
};

/** Number of problems per level. */
export function countProblems(problems: readonly Problem[]): Record<Problem['severity'], number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of problems) {
    counts[severity]++;
  }
  return counts;
}

/** `3 errors, 1 warning`; empty where there are none. */
export function problemSummary(problems: readonly Problem[]): string {
  const counts = countProblems(problems);
  const parts = [
    counts.error > 0 ? plural(counts.error, 'error') : '',
    counts.warning > 0 ? plural(counts.warning, 'warning') : '',
    counts.information > 0 ? `${counts.information} information` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Most lines for one code in one file: what is beyond them is counted. */
const MOST_LINES = 100;

/** `file:line:column`, the file as seen from the working directory. */
export function shownPlace(
  io: Pick<CommandIo, 'workingDirectory'>,
  snapshot: Pick<Snapshot, 'root'>,
  { file, line, column }: SourceLocation,
): string {
  return `${shownFile(io, snapshot, file)}:${line}:${column}`;
}

function shownFile(
  io: Pick<CommandIo, 'workingDirectory'>,
  { root }: Pick<Snapshot, 'root'>,
  file: string,
): string {
  return shownPath(io, joinPath(root, file));
}

/**
 * One line per problem: `file:line:column: severity code: sentence`, the file as seen from the working directory. Of
 * one code in one file there are at most a hundred, and then a line with the number of the others.
 */
export function* problemLines(
  io: CommandIo,
  snapshot: Snapshot,
  problems: readonly Problem[],
): Generator<string> {
  const locator = new SourceLocator(snapshot);
  for (const [file, own] of groupBy(problems, (problem) => problem.file)) {
    const counts = new Map<Problem['code'], number>();
    for (const problem of own) {
      const before = counts.get(problem.code) ?? 0;
      counts.set(problem.code, before + 1);
      if (before < MOST_LINES) {
        const severity = styled(io, STYLES[problem.severity], problem.severity);
        yield `${shownPlace(io, snapshot, locator.start(problem))}: ${severity} ${problem.code}: ${printable(shownMessage(problem.message))}\n`;
      }
    }
    for (const [code, found] of counts) {
      if (found > MOST_LINES) {
        yield `... and ${count(found - MOST_LINES)} more \`${code}\` in ${shownFile(io, snapshot, file)}; tmg check --format json lists all.\n`;
      }
    }
  }
}

/** A line for each path that could not be read: `path: error: sentence`, the path as seen from the working directory. */
export function* unreadLines(io: CommandIo, unread: readonly UnreadPath[]): Generator<string> {
  for (const { path, reason } of unread) {
    yield `${shownPath(io, path)}: ${styled(io, STYLES.error, 'error')}: ${printable(reason)}\n`;
  }
}

/** A path as seen from the working directory, printable. */
export function shownPath(io: Pick<CommandIo, 'workingDirectory'>, path: string): string {
  return printable(relativeTo(io, path));
}

/** A path relative to the working directory, with `/`. */
export function relativeTo(io: Pick<CommandIo, 'workingDirectory'>, path: string): string {
  return relative(io.workingDirectory, path).replaceAll('\\', '/') || '.';
}

/** Problems of one model as JSON values. */
export function problemsJson(snapshot: Snapshot, problems: readonly Problem[]): ProblemJson[] {
  const locator = new SourceLocator(snapshot);
  const place = (at: { readonly file: string; readonly range: Problem['range'] }): StretchJson => {
    const end = locator.end(at);
    return { ...locator.start(at), endLine: end.line, endColumn: end.column };
  };
  return problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    message: shownMessage(problem.message),
    ...place(problem),
    related: problem.related.map((related) => ({
      message: shownMessage(related.message),
      ...place(related),
    })),
  }));
}

/** Tells on standard error that a model has errors, and what they are; whether it has. */
export function reportErrors(io: CommandIo, snapshot: Snapshot): boolean {
  const errors = snapshot.problems.filter(({ severity }) => severity === 'error');
  for (const line of problemLines(io, snapshot, errors)) {
    io.writeError(line);
  }
  return errors.length > 0;
}

/** Tells on standard error what only the computation shows, warnings and worse; whether there are errors. */
export function reportComputed(io: CommandIo, snapshot: Snapshot, chains: ChainSet): boolean {
  const { model, origins } = snapshot;
  const problems = checkChains({ model, origins, chains }).filter(
    ({ severity }) => severity !== 'information',
  );
  for (const line of problemLines(io, snapshot, problems)) {
    io.writeError(line);
  }
  return problems.some(({ severity }) => severity === 'error');
}
