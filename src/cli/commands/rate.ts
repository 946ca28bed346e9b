import { type Command, Option } from 'commander';
import { ratingWorksheet } from '../../language/ratingWorksheet';
import { worksheetCsv, worksheetXlsx, type Worksheet } from '../../report/worksheetWriters';
import { plural } from '../../text/numbers';
import { type CommandIo, EXIT, type ExitCode, type Pieces, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { isStandardOutput, writeResult } from '../output';
import { reportErrors } from '../problems';
import { printable } from '../terminal';

const WRITERS = {
  csv: worksheetCsv,
  xlsx: worksheetXlsx,
} as const satisfies Record<string, (sheet: Worksheet) => Pieces>;

interface RateOptions {
  readonly model?: string;
  readonly all?: boolean;
  readonly format: keyof typeof WRITERS;
  readonly output?: string;
}

/** `tmg rate`: a worksheet of the relations that are not rated, or of all. */
export function addRateCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  program
    .command('rate')
    .description('write a worksheet of the relations that are not rated yet')
    .argument('<path...>', 'folders or TMG files')
    .option('--all', 'all relations, with the ratings that they have')
    .option('--model <name>', 'only the model of this name')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(Object.keys(WRITERS)).default('csv'),
    )
    .option('--output <file>', 'write to a file instead of standard output')
    .action(async (paths: string[], options: RateOptions) => end(await rate(io, paths, options)));
}

async function rate(io: CommandIo, paths: readonly string[], options: RateOptions): Promise<ExitCode> {
  if (options.format === 'xlsx' && isStandardOutput(options.output) && io.terminal) {
    throw new UsageError('XLSX is nothing for a terminal; name a file with --output, or use a pipe.');
  }
  const [snapshot, ...others] = await loadModels(io, paths, options.model);
  if (!snapshot || others.length > 0) {
    const names = [snapshot, ...others].flatMap((one) => (one ? [`"${one.model.name}"`] : [])).join(', ');
    throw new UsageError(`A worksheet is that of one model; choose one with --model: ${names}.`);
  }
  const failed = reportErrors(io, snapshot);
  const sheet = ratingWorksheet(snapshot, { all: options.all === true });
  for (const { component, interface: name } of sheet.leftOut) {
    io.writeError(
      `tmg: "${printable(component)}" through "${printable(name)}" is left out: a table cannot hold blanks around names.\n`,
    );
  }
  // As CSV, what is not rated yet is meant to be dropped into the model's folder; an empty sheet has nothing to say there.
  const isNewPart = options.format === 'csv' && options.all !== true && sheet.rows.length > 0;
  await writeResult(io, options.output, WRITERS[options.format](sheet), isNewPart ? snapshot : undefined);
  const what = options.all === true ? '' : ' without a rating for some type';
  io.writeError(`${printable(snapshot.model.name)}: ${plural(sheet.rows.length, 'relation')}${what}\n`);
  return failed ? EXIT.failed : EXIT.done;
}
