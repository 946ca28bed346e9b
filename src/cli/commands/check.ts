import { type Command, Option } from 'commander';
import type { Problem } from '../../checks/problem';
import { problemRun } from '../../report/problemSarif';
import { sarifLog } from '../../report/sarifLog';
import type { CheckJson } from '../checkJson';
import { modelLabels } from '../chooseModels';
import { compressedSize } from '../compressedSize';
import { modelOption } from '../computeOptions';
import { type CommandIo, EXIT, type ExitCode } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { countProblems, problemLines, problemSummary, problemsJson, unreadLines } from '../problems';
import { lookAlikeLines, readingJson, readSummary, whatWasRead } from '../readSummary';
import { rulePages } from '../rulePages';
import { sourceRoot } from '../sourceRoot';
import { plural } from '../../text/numbers';
import { printable } from '../terminal';

const FORMATS = { formats: ['text', 'json', 'sarif'], standard: 'text' } as const;

interface CheckOptions {
  readonly model?: readonly string[];
  readonly format?: (typeof FORMATS.formats)[number];
  readonly failOn: Problem['severity'];
  readonly output?: string;
}

/** `tmg check`: all diagnostics of the models. */
export function addCheckCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('show all diagnostics')
    .argument('<path...>', 'folders or TMG files')
    .addOption(modelOption())
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 from this level on')
        .choices(['error', 'warning', 'information'])
        .default('error'),
    )
    .option('--output <file>', 'write to a file instead of standard output');
  addFormatOption(command, FORMATS).action(async (paths: string[], options: CheckOptions) =>
    end(await check(io, paths, options)),
  );
}

async function check(io: CommandIo, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const format = outputFormat(io, options, FORMATS);
  const snapshots = await loadModels(io, paths, options.model);
  if (format === 'json') {
    const models = snapshots.map((snapshot) => ({
      model: snapshot.model.name,
      problems: problemsJson(snapshot, snapshot.problems),
      read: whatWasRead(snapshot),
    }));
    const value: CheckJson = { models, ...readingJson(io) };
    await writeResult(io, options.output, [`${JSON.stringify(value, undefined, 2)}\n`]);
  } else if (format === 'sarif') {
    const pages = await rulePages(snapshots.flatMap(({ problems }) => problems.map(({ code }) => code)));
    const run = problemRun(
      snapshots,
      await sourceRoot(io, snapshots),
      pages,
      compressedSize,
      io.reading.allUnread,
    );
    await writeResult(io, options.output, sarifLog(run));
    if (run.cut !== undefined) {
      io.writeError(`tmg: ${run.cut}\n`);
    }
  } else {
    const unread = io.reading.takeUntold();
    const lines = function* (): Generator<string> {
      yield* unreadLines(io, unread);
      for (const snapshot of snapshots) {
        yield* problemLines(io, snapshot, snapshot.problems);
      }
    };
    await writeResult(io, options.output, lines());
    for (const line of lookAlikeLines(io)) {
      io.writeError(line);
    }
    const labelOf = modelLabels(io, snapshots);
    for (const snapshot of snapshots) {
      const summary =
        problemSummary(snapshot.problems) ||
        (unread.length > 0 ? 'no problems in what was read' : 'no problems');
      io.writeError(`${printable(labelOf(snapshot))}: ${summary}; ${readSummary(snapshot)}\n`);
    }
    if (unread.length > 0) {
      io.writeError(
        `tmg: ${plural(unread.length, 'path')} could not be read and ${unread.length === 1 ? 'is' : 'are'} in none of these figures.\n`,
      );
    }
  }
  const failing = snapshots.some(({ problems }) => fails(problems, options.failOn));
  return failing ? EXIT.failed : EXIT.done;
}

function fails(problems: readonly Problem[], level: Problem['severity']): boolean {
  const counts = countProblems(problems);
  return (
    counts.error > 0 ||
    (level !== 'error' && counts.warning > 0) ||
    (level === 'information' && counts.information > 0)
  );
}
