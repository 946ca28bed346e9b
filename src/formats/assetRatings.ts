/** The four ratings of an asset, each from 0 to 5. */
export const ASSET_RATINGS = ['security', 'operation', 'tech', 'compliance'] as const;

export type AssetRatingName = (typeof ASSET_RATINGS)[number];
