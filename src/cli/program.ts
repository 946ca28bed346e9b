import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addAdviseCommand } from './commands/advise';
import { addChainsCommand } from './commands/chains';
import { addCheckCommand } from './commands/check';
import { addGraphCommand } from './commands/graph';
import { addImportCommand } from './commands/import';
import { addInitCommand } from './commands/init';
import { addRateCommand } from './commands/rate';
import { addReportCommand } from './commands/report';
import { addTableCommand } from './commands/table';
import { addWhyCommand } from './commands/why';
import { addHelpExamples } from './helpExamples';
import { warnOfRepeatedOptions } from './idleOptions';
import { type CommandIo, EXIT, type ExitCode, UsageError } from './io';
import { unreadLines } from './problems';
import { printableLines, shortened, terminalText } from './terminal';

/** Longest message on wrong usage, which names what there is instead. */
const LONGEST_MESSAGE = 4000;

/**
 * Runs `tmg`.
 * @param args arguments without the program's own name
 * @returns 0 done, 1 the model has errors, a part of it could not be read, or a gate failed, 2 wrong usage or I/O
 */
export async function runCli(args: readonly string[], outside: CommandIo): Promise<ExitCode> {
  const io: CommandIo = {
    ...outside,
    writeOut: (piece) =>
      outside.writeOut(
        outside.terminal && typeof piece === 'string' ? terminalText(piece, outside.colour) : piece,
      ),
    writeError: (text) => outside.writeError(terminalText(text, outside.colour)),
  };
  // Help comes in pieces; the first one that cannot be written tells how it ends.
  let help: Promise<void> = Promise.resolve();
  let code: ExitCode = EXIT.done;
  const end = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command('tmg')
    .description('Threat Modeling Graphs: check them, and compute every attack chain')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help = help.then(() => io.writeOut(text));
        // Awaited where the command ends, not here.
        help.catch(() => undefined);
      },
      writeErr: (text) => io.writeError(printableLines(text)),
      getOutHasColors: () => io.colour,
      getErrHasColors: () => false,
    });
  for (const add of [
    addInitCommand,
    addCheckCommand,
    addChainsCommand,
    addTableCommand,
    addWhyCommand,
    addAdviseCommand,
    addGraphCommand,
    addReportCommand,
    addRateCommand,
    addImportCommand,
  ]) {
    add(program, io, end);
  }
  addHelpExamples(program);
  warnOfRepeatedOptions(program, io);
  try {
    await program.parseAsync(args, { from: 'user' });
    tellUnread(io);
    return code === EXIT.done && io.reading.allUnread.length > 0 ? EXIT.failed : code;
  } catch (error) {
    tellUnread(io);
    return await exitCodeFor(error, io, help);
  }
}

/** Tells what could not be read where the command has not done so itself. */
function tellUnread(io: CommandIo): void {
  for (const line of unreadLines(io, io.reading.takeUntold())) {
    io.writeError(line);
  }
}

async function exitCodeFor(error: unknown, io: CommandIo, help?: Promise<void>): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    try {
      await help;
    } catch (fault) {
      return exitCodeFor(fault, io);
    }
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  if (error instanceof UsageError) {
    io.writeError(printableLines(`tmg: ${shortened(error.message, LONGEST_MESSAGE)}\n`));
    return EXIT.usage;
  }
  throw error;
}
