import { type Command, InvalidArgumentError } from 'commander';
import { computeChains } from '../../chains/computeChains';
import { oneModel } from '../chooseModels';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { explainNoChains } from '../noChains';
import { isStandardOutput, writeResult } from '../output';
import { outputFormat } from '../outputFormat';
import { reportComputed, reportErrors } from '../problems';
import { reportPieces } from '../reportPieces';
import { type SentencesOptions, sentencesOption } from '../sentencesOption';

const FORMATS = { formats: ['html'], standard: 'html' } as const;

interface ReportOptions extends ComputeOptions, SentencesOptions {
  readonly date?: string;
}

/** `tmg report`: one model and its chains as an HTML file that needs nothing else. */
export function addReportCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('report')
      .description('write a report for people: one HTML file that needs nothing else')
      .argument('<path...>', 'folders or TMG files'),
  )
    .option('--date <date>', 'day that the report bears, as 2026-01-31; today without it', day)
    .addOption(sentencesOption())
    .action(async (paths: string[], options: ReportOptions) => end(await report(io, paths, options)));
}

async function report(io: CommandIo, paths: readonly string[], options: ReportOptions): Promise<ExitCode> {
  if (isStandardOutput(options.output) && io.terminal) {
    throw new UsageError('A report is nothing for a terminal; name a file with --output, or use a pipe.');
  }
  outputFormat(io, { output: options.output }, FORMATS);
  const models = await loadModels(io, paths, options.model);
  const snapshot = oneModel(io, models, 'A report is that of one model');
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  const set = withProgress(io, snapshot.model.name, (control) =>
    computeChains(snapshot.model, chainOptions, control),
  );
  const failedComputed = reportComputed(io, snapshot, set);
  explainNoChains(io, set, snapshot.model.name);
  await writeResult(io, options.output, reportPieces(io, snapshot, set, options));
  return failed || failedComputed ? EXIT.failed : EXIT.done;
}

function day(text: string): string {
  const time = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text) || text.length !== 10) {
    throw new InvalidArgumentError('Give a day as 2026-01-31.');
  }
  return text;
}
