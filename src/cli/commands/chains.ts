import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { groupChains } from '../../chains/groupChains';
import { GROUPINGS, type Grouping } from '../../chains/groupings';
import { ChainJsonWriter } from '../../report/chainJson';
import type { Snapshot } from '../../workspace/snapshot';
import { SourceLocator } from '../../workspace/sourceLocator';
import { chainLines, groupLines } from '../chainText';
import {
  addComputeOptions,
  type ComputeOptions,
  chainOptionsFor,
  decimal,
  wholeNumber,
} from '../computeOptions';
import { withProgress } from '../computing';
import { type CommandIo, EXIT, type ExitCode } from '../io';
import { loadModels } from '../loadModels';
import { writeResult } from '../output';
import { reportComputed, reportErrors } from '../problems';

interface ChainsOptions extends ComputeOptions {
  readonly format: 'text' | 'json' | 'ndjson';
  readonly top?: number;
  readonly sort: 'probability' | 'risk';
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
    .option('--fail-at <p>', 'exit with 1 if a chain has this P or more', decimal)
    .addOption(
      new Option('--format <format>', 'how to write them')
        .choices(['text', 'json', 'ndjson'])
        .default('text'),
    )
    .action(async (paths: string[], options: ChainsOptions) => end(await chains(io, paths, options)));
}

async function chains(io: CommandIo, paths: readonly string[], options: ChainsOptions): Promise<ExitCode> {
  const snapshots = await loadModels(io, paths, options.model);
  const results = snapshots.map((snapshot) => ({
    snapshot,
    failed: reportErrors(io, snapshot),
    options: chainOptionsFor(snapshot.model, options),
  }));
  let failed = results.some((result) => result.failed);
  const pieces = function* (): Generator<string> {
    const several = options.format === 'json' && results.length > 1;
    yield several ? '{"models":[' : '';
    for (const [index, { snapshot, options: chainOptions }] of results.entries()) {
      const set = withProgress(io, snapshot.model.name, (control) =>
        computeChains(snapshot.model, chainOptions, control),
      );
      failed = reportComputed(io, snapshot, set) || failed;
      failed ||= options.failAt !== undefined && set.size > 0 && set.probability(0) >= options.failAt;
      yield several && index > 0 ? ',' : '';
      yield* write(io, snapshot, set, options, results.length > 1);
    }
    yield several ? ']}\n' : options.format === 'json' ? '\n' : '';
  };
  await writeResult(io, options.output, pieces());
  return failed ? EXIT.failed : EXIT.done;
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
  const positions = sortedPositions(set, options.sort).slice(
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

/** Positions by P, or by risk with chains without one last; equal risks keep the order of P. */
function sortedPositions(set: ChainSet, sort: ChainsOptions['sort']): Int32Array {
  const positions = Int32Array.from({ length: set.size }, (_, position) => position);
  if (sort === 'probability') {
    return positions;
  }
  const risks = Float64Array.from(positions, (position) => set.risk(position) ?? -1);
  return positions.sort((a, b) => (risks[b] as number) - (risks[a] as number) || a - b);
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
