import type { Command } from 'commander';
import { ratingWorksheet } from '../../language/ratingWorksheet';
import { worksheetCsv, worksheetXlsx, type Worksheet } from '../../report/worksheetWriters';
import { plural } from '../../text/numbers';
import { oneModel } from '../chooseModels';
import { modelOption } from '../computeOptions';
import { type CommandIo, EXIT, type ExitCode, type Pieces, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { isStandardOutput, writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportErrors } from '../problems';
import { printable } from '../terminal';

const WRITERS = {
  csv: worksheetCsv,
  xlsx: worksheetXlsx,
} as const satisfies Record<string, (sheet: Worksheet) => Pieces>;

const FORMATS = { formats: ['csv', 'xlsx'], standard: 'csv' } as const;

interface RateOptions {
  readonly model?: readonly string[];
  readonly all?: boolean;
  readonly format?: keyof typeof WRITERS;
  readonly output?: string;
}

/** `tmg rate`: a worksheet of the relations that are not rated, or of all. */
export function addRateCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = program
    .command('rate')
    .description('write a worksheet of the relations that are not rated yet')
    .argument('<path...>', 'folders or TMG files')
    .option('--all', 'all relations, with the ratings that they have')
    .addOption(modelOption())
    .option('--output <file>', 'write to a file instead of standard output');
  addFormatOption(command, FORMATS).action(async (paths: string[], options: RateOptions) =>
    end(await rate(io, paths, options)),
  );
}

async function rate(io: CommandIo, paths: readonly string[], options: RateOptions): Promise<ExitCode> {
  const format = outputFormat(io, options, FORMATS);
  if (format === 'xlsx' && isStandardOutput(options.output) && io.terminal) {
    throw new UsageError('XLSX is nothing for a terminal; name a file with --output, or use a pipe.');
  }
  const models = await loadModels(io, paths, options.model);
  const snapshot = oneModel(io, models, 'A worksheet is that of one model');
  const failed = reportErrors(io, snapshot);
  const sheet = ratingWorksheet(snapshot, { all: options.all === true });
  for (const { component, interface: name } of sheet.leftOut) {
    io.writeError(
      `tmg: "${printable(component)}" through "${printable(name)}" is left out: a table cannot hold blanks around names.\n`,
    );
  }
  // As CSV, what is not rated yet is meant to be dropped into the model's folder; an empty sheet has nothing to say there.
  const isNewPart = format === 'csv' && options.all !== true && sheet.rows.length > 0;
  await writeResult(io, options.output, WRITERS[format](sheet), isNewPart ? snapshot : undefined);
  const what = options.all === true ? '' : ' without a rating for some type';
  io.writeError(`${printable(snapshot.model.name)}: ${plural(sheet.rows.length, 'relation')}${what}\n`);
  return failed ? EXIT.failed : EXIT.done;
}
