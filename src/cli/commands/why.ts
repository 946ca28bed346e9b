import type { Command } from 'commander';
import { computeChains } from '../../chains/computeChains';
import type { ChainOptions } from '../../chains/options';
import { explainWhyByType, type TypedExplanation } from '../../chains/whyByType';
import { ChainJsonWriter } from '../../report/chainJson';
import { obstaclePlace } from '../../threats/obstaclePlace';
import type { Snapshot } from '../../workspace/snapshot';
import { SourceLocator } from '../../workspace/sourceLocator';
import { oneModel } from '../chooseModels';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { withProgress } from '../computing';
import { warnOfIdleOptions } from '../idleOptions';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportErrors } from '../problems';
import type { WhyJson } from '../whyJson';
import { bestChainLines, cutLines } from '../whyText';

const FORMATS = { formats: ['text', 'json'], standard: 'text' } as const;

interface WhyOptions extends ComputeOptions {
  readonly format?: 'text' | 'json';
}

/** `tmg why`: the best chain between two, or why there is none. */
export function addWhyCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = addComputeOptions(
    program
      .command('why')
      .description('explain the best chain from an interface to an asset, or why there is none')
      .argument('<path...>', 'folders or TMG files'),
  );
  addFormatOption(command, FORMATS).action(async (paths: string[], options: WhyOptions) =>
    end(await why(io, paths, options)),
  );
}

async function why(io: CommandIo, paths: readonly string[], options: WhyOptions): Promise<ExitCode> {
  const { from, to } = options;
  if (from === undefined || to === undefined) {
    throw new UsageError('Give both --from INTERFACE and --to ASSET.');
  }
  const format = outputFormat(io, options, FORMATS);
  const models = await loadModels(io, paths, options.model);
  const snapshot = oneModel(io, models, 'An explanation is that of one model');
  warnOfIdleOptions(io, 'why', options);
  const failed = reportErrors(io, snapshot);
  const chainOptions = chainOptionsFor(snapshot.model, options);
  const explanation = withProgress(io, snapshot.model.name, (control) =>
    explainWhyByType(snapshot.model, chainOptions, control),
  );
  const { best, cuts, endedEarly } = explanation;
  const text =
    format === 'json'
      ? [json(snapshot, chainOptions, explanation)]
      : best
        ? bestChainLines(io, snapshot, best)
        : cutLines(io, { snapshot, options: chainOptions, cuts, endedEarly, from, to });
  await writeResult(io, options.output, text);
  return failed ? EXIT.failed : EXIT.done;
}

function json(
  snapshot: Snapshot,
  { stepRule }: ChainOptions,
  { best, cuts, endedEarly }: TypedExplanation,
): string {
  const { model, origins } = snapshot;
  const locator = new SourceLocator(snapshot);
  const set = computeChains({ ...model, components: new Map() });
  const writer = new ChainJsonWriter(set, origins, locator);
  const value: WhyJson = {
    model: model.name,
    best: best ? writer.chain(best) : null,
    ...(endedEarly && { complete: false }),
    cuts: cuts.map(({ cause, types, relations, length }) => ({
      cause,
      ...(types[0] !== undefined && { type: types[0] }),
      types,
      ...(length !== undefined && { length }),
      relations: relations.map((relation) => {
        const place = obstaclePlace(model, origins, relation, { types, stepRule });
        return { ...relation, source: place ? locator.start(place) : null };
      }),
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
