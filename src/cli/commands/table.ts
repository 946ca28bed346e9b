import type { Command } from 'commander';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { csvTable, jsonTable, markdownTable } from '../../report/tableWriters';
import { xlsxTable } from '../../report/xlsxTable';
import { oneModel } from '../chooseModels';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress, withRowProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode, type Pieces, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { explainNoChains } from '../noChains';
import { isStandardOutput, writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportComputed, reportErrors } from '../problems';
import { reportPieces } from '../reportPieces';
import { type SentencesOptions, sentencesOption } from '../sentencesOption';

type Progress = (rows: number) => void;

const WRITERS = {
  csv: ({ set, sentences, progress }) => counted(csvTable(set, { sentences }), progress),
  xlsx: ({ set, sentences, progress }) => xlsxTable(set, { sentences, progress }),
  json: ({ set, sentences, progress }) => counted(jsonTable(set, { sentences }), progress),
  md: ({ set, sentences, progress }) => counted(markdownTable(set, { sentences }), progress),
  html: ({ report }) => report(),
} as const satisfies Record<string, (writing: Writing) => Pieces>;

const FORMATS = { formats: ['csv', 'xlsx', 'json', 'md', 'html'], standard: 'csv' } as const;

interface Writing extends SentencesOptions {
  readonly set: ChainSet;
  readonly progress: Progress;
  readonly report: () => Pieces;
}

interface TableOptions extends ComputeOptions, SentencesOptions {
  readonly format?: keyof typeof WRITERS;
}

/** `tmg table`: the threat table of one model. */
export function addTableCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = addComputeOptions(
    program
      .command('table')
      .description('write the threat table')
      .argument('<path...>', 'folders or TMG files'),
  ).addOption(sentencesOption());
  addFormatOption(command, FORMATS).action(async (paths: string[], options: TableOptions) =>
    end(await table(io, paths, options)),
  );
}

async function table(io: CommandIo, paths: readonly string[], options: TableOptions): Promise<ExitCode> {
  const format = outputFormat(io, options, FORMATS);
  if (format === 'xlsx' && isStandardOutput(options.output) && io.terminal) {
    throw new UsageError('XLSX is nothing for a terminal; name a file with --output, or use a pipe.');
  }
  const models = await loadModels(io, paths, options.model);
  const snapshot = oneModel(io, models, 'A table is that of one model');
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  const set = withProgress(io, snapshot.model.name, (control) =>
    computeChains(snapshot.model, chainOptions, control),
  );
  const failedComputed = reportComputed(io, snapshot, set);
  explainNoChains(io, set, snapshot.model.name);
  const { name } = snapshot.model;
  // Where the table itself goes to the terminal, it is its own progress.
  const quiet = isStandardOutput(options.output) && io.terminal;
  await withRowProgress(quiet ? { ...io, progress: false } : io, name, set.size, (progress) =>
    writeResult(
      io,
      options.output,
      WRITERS[format]({
        set,
        progress,
        sentences: options.sentences,
        report: () => reportPieces(io, snapshot, set, options),
      }),
    ),
  );
  return failed || failedComputed ? EXIT.failed : EXIT.done;
}

/** Tells how many pieces have been taken: about one per row. */
function* counted(pieces: Iterable<string>, progress: Progress): Generator<string> {
  let rows = 0;
  for (const piece of pieces) {
    yield piece;
    progress(rows++);
  }
}
