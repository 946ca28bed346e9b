import type { Model } from '../model/model';
import type { AdvisedLength } from './advisedLength';
import type { ChainSet } from './chainSet';
import { type ChainGraph, compile } from './compile';
import { type ComputeControl, UNCONTROLLED } from './control';
import type { LengthCount } from './counts';
import { type Enumeration, enumerateChains } from './enumerate';
import { enumerationLength } from './enumerationLength';
import { type ChainOptions, chainOptions, maxComponents } from './options';

/** What the choice of a maximum length costs and brings (equations 4 and 5 of the guide's paper). */
export interface LengthAdvice extends AdvisedLength {
  /** Chains per length up to the maximum length, whatever their P. */
  readonly lengths: readonly LengthCount[];
  /** False where a limit or a cancel came before the last chain of `lengths`. */
  readonly complete: boolean;
}

/** P' where none is asked for: the minimum P of the options, or the Medium threshold where that is 0. */
export function advisedProbability(model: Model, options: Pick<ChainOptions, 'minProbability'>): number {
  return options.minProbability || model.settings.thresholds.medium;
}

/**
 * Counts the chains per length and advises a maximum length.
 * @param minProbability P'
 */
export function adviseLength(
  model: Model,
  options: ChainOptions = chainOptions(model.settings),
  control: ComputeControl = UNCONTROLLED,
  minProbability = advisedProbability(model, options),
): LengthAdvice {
  const graph = compile(model, options);
  const counted = enumerateChains(graph, { ...options, minProbability: 0 }, 'count', control);
  return {
    ...adviseFor(graph, options, minProbability, counted, control),
    lengths: counted.counts.byLength,
    complete: counted.outcome === 'complete',
  };
}

/** The advice for the options of chains that have been computed; counts again only what was not counted then. */
export function adviceOf(set: ChainSet, control: ComputeControl = UNCONTROLLED): LengthAdvice {
  const { model, options, counts, advice } = set;
  if (options.minProbability > 0) {
    return adviseLength(model, options, control);
  }
  return { ...advice, lengths: counts.byLength, complete: !counts.totalIsLowerBound };
}

/**
 * Advises a maximum length. P never grows along a chain, so the cut at P' ends the search without a bound on the length.
 * @param minProbability P'
 * @param counted the chains up to `options.maxLength` with any P up to P'
 */
export function adviseFor(
  graph: ChainGraph,
  options: ChainOptions,
  minProbability: number,
  counted: Pick<Enumeration, 'counts' | 'outcome'>,
  control: ComputeControl,
): AdvisedLength {
  const { maxLength } = options;
  const unbounded = { ...options, minProbability, maxLength: Number.POSITIVE_INFINITY };
  const whole = enumerationLength(graph, unbounded);
  const isWhole = !whole.isCut && enumerationLength(graph, options).depthLimit === whole.depthLimit;
  if (counted.outcome === 'cancelled' || (counted.outcome === 'complete' && isWhole)) {
    const advised = longest(counted.counts.byLength, minProbability);
    return {
      maxLength,
      minProbability,
      advised,
      advisedIsLowerBound: counted.outcome !== 'complete',
      lengthCuts: null,
    };
  }
  // Progress tells of the chains that are asked for.
  const silent = { ...control, progress: () => undefined };
  const { counts, outcome } = enumerateChains(graph, unbounded, 'count', silent);
  const advised = longest(counts.byLength, minProbability);
  const isLowerBound = outcome !== 'complete';
  const longestKept = 2 * maxComponents(maxLength) - 1;
  const chains = counts.byLength.reduce((sum, one) => sum + (one.length > longestKept ? one.chains : 0), 0);
  return {
    maxLength,
    minProbability,
    advised,
    advisedIsLowerBound: isLowerBound,
    lengthCuts:
      chains === 0
        ? null
        : { chains, chainsIsLowerBound: isLowerBound, sufficientLength: isLowerBound ? null : advised },
  };
}

function longest(lengths: readonly LengthCount[], minProbability: number): number {
  return lengths.reduce(
    (most, { length, highest }) => (highest >= minProbability ? Math.max(most, length) : most),
    0,
  );
}
