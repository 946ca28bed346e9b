import type { Chain, ChainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { ChainGroup } from '../chains/groupChains';
import type { StrideType } from '../formats/stride';
import { describeChain, type Sentences } from '../threats/description';
import { explainChain } from '../threats/explainChain';
import { assetLabel } from '../threats/tableFacets';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import { modelAsComputed } from './computationFacts';

/** A chain with all that is known of its steps. */
export interface WorstChain {
  readonly id: string;
  /** Names of the assets that it reaches: one chain each, which differ in nothing else. */
  readonly assets: readonly string[];
  readonly component: string;
  readonly facility: string | undefined;
  readonly type: StrideType;
  readonly probability: number;
  readonly rating: ChainRating;
  /** Undefined without a weight, and where the asset lacks that rating. */
  readonly risk: number | undefined;
  /** The chain as one sentence; of the first asset. */
  readonly description: string;
  /** How P comes about. */
  readonly formula: string;
  readonly steps: readonly WorstStep[];
}

/** Chains that have all steps but the last in common. */
export interface WorstChains {
  /** Steps that all of them begin with; none where there is one chain. */
  readonly shared: readonly WorstStep[];
  /** The worst first. */
  readonly chains: readonly WorstChain[];
  /** Labels of assets whose worst chain begins alike, too, and is not explained. */
  readonly more: readonly string[];
}

/** A step of a chain, and why it can be taken. */
export interface WorstStep {
  readonly interface: string;
  readonly component: string;
  readonly facility: string | undefined;
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

/** The most groups of chains that a report explains, and chains in one. */
const MOST_GROUPS = 12;
const MOST_IN_GROUP = 6;

interface OpenGroup {
  readonly chains: Map<string, WorstChain & { readonly assets: string[] }>;
  readonly more: string[];
}

/**
 * Explains the worst chain of each asset, in the order given; those that differ only in the asset are one, and those
 * that differ only in the last step stand together.
 * @param byAsset the chains by asset
 */
export function worstChains(
  { origins, records }: Snapshot,
  set: ChainSet,
  byAsset: readonly ChainGroup[],
  sentences: Sentences,
): WorstChains[] {
  const locator = new SourceLocator({ records });
  const model = modelAsComputed(set);
  const groups = new Map<string, OpenGroup>();
  for (const { best } of byAsset) {
    const chain = set.chain(best);
    const key = JSON.stringify([chain.path, chain.type]);
    const way = wayBefore(chain);
    const group: OpenGroup = groups.get(way) ?? { chains: new Map(), more: [] };
    if (!groups.has(way)) {
      if (groups.size === MOST_GROUPS) {
        continue;
      }
      groups.set(way, group);
    }
    const same = group.chains.get(key);
    if (same) {
      same.assets.push(chain.asset.name);
    } else if (group.chains.size === MOST_IN_GROUP) {
      group.more.push(assetLabel(chain.asset));
    } else {
      group.chains.set(key, explained(chain));
    }
  }
  return [...groups.values()].map(({ chains, more }) => {
    const list = [...chains.values()];
    return { shared: list.length > 1 ? (list[0]?.steps.slice(0, -1) ?? []) : [], chains: list, more };
  });

  function explained(chain: Chain): WorstChain & { readonly assets: string[] } {
    const explanation = explainChain(chain, model, origins);
    return {
      id: chain.id,
      assets: [chain.asset.name],
      component: chain.target.name,
      facility: chain.target.facility,
      type: chain.type,
      probability: chain.probability,
      rating: chain.rating,
      risk: chain.risk,
      description: describeChain(chain, model, sentences),
      formula: explanation.formula,
      steps: chain.steps.map(({ interface: through, component, relation, ratedType, rating }, index) => {
        const { probability = 0, reason = '', source } = explanation.steps[index] ?? {};
        const start = source && locator.start(source);
        return {
          interface: through,
          component: component.name,
          facility: component.facility,
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
    };
  }
}

/** What chains have in common that differ in the last step only; a chain of one step shares nothing with others. */
function wayBefore({ id, entry, steps }: Chain): string {
  const before = steps.slice(0, -1);
  return before.length === 0
    ? id
    : JSON.stringify([
        entry,
        before.map(({ interface: through, component, ratedType }) => [through, component.name, ratedType]),
      ]);
}
