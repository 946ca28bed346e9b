import { relative } from 'node:path';
import type { ChainSet } from '../chains/chainSet';
import { checkChains } from '../checks/checkModel';
import type { Problem } from '../checks/problem';
import { shownMessage } from '../text/message';
import { joinPath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import type { CommandIo } from './io';
import { plural } from '../text/numbers';
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

/** One line per problem: `file:line:column: severity code: sentence`, the file as seen from the working directory. */
export function* problemLines(
  io: CommandIo,
  snapshot: Snapshot,
  problems: readonly Problem[],
): Generator<string> {
  const locator = new SourceLocator(snapshot);
  for (const problem of problems) {
    const { file, line, column } = locator.start(problem);
    const path = relative(io.workingDirectory, joinPath(snapshot.root, file)).replaceAll('\\', '/');
    const severity = styled(io, STYLES[problem.severity], problem.severity);
    yield `${printable(path)}:${line}:${column}: ${severity} ${problem.code}: ${printable(shownMessage(problem.message))}\n`;
  }
}

/** Problems of one model as JSON values. */
export function problemsJson(snapshot: Snapshot, problems: readonly Problem[]) {
  const locator = new SourceLocator(snapshot);
  const place = (at: { readonly file: string; readonly range: Problem['range'] }) => {
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
