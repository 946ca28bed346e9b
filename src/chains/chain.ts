import type { Settings } from '../formats/settings';
import type { StrideType } from '../formats/stride';
import type { Asset, Component, Rating, Relation } from '../model/model';

/** Entering a component that is not Virtual through an interface. */
export interface ChainStep {
  readonly interface: string;
  readonly component: Component;
  readonly relation: Relation;
  /** The STRIDE type whose rating counts here: the chain's own, or E under `stepRule: elevation`. */
  readonly ratedType: StrideType;
  readonly rating: Rating;
}

/** One attack chain. */
export interface Chain {
  readonly id: string;
  readonly type: StrideType;
  /** Name of the entry interface. */
  readonly entry: string;
  /** Entry first, interfaces and components in turn, Virtual ones included; the last one holds the asset. */
  readonly path: readonly string[];
  readonly asset: Asset;
  /** The component that holds the asset. */
  readonly target: Component;
  /** Rated steps only: Virtual components are left out. */
  readonly steps: readonly ChainStep[];
  /** P, in (0, 10]: it ranks, it is not a likelihood. */
  readonly probability: number;
  readonly rating: ChainRating;
  /** P x asset rating / 5; undefined without `weight` or where the asset is not rated for it. */
  readonly risk: number | undefined;
  /** Keys, from the entry interface; empty: anyone. */
  readonly attackers: readonly string[];
  readonly periods: readonly string[];
}

/** How bad a chain is. */
export type ChainRating = 'High' | 'Medium' | 'Low';

/** Rating of an unrounded P. */
export function chainRating(probability: number, { high, medium }: Settings['thresholds']): ChainRating {
  if (probability >= high) {
    return 'High';
  }
  return probability >= medium ? 'Medium' : 'Low';
}

/** Risk of reaching an asset with P; undefined without a weight or a rating of the asset for it. */
export function chainRisk(probability: number, asset: Asset, weight: Settings['weight']): number | undefined {
  const rating = weight === undefined ? undefined : asset.ratings[weight];
  return rating === undefined ? undefined : (probability * rating) / 5;
}
