import { type Command, Option } from 'commander';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { csvTable, jsonTable } from '../../report/tableWriters';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportComputed, reportErrors } from '../problems';

const WRITERS = { csv: csvTable, json: jsonTable } as const satisfies Record<
  string,
  (chains: ChainSet) => Iterable<string>
>;

interface TableOptions extends ComputeOptions {
  readonly format: keyof typeof WRITERS;
}

/** `tmg table`: the threat table of one model. */
export function addTableCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('table')
      .description('write the threat table')
      .argument('<path...>', 'folders or TMG files'),
  )
    .addOption(
      new Option('--format <format>', 'how to write it').choices(Object.keys(WRITERS)).default('csv'),
    )
    .action(async (paths: string[], options: TableOptions) => end(await table(io, paths, options)));
}

async function table(io: CommandIo, paths: readonly string[], options: TableOptions): Promise<ExitCode> {
  const snapshots = await loadModels(io, paths, options.model);
  const [snapshot, ...others] = snapshots;
  if (!snapshot || others.length > 0) {
    const names = snapshots.map(({ model }) => `"${model.name}"`).join(', ');
    throw new UsageError(`A table is that of one model; choose one with --model: ${names}.`);
  }
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  const set = withProgress(io, snapshot.model.name, (control) =>
    computeChains(snapshot.model, chainOptions, control),
  );
  const failedComputed = reportComputed(io, snapshot, set);
  await writeResult(io, options.output, WRITERS[options.format](set));
  return failed || failedComputed ? EXIT.failed : EXIT.done;
}
