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

/**
 * Runs `tmg`.
 * @param args arguments without the program's own name
 * @returns 0 done, 1 the model has errors or a gate failed, 2 wrong usage or I/O
 */
export async function runCli(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const end = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command('tmg')
    .description('Threat Modeling Graphs: check them, and compute every attack chain')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.writeOut(text),
      writeErr: (text) => io.writeError(text),
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
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    if (error instanceof UsageError) {
      io.writeError(`tmg: ${error.message}\n`);
      return EXIT.usage;
    }
    throw error;
  }
}
