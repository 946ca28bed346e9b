import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { groupChains } from '../../chains/groupChains';
import { GROUPINGS, type Grouping } from '../../chains/groupings';
import { ChainJsonWriter } from '../../report/chainJson';
import type { Snapshot } from '../../workspace/snapshot';
import { SourceLocator } from '../../workspace/sourceLocator';
import { chainSarif } from '../chainSarif';
import { chainLines, groupLines } from '../chainText';
import {
  addComputeOptions,
  type ComputeOptions,
  chainOptionsFor,
  decimal,
  wholeNumber,
} from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { listedPositions, type ListOptions } from '../listedPositions';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportComputed, reportErrors } from '../problems';
import { type SentencesOptions, sentencesOption } from '../sentencesOption';
import { sourceRoot } from '../sourceRoot';

interface ChainsOptions extends ComputeOptions, ListOptions, SentencesOptions {
  readonly format: 'text' | 'json' | 'ndjson' | 'sarif';
  readonly top?: number;
  readonly group?: readonly Grouping[];
  readonly failAt?: number;
}

/** Chains listed as text where `--top` does not say. */
const DEFAULT_TOP = 20;

/** `tmg chains`: the attack chains, best first, or grouped. */
export function addChainsCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  addComputeOptions(
    program
      .command('chains')
      .description('compute all attack chains, best first')
      .argument('<path...>', 'folders or TMG files'),
  )
    .option('--top <n>', 'list only the first n', wholeNumber(0))
    .addOption(
      new Option('--sort <key>', 'what to sort by').choices(['probability', 'risk']).default('probability'),
    )
    .option('--group <keys>', `group by some of ${GROUPINGS.join(',')}`, groupings)
    .option('--at-least <p>', 'list only chains with this P or more', decimal)
    .option('--fail-at <p>', 'exit with 1 if a chain has this P or more', decimal)
    .addOption(
      new Option('--format <format>', 'how to write them')
        .choices(['text', 'json', 'ndjson', 'sarif'])
        .default('text'),
    )
    .addOption(sentencesOption())
    .action(async (paths: string[], options: ChainsOptions) => end(await chains(io, paths, options)));
}

async function chains(io: CommandIo, paths: readonly string[], options: ChainsOptions): Promise<ExitCode> {
  if (options.group && (options.format === 'sarif' || options.atLeast !== undefined)) {
    throw new UsageError('--group lists groups; --format sarif and --at-least are for lists of chains.');
  }
  const snapshots = await loadModels(io, paths, options.model);
  const requests = snapshots.map((snapshot) => ({
    snapshot,
    failed: reportErrors(io, snapshot),
    options: chainOptionsFor(snapshot.model, options),
  }));
  let failed = requests.some((request) => request.failed);
  const computed = function* (): Generator<{ snapshot: Snapshot; set: ChainSet }> {
    for (const { snapshot, options: chainOptions } of requests) {
      const set = withProgress(io, snapshot.model.name, (control) =>
        computeChains(snapshot.model, chainOptions, control),
      );
      failed = reportComputed(io, snapshot, set) || failed;
      failed ||= options.failAt !== undefined && set.size > 0 && set.probability(0) >= options.failAt;
      yield { snapshot, set };
    }
  };
  const pieces =
    options.format === 'sarif'
      ? chainSarif(computed(), await sourceRoot(io, snapshots), {
          ...options,
          atLeast: options.atLeast ?? options.failAt,
        })
      : chainPieces(io, computed(), options, requests.length > 1);
  await writeResult(io, options.output, pieces);
  return failed ? EXIT.failed : EXIT.done;
}

function* chainPieces(
  io: CommandIo,
  computed: Iterable<{ snapshot: Snapshot; set: ChainSet }>,
  options: ChainsOptions,
  several: boolean,
): Generator<string> {
  const list = options.format === 'json' && several;
  let separator = '';
  yield list ? '{"models":[' : '';
  for (const { snapshot, set } of computed) {
    yield separator;
    yield* write(io, snapshot, set, options, several);
    separator = list ? ',' : '';
  }
  yield list ? ']}\n' : options.format === 'json' ? '\n' : '';
}

function* write(
  io: CommandIo,
  snapshot: Snapshot,
  set: ChainSet,
  options: ChainsOptions,
  several: boolean,
): Generator<string> {
  const writer = new ChainJsonWriter(set, snapshot.origins, new SourceLocator(snapshot));
  if (options.group) {
    const groups = groupChains(set, options.group).slice(0, options.top);
    if (options.format === 'text') {
      yield* groupLines(io, set, options.group, groups.slice(0, options.top ?? DEFAULT_TOP));
      return;
    }
    const json = groups.map(({ best, ...group }) => ({ ...group, best: writer.chain(set.chain(best)) }));
    if (options.format === 'ndjson') {
      yield json
        .map((group) => `${JSON.stringify(several ? { model: snapshot.model.name, ...group } : group)}\n`)
        .join('');
    } else {
      yield JSON.stringify(several ? { model: snapshot.model.name, groups: json } : { groups: json });
    }
    return;
  }
  const positions = listedPositions(set, options).slice(
    0,
    options.top ?? (options.format === 'text' ? DEFAULT_TOP : undefined),
  );
  switch (options.format) {
    case 'json':
      yield* writer.document(positions);
      return;
    case 'ndjson':
      for (const position of positions) {
        const chain = writer.chain(set.chain(position));
        yield `${JSON.stringify(several ? { model: snapshot.model.name, ...chain } : chain)}\n`;
      }
      return;
    case 'text':
      yield* chainLines(io, set, positions);
  }
}

function groupings(text: string): Grouping[] {
  return text.split(',').map((part) => {
    const grouping = GROUPINGS.find((candidate) => candidate === part.trim());
    if (!grouping) {
      throw new InvalidArgumentError(`"${part}" is no grouping; give some of ${GROUPINGS.join(',')}.`);
    }
    return grouping;
  });
}
