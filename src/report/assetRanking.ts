import type { ChainSet } from '../chains/chainSet';
import type { ChainGroup } from '../chains/groupChains';

/** The highest rating of an asset. */
const MOST_RATING = 5;

/**
 * Groups of chains by asset, the worst first: by the risk of their worst chain where the model weights by a rating of
 * assets, else as they are, by P. An asset without that rating has no risk; it ranks as if it had the highest, so that
 * what nobody has rated yet is not hidden behind all else. Ties keep their order.
 * @param byAsset that with the highest P first
 */
export function rankedByRisk(set: ChainSet, byAsset: readonly ChainGroup[]): readonly ChainGroup[] {
  const { weight } = set.model.settings;
  if (weight === undefined) {
    return byAsset;
  }
  const risk = ({ best }: ChainGroup): number =>
    (set.probability(best) * (set.asset(best).ratings[weight] ?? MOST_RATING)) / MOST_RATING;
  return byAsset.toSorted((a, b) => risk(b) - risk(a));
}
