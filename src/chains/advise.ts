import type { Model } from '../model/model';
import { compile } from './compile';
import { type ComputeControl, UNCONTROLLED } from './control';
import type { LengthCount } from './counts';
import { enumerateChains } from './enumerate';
import { type ChainOptions, chainOptions } from './options';

/** What the choice of a maximum length costs and brings (equations 4 and 5 of the guide's paper). */
export interface LengthAdvice {
  /** Chains per length, whatever their P. */
  readonly lengths: readonly LengthCount[];
  /** M': length of the longest chain with P >= `minProbability`; 0 if there is none. */
  readonly advised: number;
  /** False where `countLimit` or a cancel came before the last chain. */
  readonly complete: boolean;
}

/** Counts the chains per length and advises a maximum length for the P' in `options.minProbability`. */
export function adviseLength(
  model: Model,
  options: ChainOptions = chainOptions(model.settings),
  control: ComputeControl = UNCONTROLLED,
): LengthAdvice {
  const graph = compile(model, options);
  const all = enumerateChains(graph, { ...options, minProbability: 0 }, 'count', control);
  const lengths = all.counts.byLength;
  if ((all.outcome === 'complete' || all.outcome === 'cancelled') || options.minProbability === 0) {
    const advised = longest(lengths, options.minProbability);
    return { lengths, advised, complete: all.outcome === 'complete' };
  }
  const probable = enumerateChains(graph, options, 'count', control);
  return { lengths, advised: longest(probable.counts.byLength, options.minProbability), complete: false };
}

function longest(lengths: readonly LengthCount[], minProbability: number): number {
  return Math.max(
    0,
    ...lengths.filter(({ highest }) => highest >= minProbability).map(({ length }) => length),
  );
}
