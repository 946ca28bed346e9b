import { adviceOf, type LengthAdvice } from '../chains/advise';
import { type ChainRating, chainRating } from '../chains/chain';
import { chainMatrix, type MatrixFigure } from '../chains/chainMatrix';
import type { Uniqueness } from '../formats/settings';
import type { ChainSet } from '../chains/chainSet';
import type { ComputeControl } from '../chains/control';
import { type ChainGroup, groupChains } from '../chains/groupChains';
import type { AssetRatingName } from '../formats/assetRatings';
import type { StrideType } from '../formats/stride';
import { typesAskedOf } from '../model/askedTypes';
import type { Model, Relation } from '../model/model';
import { ratingCoverage, type TypeCoverage } from '../model/ratingCoverage';
import { unratedRelations } from '../model/unratedRelations';
import { type LeadFigures, leadSentences } from '../threats/leadSentences';
import type { Sentences } from '../threats/description';
import { assetLabel } from '../threats/tableFacets';
import type { Snapshot } from '../workspace/snapshot';
import { rankedByRisk } from './assetRanking';
import { modelAsComputed, ratingCounts, settingRows } from './computationFacts';
import { reportGraph, type ReportGraph } from './reportGraph';
import { type ReportTable, reportTable } from './reportTable';
import { type WorstChains, worstChains } from './worstChains';

/** What a report shows besides what the model says. */
export interface ReportOptions {
  /** Day that the report bears: `2026-01-31`. */
  readonly date: string;
  /** Watches and ends the counting of chains per length, which can take as long as a computation. */
  readonly control?: ComputeControl;
  /** Wording of the sentences about chains; plain English without it. */
  readonly sentences?: Sentences;
}

/** Chains of an entry, an asset, or both. */
export interface ReportFigure {
  readonly chains: number;
  /** Highest P. */
  readonly worst: number;
  readonly rating: ChainRating;
}

/** An asset with the worst chain that reaches it. */
export interface ReportAsset extends ReportFigure {
  readonly name: string;
  readonly component: string;
  readonly facility: string | undefined;
  /** Chains at or above Medium. */
  readonly medium: number;
  readonly type: StrideType;
  readonly path: readonly string[];
  /** Its rating by which risk is weighted; undefined where there is none. */
  readonly weight: number | undefined;
  /** Of its worst chain; undefined without that rating. */
  readonly risk: number | undefined;
}

/** A relation with the chains that cross it. */
export interface ReportFix extends ReportFigure {
  readonly label: string;
  readonly interface: string;
  readonly component: string;
  readonly medium: number;
}

/** A relation that lacks ratings: by type asked for a score, `none`, or undefined where it is not rated. */
export interface UnratedRow {
  readonly interface: string;
  readonly component: string;
  /** Undefined where nothing rates the relation for a type that it has to be rated for. */
  readonly cells: readonly (number | 'none' | 'not asked' | undefined)[];
}

/** All that a report says. Plain data: it can be sent to another thread. */
export interface ReportData extends LeadFigures {
  readonly model: string;
  readonly date: string;
  /** Under the names that settings have in files. */
  readonly settings: readonly (readonly [string, string | number])[];
  readonly thresholds: { readonly medium: number; readonly high: number };
  readonly stepRule: 'same' | 'elevation';
  readonly uniqueness: Uniqueness;
  /** Whether the model has filters, round which chains may turn. */
  readonly filtered: boolean;
  readonly weight: AssetRatingName | undefined;
  /** Errors of the model: what is valid was computed all the same. */
  readonly errors: number;
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  /** False where the best chains may be missing. */
  readonly complete: boolean;
  /** Of the kept chains. */
  readonly ratings: Readonly<Record<ChainRating, number>>;
  readonly sentences: readonly string[];
  /** Those with the worst chains first, as in `assets` and `fixes`; the best known of many. */
  readonly entries: readonly (ReportFigure & { readonly name: string })[];
  readonly assets: readonly (ReportFigure & { readonly label: string })[];
  readonly cells: readonly (ReportFigure & { readonly entry: number; readonly asset: number })[];
  /** Per asset, that with the worst chain first: by risk where there is a weight, else by P. */
  readonly assetRows: readonly ReportAsset[];
  /** Labels of the assets in scope that no chain reaches. */
  readonly unreached: readonly string[];
  readonly fixes: readonly ReportFix[];
  readonly coverage: readonly TypeCoverage[];
  readonly unrated: readonly UnratedRow[];
  readonly unratedCount: number;
  readonly advice: LengthAdvice;
  readonly graph: ReportGraph;
  readonly worst: readonly WorstChains[];
  readonly table: ReportTable;
}

/** The most rows and columns of the matrix; columns have to fit on paper. */
const MOST_MATRIX_ASSETS = 100;
const MOST_MATRIX_ENTRIES = 32;
const MOST_ASSETS = 200;
const MOST_FIXES = 20;
const MOST_UNRATED = 200;

/** Collects what a report says of a model and the chains computed of it. */
export function reportData(snapshot: Snapshot, set: ChainSet, options: ReportOptions): ReportData {
  const model = modelAsComputed(set);
  const { thresholds, stepRule, weight } = model.settings;
  const matrix = chainMatrix(set, MOST_MATRIX_ASSETS);
  const byAsset = rankedByRisk(set, groupChains(set, ['asset']));
  const unrated = unratedRelations(model);
  const coverage = ratingCoverage(model);
  const figures = {
    entries: matrix.entries
      .slice(0, MOST_MATRIX_ENTRIES)
      .map((entry) => ({ name: entry.name, ...figureOf(set, entry) })),
    assets: matrix.assets.map((asset) => ({
      label: assetLabel(set.asset(asset.best)),
      ...figureOf(set, asset),
    })),
    entryCount: matrix.entryCount,
    assetCount: matrix.assetCount,
    cells: matrix.cells
      .filter(({ entry }) => entry < MOST_MATRIX_ENTRIES)
      .map((cell) => ({ entry: cell.entry, asset: cell.asset, ...figureOf(set, cell) })),
    fixes: groupChains(set, ['relation'])
      .slice(0, MOST_FIXES)
      .map((group) => fixOf(set, group)),
    coverage,
    maxLength: set.options.maxLength,
  };
  const { total, totalIsLowerBound } = set.counts;
  return {
    ...figures,
    model: model.name,
    date: options.date,
    settings: settingRows(set),
    thresholds: { medium: thresholds.medium, high: thresholds.high },
    stepRule,
    uniqueness: set.options.uniqueness,
    filtered: model.filters.length > 0,
    weight,
    errors: snapshot.problems.filter(({ severity }) => severity === 'error').length,
    total,
    totalIsLowerBound,
    kept: set.size,
    complete: set.complete,
    ratings: ratingCounts(set),
    sentences: leadSentences(figures, { total, totalIsLowerBound }),
    assetRows: byAsset.slice(0, MOST_ASSETS).map((group) => assetOf(set, group)),
    unreached: unreachedAssets(set, byAsset),
    unrated: unrated.slice(0, MOST_UNRATED).map(({ relation }) => unratedRow(model, relation, coverage)),
    unratedCount: unrated.length,
    advice: adviceOf(set, options.control),
    graph: reportGraph(set),
    worst: worstChains(snapshot, set, byAsset, options.sentences ?? 'plain'),
    table: reportTable(snapshot, set),
  };
}

function unratedRow(model: Model, relation: Relation, coverage: readonly TypeCoverage[]): UnratedRow {
  const holder = model.components.get(relation.component);
  const asked = holder ? typesAskedOf(model)(holder) : [];
  return {
    interface: relation.interface,
    component: relation.component,
    cells: coverage.map(({ type }) => {
      const rating = relation.ratings[type];
      return asked.includes(type) ? rating && (rating.score > 0 ? rating.score : 'none') : 'not asked';
    }),
  };
}

function figureOf(set: ChainSet, { chains, best }: MatrixFigure): ReportFigure {
  const worst = set.probability(best);
  return { chains, worst, rating: chainRating(worst, set.model.settings.thresholds) };
}

function assetOf(set: ChainSet, group: ChainGroup): ReportAsset {
  const { weight } = set.model.settings;
  const { name, component, ratings } = set.asset(group.best);
  return {
    ...figureOf(set, group),
    name,
    component,
    facility: set.model.components.get(component)?.facility,
    medium: group.medium,
    type: set.type(group.best),
    path: set.path(group.best),
    weight: weight && ratings[weight],
    risk: set.chain(group.best).risk,
  };
}

function fixOf(set: ChainSet, group: ChainGroup): ReportFix {
  const [key] = group.key;
  const step = typeof key === 'object' ? key : { interface: '', component: '' };
  return {
    ...figureOf(set, group),
    ...step,
    label: `${step.interface} > ${step.component}`,
    medium: group.medium,
  };
}

/** Of the assets that chains were asked for. */
function unreachedAssets({ model, options: { to } }: ChainSet, reached: readonly ChainGroup[]): string[] {
  const ids = new Set(reached.map(({ key: [id] }) => id));
  return [...model.assets.values()]
    .filter(({ id }) => !ids.has(id) && (to === undefined || to.has(id)))
    .map(assetLabel);
}
