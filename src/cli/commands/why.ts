import { type Command, Option } from 'commander';
import { type Cut, explainWhy, type Explanation } from '../../chains/why';
import { ChainJsonWriter } from '../../report/chainJson';
import { cutSentence, obstacleText } from '../../report/explanation';
import { computeChains } from '../../chains/computeChains';
import type { Model } from '../../model/model';
import { describeChain } from '../../threats/description';
import type { Snapshot } from '../../workspace/snapshot';
import { SourceLocator } from '../../workspace/sourceLocator';
import { addComputeOptions, type ComputeOptions, chainOptionsFor } from '../computeOptions';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportErrors } from '../problems';
import { shortProbability } from '../../text/numbers';
import { printable } from '../terminal';

interface WhyOptions extends ComputeOptions {
  readonly from: string;
  readonly to: string;
  readonly format: 'text' | 'json';
}

/** `tmg why`: the best chain between two, or why there is none. */
export function addWhyCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('why')
      .description('explain the best chain from an interface to an asset, or why there is none')
      .argument('<path...>', 'folders or TMG files'),
  )
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], options: WhyOptions) => end(await why(io, paths, options)));
}

async function why(io: CommandIo, paths: readonly string[], options: WhyOptions): Promise<ExitCode> {
  if (options.from === undefined || options.to === undefined) {
    throw new UsageError('Give both --from INTERFACE and --to ASSET.');
  }
  const [snapshot, ...others] = await loadModels(io, paths, options.model);
  if (!snapshot || others.length > 0) {
    throw new UsageError('Several models are there; choose one with --model.');
  }
  const failed = reportErrors(io, snapshot);
  const explanation = explainWhy(snapshot.model, chainOptionsFor(snapshot.model, options));
  const text =
    options.format === 'json' ? json(snapshot, explanation) : lines(snapshot.model, explanation, options);
  await writeResult(io, options.output, [text]);
  return failed ? EXIT.failed : EXIT.done;
}

function json(snapshot: Snapshot, { best, cuts }: Explanation): string {
  const set = computeChains({ ...snapshot.model, components: new Map() });
  const writer = new ChainJsonWriter(set, snapshot.origins, new SourceLocator(snapshot));
  const value = {
    best: best ? writer.chain(best) : null,
    cuts: cuts.map(({ cause, type, relations, length }) => ({
      cause,
      ...(type !== undefined && { type }),
      ...(length !== undefined && { length }),
      relations,
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function lines(model: Model, { best, cuts }: Explanation, options: WhyOptions): string {
  if (best) {
    const steps = best.steps.map(
      ({ component, interface: through, rating, ratedType }) =>
        `  ${printable(through)} > ${printable(component.name)}: ${ratedType} ${rating.score}${rating.vector ? ` ${rating.vector.text}` : ''}\n`,
    );
    return `${printable(describeChain(best, model))}\nP ${shortProbability(best.probability)}\n${steps.join('')}`;
  }
  return `No chain leads from ${printable(options.from)} to ${printable(options.to)}.\n${cuts.map(cutText).join('')}`;
}

function cutText(cut: Cut): string {
  const steps = cut.relations.map((relation) => `  ${printable(obstacleText(relation))}\n`);
  return `${cutSentence(cut)}\n${steps.join('')}`;
}
