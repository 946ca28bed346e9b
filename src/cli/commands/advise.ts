import type { Command } from 'commander';
import { adviseLength, type LengthAdvice } from '../../chains/advise';
import type { AdviceJson, AdviceOfModelsJson } from '../adviceJson';
import { modelLabels } from '../chooseModels';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { warnOfIdleOptions } from '../idleOptions';
import { type CommandIo, EXIT, type ExitCode } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportErrors } from '../problems';
import { lengthSentences } from '../../threats/lengthSentences';
import { count, shortProbability } from '../../text/numbers';
import { columns, printable, styled } from '../terminal';

const FORMATS = { formats: ['text', 'json'], standard: 'text' } as const;

interface AdviseOptions extends ComputeOptions {
  readonly format?: (typeof FORMATS.formats)[number];
}

/** `tmg advise`: chains and P per length, and the maximum length they advise. */
export function addAdviseCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = addComputeOptions(
    program
      .command('advise')
      .description('count chains per length and advise a maximum length')
      .argument('<path...>', 'folders or TMG files'),
  );
  addFormatOption(command, FORMATS).action(async (paths: string[], options: AdviseOptions) =>
    end(await advise(io, paths, options)),
  );
}

async function advise(io: CommandIo, paths: readonly string[], options: AdviseOptions): Promise<ExitCode> {
  const format = outputFormat(io, options, FORMATS);
  const snapshots = await loadModels(io, paths, options.model);
  warnOfIdleOptions(io, 'advise', options);
  const labelOf = modelLabels(io, snapshots);
  let failed = false;
  const results = snapshots.map((snapshot) => {
    failed = reportErrors(io, snapshot) || failed;
    const chainOptions = chainOptionsFor(snapshot.model, options);
    const { model } = snapshot;
    const label = labelOf(snapshot);
    return {
      model,
      label,
      advice: withProgress(io, label, (control) => adviseLength(model, chainOptions, control)),
    };
  });
  if (format === 'json') {
    const models = results.map(({ model, advice }): AdviceJson => ({ model: model.name, ...advice }));
    const [only, ...others] = models;
    const value: AdviceJson | AdviceOfModelsJson = only && others.length === 0 ? only : { models };
    await writeResult(io, options.output, [`${JSON.stringify(value, undefined, 2)}\n`]);
  } else {
    await writeResult(
      io,
      options.output,
      results.flatMap(({ label, advice }) => [...adviceLines(io, label, advice)]),
    );
  }
  return failed ? EXIT.failed : EXIT.done;
}

function* adviceLines(io: CommandIo, label: string, advice: LengthAdvice): Generator<string> {
  yield `${styled(io, 'bold', printable(label))}: chains per length${advice.complete ? '' : ' (at least: counting ended early)'}\n`;
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
