import { performance } from 'node:perf_hooks';
import { bestChains } from '../src/chains/bestFirst';
import { compile, type ChainGraph } from '../src/chains/compile';
import { computeChains } from '../src/chains/computeChains';
import { UNCONTROLLED } from '../src/chains/control';
import { enumerateChains } from '../src/chains/enumerate';
import { type ChainOptions, chainOptions, maxComponents } from '../src/chains/options';
import type { Model } from '../src/model/model';
import { MODELS, type ModelName } from './catalogue';
import { chainsAtLeast } from './lowerBound';
import { repeat, timed } from './measure';
import { type PlainGraph, plainGraph } from './plainGraph';
import { readModel } from './sketch';

/** A model made ready for a measurement. */
interface Prepared {
  readonly model: Model;
  readonly options: ChainOptions;
  readonly graph: ChainGraph;
}

function prepare(name: ModelName, narrowed: Partial<ChainOptions> = {}): Prepared {
  const model = readModel(MODELS[name]());
  const options = chainOptions(model.settings, { countLimit: 1e9, ...narrowed });
  return { model, options, graph: compile(model, options) };
}

/** How often and how fast chains were enumerated. Milliseconds. */
export interface RateResult {
  readonly count: number;
  /** The same count by the other mode, for a check. */
  readonly recount: number;
  readonly kept: number;
  readonly cold: number;
  readonly warm: readonly number[];
}

/** Enumerates in one mode: first run cold, then warm. */
export function rate(
  name: ModelName,
  mode: 'count' | 'keep',
  runs: number,
  types?: ChainOptions['types'],
): RateResult {
  const { options, graph } = prepare(name, types ? { types } : {});
  const work = () => enumerateChains(graph, options, mode, UNCONTROLLED);
  const { result, milliseconds } = timed(work);
  const warm = repeat(work, runs, 2);
  const other = enumerateChains(graph, options, mode === 'keep' ? 'count' : 'keep', UNCONTROLLED);
  return {
    count: result.counts.total,
    recount: other.counts.total,
    kept: result.store.chainCount,
    cold: milliseconds,
    warm,
  };
}

/** The graph of the plain paths. */
export function graphOf(name: ModelName): PlainGraph {
  const { graph, options } = prepare(name, { types: ['E'] });
  return plainGraph(graph, options.maxLength);
}

/** One computation from the merged model to ranked chains, in a process that has computed nothing before. */
export function coldCompute(name: ModelName): { readonly count: number; readonly milliseconds: number } {
  const model = readModel(MODELS[name]());
  const { result, milliseconds } = timed(() => computeChains(model));
  return { count: result.size, milliseconds };
}

/** What a best-first search took. Milliseconds. */
export interface SearchResult {
  readonly atLeast: number;
  readonly found: number;
  readonly exact: boolean;
  readonly expansions: number;
  readonly cold: number;
  readonly warm: readonly number[];
}

/** Searches the best `most` chains of a model that has too many to enumerate. */
export function search(name: ModelName, most: number, runs: number): SearchResult {
  const { options, graph } = prepare(name);
  const work = () => bestChains(graph, options, most, UNCONTROLLED);
  const { result, milliseconds } = timed(work);
  return {
    atLeast: chainsAtLeast(graph, maxComponents(options.maxLength)),
    found: result.store.chainCount,
    exact: result.outcome === 'complete',
    expansions: result.expansions,
    cold: milliseconds,
    warm: runs === 0 ? [] : repeat(work, runs, 2),
  };
}

/** Memory of kept chains, in bytes above what the model alone takes. */
export interface MemoryResult {
  readonly count: number;
  readonly kept: number;
  /** Heap and array buffers after a collection, with the chains still held. */
  readonly held: number;
  /** Most memory the process had resident. */
  readonly peak: number;
  readonly milliseconds: number;
}

/** Computes chains by default settings and weighs them; needs --expose-gc. */
export function memory(name: ModelName): MemoryResult {
  const model = readModel(MODELS[name]());
  const used = (): number => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const resident = process.memoryUsage().rss;
  const start = performance.now();
  const chains = computeChains(model);
  const milliseconds = performance.now() - start;
  const held = used() - before;
  const peak = process.resourceUsage().maxRSS * 1024 - resident;
  return { count: chains.counts.total, kept: chains.size, held, peak, milliseconds };
}
