import type { ChainSet } from '../chains/chainSet';
import { explainWhyByType, type TypedCut } from '../chains/whyByType';
import { entryPoints } from '../model/entryPoints';
import type { Model } from '../model/model';
import { ratingCoverage } from '../model/ratingCoverage';
import { count, plural, shortProbability } from '../text/numbers';
import { modelAsComputed } from './computationFacts';
import { cutSentence, obstacleText } from './explanation';

/** Relations named per cause. */
const MOST_RELATIONS = 5;

/** Why a computation has found no chain, a sentence a line, and what to do about it. */
export function noChainReasons(set: ChainSet): string[] {
  const model = modelAsComputed(set);
  const structural = [...componentReasons(model), ...entryReasons(model), ...assetReasons(model)];
  if (structural.length > 0) {
    return structural;
  }
  const { options } = set;
  const { best, cuts } = explainWhyByType(model, options);
  if (best) {
    return [
      `The best chain has P ${shortProbability(best.probability)}, below the least P asked for, ${options.minProbability}; lower minProbability or --min-probability.`,
    ];
  }
  return [
    ...unratedReasons(model),
    ...cuts.flatMap((cut) => [cutSentence(cut, options), ...relationLines(cut)]),
    ...(cuts.some(({ cause }) => cause === 'length')
      ? ['A longer maxLength or --max-length finds longer chains.']
      : []),
    'tmg why explains one entry point and one asset.',
  ];
}

function componentReasons({ components }: Model): string[] {
  return components.size === 0 ? ['The model has no component; name them under "components".'] : [];
}

function entryReasons(model: Model): string[] {
  if (entryPoints(model).some(({ components }) => components.length > 0)) {
    return [];
  }
  const advice = 'mark those that an outsider reaches with "entry: true"';
  if (model.interfaces.size === 0) {
    return ['No component has an interface, so nothing can be attacked; give the components interfaces.'];
  }
  return model.strayEntryMark
    ? [`No component has the interfaces that are marked as entries; check their names, or ${advice}.`]
    : [`Every interface is marked "entry: false"; ${advice}.`];
}

function assetReasons({ assets, components }: Model): string[] {
  if (assets.size === 0) {
    return ['The model has no asset, and every chain ends at one; give components "assets".'];
  }
  const reachable = [...assets.values()].some(({ component }) => {
    const holder = components.get(component);
    return holder !== undefined && !holder.virtual && !holder.external;
  });
  return reachable
    ? []
    : ['All assets are held by components that are Virtual or out of scope (EXT), where no chain ends.'];
}

function unratedReasons(model: Model): string[] {
  const coverage = ratingCoverage(model);
  const missing = coverage.reduce((sum, row) => sum + row.missing, 0);
  const all = coverage.reduce((sum, row) => sum + row.missing + row.rated + row.none, 0);
  return missing === 0
    ? []
    : [
        `${count(missing)} of ${plural(all, 'rating')} ${missing === 1 ? 'is' : 'are'} missing, and a step that is not rated blocks every chain through it; tmg rate writes a worksheet of them.`,
      ];
}

function relationLines({ relations }: TypedCut): string[] {
  const lines = relations.slice(0, MOST_RELATIONS).map((relation) => `  ${obstacleText(relation)}`);
  const more = relations.length - lines.length;
  return more > 0 ? [...lines, `  ... and ${count(more)} more`] : lines;
}
