import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ChainSet } from '../../chains/chainSet';
import { computeChains } from '../../chains/computeChains';
import { GROUPINGS, type Grouping } from '../../chains/groupings';
import type { Snapshot } from '../../workspace/snapshot';
import { chainPieces, type ChainFormat } from '../chainPieces';
import { chainSarif } from '../chainSarif';
import { TERMINAL_ROWS } from '../chainText';
import { modelLabels } from '../chooseModels';
import {
  addComputeOptions,
  type ComputeOptions,
  chainOptionsFor,
  decimal,
  wholeNumber,
} from '../computeOptions';
import { withProgress } from '../computing';
import { warnOfIdleInModel, warnOfIdleOptions } from '../idleOptions';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import type { ListOptions } from '../listedPositions';
import { loadModels } from '../loadModels';
import { explainNoChains } from '../noChains';
import { isStandardOutput, writeResult } from '../output';
import { addFormatOption, outputFormat } from '../outputFormat';
import { reportComputed, reportErrors } from '../problems';
import { warnOfMissingRisks } from '../missingRisks';
import { type SentencesOptions, sentencesOption } from '../sentencesOption';
import { sourceRoot } from '../sourceRoot';
import { printable } from '../terminal';

interface ChainsOptions extends ComputeOptions, SentencesOptions {
  readonly format?: ChainFormat;
  /** Infinite for all. */
  readonly top?: number;
  readonly sort?: ListOptions['sort'];
  readonly group?: readonly Grouping[];
  readonly atLeast?: number;
  readonly failAt?: number;
}

const FORMATS = { formats: ['text', 'json', 'ndjson', 'sarif'], standard: 'text' } as const;

/** `tmg chains`: the attack chains, best first, or grouped. */
export function addChainsCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  const command = addComputeOptions(
    program
      .command('chains')
      .description('compute all attack chains, best first')
      .argument('<path...>', 'folders or TMG files'),
  )
    .option(
      '--top <n>',
      `list only the first n, or all; text on a terminal lists ${TERMINAL_ROWS} without it, SARIF 1000, everything else all`,
      rows,
    )
    .addOption(
      new Option('--sort <key>', 'what to sort by; probability without it').choices(['probability', 'risk']),
    )
    .option('--group <keys>', `group by some of ${GROUPINGS.join(',')}; repeat to add`, groupings)
    .option('--at-least <p>', 'list only chains with this P or more', decimal)
    .option('--fail-at <p>', 'exit with 1 if a chain has this P or more', decimal)
    .addOption(sentencesOption());
  addFormatOption(command, FORMATS).action(async (paths: string[], options: ChainsOptions) =>
    end(await chains(io, paths, options)),
  );
}

async function chains(io: CommandIo, paths: readonly string[], given: ChainsOptions): Promise<ExitCode> {
  const format = outputFormat(io, given, FORMATS);
  if (given.group && (format === 'sarif' || given.atLeast !== undefined)) {
    throw new UsageError('--group lists groups; --format sarif and --at-least are for lists of chains.');
  }
  const list = { ...given, sort: given.sort ?? 'probability' } as const;
  const snapshots = await loadModels(io, paths, given.model);
  warnOfIdleOptions(io, 'chains', given);
  const labelOf = modelLabels(io, snapshots);
  const requests = snapshots.map((snapshot) => ({
    snapshot,
    label: labelOf(snapshot),
    failed: reportErrors(io, snapshot),
    options: chainOptionsFor(snapshot.model, given),
  }));
  let failed = requests.some((request) => request.failed);
  const computed = function* (): Generator<{ snapshot: Snapshot; set: ChainSet; label: string }> {
    for (const { snapshot, label, options } of requests) {
      warnOfIdleInModel(io, snapshot.model, options, given);
      const set = withProgress(io, label, (control) => computeChains(snapshot.model, options, control));
      failed = reportComputed(io, snapshot, set) || failed;
      failed = failsGate(io, set, label, given.failAt) || failed;
      explainNoChains(io, set, label);
      if (list.sort === 'risk' && given.group === undefined) {
        warnOfMissingRisks(io, set, label);
      }
      yield { snapshot, set, label };
    }
  };
  const results = computed();
  const listed = leftOpen(results);
  const pieces =
    format === 'sarif'
      ? chainSarif(io, listed, await sourceRoot(io, snapshots), {
          ...list,
          atLeast: given.atLeast ?? given.failAt,
          unread: io.reading.allUnread,
        })
      : chainPieces(io, listed, {
          ...list,
          format,
          several: requests.length > 1,
          textRows: isStandardOutput(given.output) && io.terminal ? TERMINAL_ROWS : undefined,
        });
  await writeResult(io, given.output, pieces);
  // Whoever reads no further does not open the gate.
  while (results.next().done !== true);
  return failed ? EXIT.failed : EXIT.done;
}

/** Whether a chain has at least the P of the gate, or could have, where the best were not found for certain. */
function failsGate(io: CommandIo, set: ChainSet, label: string, failAt: number | undefined): boolean {
  if (failAt === undefined || (set.size > 0 && set.probability(0) >= failAt)) {
    return failAt !== undefined;
  }
  if (!set.complete) {
    io.writeError(
      `tmg: ${printable(label)}: the search ended early, so that a chain with P of ${failAt} or more may be missing, and --fail-at fails.\n`,
    );
  }
  return !set.complete;
}

/** The same results, which can be asked for more after whoever took some has stopped. */
function leftOpen<T>(results: Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: () => ({ next: () => results.next() }) };
}

function rows(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : wholeNumber(0, { or: ', or all' })(text);
}

function groupings(text: string, before: readonly Grouping[] = []): Grouping[] {
  const named = text.split(',').map((part) => {
    const grouping = GROUPINGS.find((candidate) => candidate === part.trim());
    if (!grouping) {
      throw new InvalidArgumentError(`"${part}" is no grouping; give some of ${GROUPINGS.join(',')}.`);
    }
    return grouping;
  });
  return [...before, ...named];
}
