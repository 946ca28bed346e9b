import { ASSET_RATINGS } from '../../formats/assetRatings';
import { finding } from '../../formats/finding';
import type { AssetOrigin } from '../../model/origins';
import { cellFix } from '../cellFix';
import type { Rule } from '../rule';

/** Two different numbers for the same rating of an asset. */
export const conflictingAssetRating: Rule = {
  code: 'conflicting-asset-rating',
  check: ({ origins }) => [...origins.assets.values()].flat().flatMap(conflicts),
  fixes: (conflict, { origins }) => {
    const highest = conflict.data['highest'] ?? '';
    const title = { template: 'Change it to {highest}', args: { highest } };
    return cellFix(origins, conflict, title, highest);
  },
};

function conflicts(
  records: readonly AssetOrigin[],
): ReturnType<typeof finding<'conflicting-asset-rating'>>[] {
  return ASSET_RATINGS.flatMap((rating) => {
    const given = records.flatMap(({ file, component, record }) => {
      const located = record.ratings[rating];
      return located ? [{ file, component, asset: record.name.value, ...located }] : [];
    });
    const [highest] = given.toSorted((a, b) => b.value - a.value);
    return given
      .filter(({ value }) => highest && value !== highest.value)
      .map(({ file, range, value, component, asset }) => {
        const args = { asset, component, rating, value, highest: highest?.value ?? value };
        const message = { template: 'Here it is {highest}.', args };
        return finding(
          'conflicting-asset-rating',
          { file, range },
          'The rating {rating} of "{asset}" of "{component}" is {value} here and {highest} elsewhere; the higher one counts, so correct one of them.',
          args,
          {
            related: highest ? [{ file: highest.file, range: highest.range, message }] : [],
            data: { highest: String(args.highest) },
          },
        );
      });
  });
}
