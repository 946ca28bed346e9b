import type { ChainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import { countFrom } from '../chains/pathTree';
import type { Model } from '../model/model';

/** What a computation was asked for, under the names that settings have in files. */
export function settingRows({
  model: { settings },
  options,
}: ChainSet): (readonly [string, string | number])[] {
  return [
    ['maxLength', options.maxLength],
    ['minProbability', options.minProbability],
    ['maxChains', options.maxChains],
    ['countLimit', options.countLimit],
    ['searchLimit', options.searchLimit],
    ['stride', options.types.join(', ')],
    ['stepRule', options.stepRule],
    ['uniqueness', options.uniqueness],
    ['score', settings.score],
    ['thresholds: high', settings.thresholds.high],
    ['thresholds: medium', settings.thresholds.medium],
    ['weight', settings.weight ?? 'none'],
    ['Only from', options.from ? [...options.from].join(', ') : 'every entry point'],
    ['Only to', options.to ? [...options.to].join(', ') : 'every asset'],
  ];
}

/** How many of the kept chains have each rating. */
export function ratingCounts(chains: ChainSet): Readonly<Record<ChainRating, number>> {
  const { high, medium } = chains.model.settings.thresholds;
  const highEnd = countFrom(chains, high);
  const mediumEnd = Math.max(highEnd, countFrom(chains, medium));
  return { High: highEnd, Medium: mediumEnd - highEnd, Low: chains.size - mediumEnd };
}

/** The model with the types and the step rule that its chains were computed by, which need not be those of its settings. */
export function modelAsComputed({ model, options: { types, stepRule } }: ChainSet): Model {
  return { ...model, settings: { ...model.settings, stride: types, stepRule } };
}
