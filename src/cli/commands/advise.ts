import { type Command, Option } from 'commander';
import { adviseLength, type LengthAdvice } from '../../chains/advise';
import type { Model } from '../../model/model';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportErrors } from '../problems';
import { lengthSentences } from '../../threats/lengthSentences';
import { count, shortProbability } from '../../text/numbers';
import { columns, printable, styled } from '../terminal';

interface AdviseOptions extends ComputeOptions {
  readonly format: 'text' | 'json';
}

/** `tmg advise`: chains and P per length, and the maximum length they advise. */
export function addAdviseCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('advise')
      .description('count chains per length and advise a maximum length')
      .argument('<path...>', 'folders or TMG files'),
  )
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], options: AdviseOptions) => end(await advise(io, paths, options)));
}

async function advise(io: CommandIo, paths: readonly string[], options: AdviseOptions): Promise<ExitCode> {
  const snapshots = await loadModels(io, paths, options.model);
  let failed = false;
  const results = snapshots.map((snapshot) => {
    failed = reportErrors(io, snapshot) || failed;
    const chainOptions = chainOptionsFor(snapshot.model, options);
    const { model } = snapshot;
    return {
      model,
      advice: withProgress(io, model.name, (control) => adviseLength(model, chainOptions, control)),
    };
  });
  if (options.format === 'json') {
    const models = results.map(({ model, advice }) => ({ model: model.name, ...advice }));
    const single = results.length === 1 ? results[0]?.advice : undefined;
    await writeResult(io, options.output, [`${JSON.stringify(single ?? { models }, undefined, 2)}\n`]);
  } else {
    await writeResult(
      io,
      options.output,
      results.flatMap(({ model, advice }) => [...adviceLines(io, model, advice)]),
    );
  }
  return failed ? EXIT.failed : EXIT.done;
}

function* adviceLines(io: CommandIo, model: Model, advice: LengthAdvice): Generator<string> {
  yield `${styled(io, 'bold', printable(model.name))}: chains per length${advice.complete ? '' : ' (at least: counting ended early)'}\n`;
  const rows = advice.lengths.map(({ length, chains, lowest, highest }) => [
    String(length),
    count(chains),
    shortProbability(lowest),
    shortProbability(highest),
  ]);
  const lines = columns([['Length', 'Chains', 'Lowest P', 'Highest P'], ...rows], new Set([0, 1, 2, 3]));
  yield `${lines.join('\n')}\n`;
  yield `${lengthSentences(advice).join('\n')}\n`;
}
