import type { ChainFigures } from '../chains/chainFigures';
import { ASSET_RATINGS } from '../formats/assetRatings';
import { strideName } from '../formats/stride';
import type { Snapshot } from '../workspace/snapshot';
import { figureItem } from './figureText';
import { escapeMarkdown, markdownList, paragraphs } from './markdown';

/** What is known about an asset of a component, as Markdown. */
export function assetHover(
  { model }: Snapshot,
  component: string,
  name: string,
  figures: ChainFigures | undefined,
): string {
  const asset = model.components.get(component)?.assets.find((candidate) => candidate.name === name);
  const title = `**${escapeMarkdown(name)}** (asset of ${escapeMarkdown(component)})`;
  if (!asset) {
    return title;
  }
  const ratings = ASSET_RATINGS.flatMap((rating) => {
    const value = asset.ratings[rating];
    return value === undefined ? [] : [`${rating} ${value}`];
  });
  return paragraphs([
    title,
    escapeMarkdown(asset.description ?? ''),
    markdownList([
      `Ratings, 0 to 5: ${ratings.length > 0 ? ratings.join(', ') : 'none yet'}`,
      ...(asset.stride ? [`Threatened by: ${asset.stride.map(strideName).join(', ')}`] : []),
      `Id: ${escapeMarkdown(asset.id)}`,
      figureItem('Chains to it', figures, ({ assets }) => assets.get(asset.id)),
    ]),
  ]);
}
