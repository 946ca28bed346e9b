import type { Model } from '../model/model';
import { advisedProbability, adviseFor } from './advise';
import { bestChains } from './bestFirst';
import { ChainSet } from './chainSet';
import { compile } from './compile';
import { type ComputeControl, UNCONTROLLED } from './control';
import { enumerateChains } from './enumerate';
import { type ChainOptions, chainOptions } from './options';

/** How many chains are found exactly where there are too many to enumerate. */
export const BEST_FIRST_CHAINS = 10_000;

/**
 * All attack chains of a model, best first. Up to `countLimit` they are enumerated and counted exactly; beyond, the
 * total is a lower bound and the best are searched for without enumerating the rest.
 */
export function computeChains(
  model: Model,
  options: ChainOptions = chainOptions(model.settings),
  control: ComputeControl = UNCONTROLLED,
): ChainSet {
  const graph = compile(model, options);
  const enumeration = enumerateChains(graph, options, 'keep', control);
  const { counts, store, outcome } = enumeration;
  const isEnumerated = outcome === 'complete' || outcome === 'cancelled';
  const best = isEnumerated
    ? { store, outcome }
    : bestChains(graph, options, Math.min(BEST_FIRST_CHAINS, options.maxChains), control);
  const advice = adviseFor(graph, options, advisedProbability(model, options), enumeration, control);
  return new ChainSet(model, options, graph, best.store, counts, advice, best.outcome === 'complete');
}
