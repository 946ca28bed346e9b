import type { ChainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { ChainGroup } from '../chains/groupChains';
import type { StrideType } from '../formats/stride';
import { describeChain, type Sentences } from '../threats/description';
import { explainChain } from '../threats/explainChain';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import { modelAsComputed } from './computationFacts';

/** A chain with all that is known of its steps. */
export interface WorstChain {
  readonly id: string;
  /** Names of the assets that it reaches: one chain each, which differ in nothing else. */
  readonly assets: readonly string[];
  readonly component: string;
  readonly type: StrideType;
  readonly probability: number;
  readonly rating: ChainRating;
  /** The chain as one sentence; of the first asset. */
  readonly description: string;
  /** How P comes about. */
  readonly formula: string;
  readonly steps: readonly WorstStep[];
}

/** A step of a chain, and why it can be taken. */
export interface WorstStep {
  readonly interface: string;
  readonly component: string;
  readonly type: StrideType;
  readonly score: number;
  /** Empty for a bare score. */
  readonly vector: string;
  /** P as far as this step. */
  readonly probability: number;
  readonly reason: string;
  /** `file:line` of the rating or the rule; empty where it is unknown. */
  readonly place: string;
  readonly notes: readonly string[];
  readonly references: readonly string[];
  readonly techniques: readonly string[];
}

/** The most chains that a report explains. */
const MOST_EXPLAINED = 12;

/**
 * Explains the worst chain of each asset, worst first; those that differ only in the asset are one.
 * @param byAsset the chains by asset
 */
export function worstChains(
  { origins, records }: Snapshot,
  set: ChainSet,
  byAsset: readonly ChainGroup[],
  sentences: Sentences,
): WorstChain[] {
  const locator = new SourceLocator({ records });
  const model = modelAsComputed(set);
  const found = new Map<string, WorstChain & { readonly assets: string[] }>();
  for (const { best } of byAsset) {
    const chain = set.chain(best);
    const key = JSON.stringify([chain.path, chain.type]);
    const same = found.get(key);
    if (same) {
      same.assets.push(chain.asset.name);
      continue;
    }
    if (found.size === MOST_EXPLAINED) {
      break;
    }
    const explanation = explainChain(chain, model, origins);
    found.set(key, {
      id: chain.id,
      assets: [chain.asset.name],
      component: chain.target.name,
      type: chain.type,
      probability: chain.probability,
      rating: chain.rating,
      description: describeChain(chain, model, sentences),
      formula: explanation.formula,
      steps: chain.steps.map(({ interface: through, component, relation, ratedType, rating }, index) => {
        const { probability = 0, reason = '', source } = explanation.steps[index] ?? {};
        const start = source && locator.start(source);
        return {
          interface: through,
          component: component.name,
          type: ratedType,
          score: rating.score,
          vector: rating.vector?.text ?? '',
          probability,
          reason,
          place: start ? `${start.file}:${start.line}` : '',
          notes: relation.notes,
          references: relation.references,
          techniques: rating.techniques,
        };
      }),
    });
  }
  return [...found.values()];
}
