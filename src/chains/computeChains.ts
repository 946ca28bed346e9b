import type { StrideType } from '../formats/stride';
import type { Model } from '../model/model';
import { advisedProbability, adviseFor } from './advise';
import { bestChains } from './bestFirst';
import { ChainSet } from './chainSet';
import type { ChainStore } from './chainStore';
import { compile } from './compile';
import { type ComputeControl, UNCONTROLLED } from './control';
import type { ChainCounts } from './counts';
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
  const found = atLeastFound(graph.types, counts, best.store);
  return new ChainSet(model, options, graph, best.store, found, advice, best.outcome === 'complete');
}

/** Counts that ended early, with no fewer chains than another search has found. */
function atLeastFound(types: readonly StrideType[], counts: ChainCounts, store: ChainStore): ChainCounts {
  if (store.chainCount <= counts.total) {
    return counts;
  }
  const ofType = types.map(() => 0);
  for (const target of store.chainTarget.subarray(0, store.chainCount)) {
    ofType[target & 7] = (ofType[target & 7] ?? 0) + 1;
  }
  const byType = new Map(types.map((type, index) => [type, ofType[index] ?? 0]));
  return { ...counts, total: store.chainCount, byType };
}
