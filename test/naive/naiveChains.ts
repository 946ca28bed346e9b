import { createHash } from 'node:crypto';
import { bansOf } from './filters';
import { isVirtual, readModel } from './model';
import { compareChains, compareText } from './order';
import { ratingKey, resolveRatings } from './ratings';
import type { Resolved } from './ratings';
import { probability } from './scores';
import { allWalks } from './walks';
import type { WalkStep } from './walks';
import { STRIDE } from './types';
import type {
  NaiveAsset,
  NaiveChain,
  NaiveModel,
  NaiveOptions,
  NaiveResult,
  NaiveStep,
  Plain,
  StrideType,
} from './types';

/** How many chains are found exactly when there are more than `countLimit`. */
const BEST_BEYOND_LIMIT = 10_000;

/**
 * All attack chains of a model, by writing down every walk and dropping what does not count.
 * Slow on purpose: small models only.
 *
 * @param documents the files of one model in the order of their paths
 */
export function naiveChains(documents: readonly Plain[], options: NaiveOptions = {}): NaiveResult {
  const model = withOptions(readModel(documents), options);
  const chains = everyChain(model, options).toSorted(compareChains);
  return limited(chains, model.settings.countLimit, model.settings.maxChains);
}

/** Every chain that the settings and the options leave, but for the limits on their number, in no order. */
export function everyChain(model: NaiveModel, options: NaiveOptions): NaiveChain[] {
  const isBanned = bansOf(model);
  const chains: NaiveChain[] = [];
  const ratings = resolveRatings(model);
  for (const walk of allWalks(model)) {
    if (isBanned(walk.map((step) => step.component))) continue;
    for (const chain of chainsOfWalk(model, ratings, walk)) {
      if (chain.probability < model.settings.minProbability) continue;
      if (options.types !== undefined && !options.types.includes(chain.type)) continue;
      if (options.from !== undefined && !options.from.includes(chain.entry)) continue;
      if (options.to !== undefined && !isWanted(chain, options.to)) continue;
      chains.push(chain);
    }
  }
  return chains;
}

const isWanted = (chain: NaiveChain, to: readonly string[]): boolean =>
  to.includes(chain.asset.id) || to.includes(chain.asset.name);

/** The model with the settings that a caller asks for. */
export function withOptions(model: NaiveModel, options: NaiveOptions): NaiveModel {
  const { maxLength, minProbability, maxChains, countLimit, stepRule, uniqueness } = model.settings;
  return {
    ...model,
    settings: {
      ...model.settings,
      maxLength: options.maxLength ?? maxLength,
      minProbability: options.minProbability ?? minProbability,
      maxChains: options.maxChains ?? maxChains,
      countLimit: options.countLimit ?? countLimit,
      stepRule: options.stepRule ?? stepRule,
      uniqueness: options.uniqueness ?? uniqueness,
    },
  };
}

function chainsOfWalk(
  model: NaiveModel,
  ratings: ReadonlyMap<string, Resolved>,
  walk: readonly WalkStep[],
): NaiveChain[] {
  const target = walk.at(-1)?.component;
  if (target === undefined || isVirtual(target)) return [];
  const chains: NaiveChain[] = [];
  for (const type of model.settings.stride) {
    const steps = rateSteps(model, ratings, walk, type);
    if (steps === undefined) continue;
    for (const asset of model.assets) {
      if (asset.component === target.name && asset.types.includes(type))
        chains.push(toChain(model, walk, steps, asset, type));
    }
  }
  return chains;
}

/** The rated steps of a walk for one type; `undefined` if one of them blocks it. */
function rateSteps(
  model: NaiveModel,
  ratings: ReadonlyMap<string, Resolved>,
  walk: readonly WalkStep[],
  type: StrideType,
): NaiveStep[] | undefined {
  const rated = walk.filter((step) => !isVirtual(step.component));
  const steps: NaiveStep[] = [];
  for (const step of rated) {
    const isLast = step === rated.at(-1);
    const used = model.settings.stepRule === 'elevation' && !isLast ? 'E' : type;
    const rating = ratings.get(ratingKey(step.component.name, step.interface, used));
    if (rating === undefined || !(rating.score > 0)) return undefined;
    steps.push({ interface: step.interface, component: step.component.name, ...rating });
  }
  return steps;
}

function toChain(
  model: NaiveModel,
  walk: readonly WalkStep[],
  steps: readonly NaiveStep[],
  asset: NaiveAsset,
  type: StrideType,
): NaiveChain {
  const path = walk.flatMap((step) => [step.interface, step.component.name]);
  const [entry = '', ...rest] = path;
  const p = probability(steps.map((step) => step.score));
  const { high, medium, weight } = model.settings;
  const weighed = weight && asset.ratings[weight];
  const marks = model.interfaces.find((one) => one.name === entry);
  return {
    id: chainId(entry, rest, asset.id, type),
    type,
    entry,
    path,
    asset: {
      id: asset.id,
      name: asset.name,
      component: asset.component,
      facility: walk.at(-1)?.component.facility ?? null,
    },
    steps,
    probability: p,
    rating: p >= high ? 'High' : p >= medium ? 'Medium' : 'Low',
    ...(weighed !== undefined && { risk: (p * weighed) / 5 }),
    attackers: (marks?.attackers ?? []).toSorted(compareText),
    periods: (marks?.periods ?? []).toSorted(compareText),
  };
}

/** The first 16 hex digits of the SHA-256 of the chain's tuple as JSON. */
export function chainId(entry: string, rest: readonly string[], assetId: string, type: string): string {
  const text = JSON.stringify([entry, rest, assetId, type]);
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

function limited(chains: readonly NaiveChain[], countLimit: number, maxChains: number): NaiveResult {
  const isOver = chains.length > countLimit;
  const kept = chains.slice(0, isOver ? Math.min(BEST_BEYOND_LIMIT, maxChains) : maxChains);
  // Beyond the limit only what is kept is known exactly, so only that can be counted by type and length.
  const counted = isOver ? kept : chains;
  return {
    // A search that finds more than the limit shows that there are as many.
    total: isOver ? Math.max(countLimit, kept.length) : chains.length,
    totalIsLowerBound: isOver,
    kept: kept.length,
    byType: countBy(
      counted.toSorted((left, right) => STRIDE.indexOf(left.type) - STRIDE.indexOf(right.type)),
      (chain) => chain.type,
    ),
    byLength: countBy(counted, (chain) => String(chain.path.length - 1)),
    chains: kept,
  };
}

function countBy(
  chains: readonly NaiveChain[],
  keyOf: (chain: NaiveChain) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const chain of chains) counts[keyOf(chain)] = (counts[keyOf(chain)] ?? 0) + 1;
  return counts;
}
