import type { ChainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { StrideType } from '../formats/stride';
import { ratingPlace } from '../model/origins';
import { safeText } from '../drawing/labelText';
import { columnRanks } from '../threats/columnRanks';
import { attackerType, attackPeriod } from '../threats/description';
import { riskOrder } from '../threats/riskOrder';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';

/** The most chains that a report lists. */
export const MOST_REPORT_CHAINS = 2000;

/** Columns by which a report sorts its chains. */
export const REPORT_COLUMNS = [
  'Probability',
  'Risk',
  'Rating',
  'STRIDE Type',
  'Asset',
  'First Entry-Point',
  'Length',
] as const;

export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** The best chains of a set, for the script in a report. Texts are safe to show; what repeats is given by index. */
export interface ReportTable {
  /** Chains of the model. */
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  /** Whether assets are weighted, so that there is a risk. */
  readonly hasRisk: boolean;
  /** Names of interfaces and components. */
  readonly names: readonly string[];
  readonly assets: readonly { readonly name: string; readonly component: string }[];
  readonly entries: readonly { readonly name: string; readonly who: string; readonly when: string }[];
  readonly steps: readonly ReportStep[];
  /** Best first. */
  readonly chains: readonly ReportChain[];
  /** By column, where each chain stands in its order: the same for ties, -1 where the cell is empty. */
  readonly ranks: Readonly<Record<ReportColumn, readonly number[]>>;
}

/** A step as a chain takes it: two chains that take it for the same rating share it. */
export interface ReportStep {
  /** Indices of names. */
  readonly interface: number;
  readonly component: number;
  readonly type: StrideType;
  readonly score: number;
  /** Empty for a bare score. */
  readonly vector: string;
  /** `file:line` of the rating; empty where it is unknown. */
  readonly place: string;
  readonly byRule: boolean;
}

/** A chain of a report. */
export interface ReportChain {
  readonly id: string;
  readonly probability: number;
  readonly risk?: number;
  readonly rating: ChainRating;
  readonly type: StrideType;
  /** Indices of the asset, the entry, the names on the path and the rated steps. */
  readonly asset: number;
  readonly entry: number;
  readonly path: readonly number[];
  readonly steps: readonly number[];
}

/** Collects the best chains of a set. */
export function reportTable({ origins, records }: Snapshot, set: ChainSet): ReportTable {
  const { model } = set;
  const locator = new SourceLocator({ records });
  const names = new Numbering<string>();
  const assets = new Numbering<ReportTable['assets'][number]>();
  const entries = new Numbering<ReportTable['entries'][number]>();
  const steps = new Numbering<ReportStep>();
  const nameNumber = (name: string): number => names.of(name, () => safeText(name));
  const positions = Int32Array.from({ length: Math.min(set.size, MOST_REPORT_CHAINS) }, (_, index) => index);
  const chains = Array.from(positions, (position): ReportChain => {
    const chain = set.chain(position);
    const { asset, entry, risk } = chain;
    return {
      id: chain.id,
      probability: chain.probability,
      ...(risk !== undefined && { risk }),
      rating: chain.rating,
      type: chain.type,
      asset: assets.of(asset.id, () => ({
        name: safeText(asset.name),
        component: safeText(asset.component),
      })),
      entry: entries.of(entry, () => ({
        name: safeText(entry),
        who: safeText(attackerType(chain, model)),
        when: safeText(attackPeriod(chain, model)),
      })),
      path: chain.path.map(nameNumber),
      steps: chain.steps.map(({ interface: through, component, relation, ratedType, rating }) =>
        steps.of(JSON.stringify([through, component.name, ratedType]), () => {
          const place = ratingPlace(origins, relation, ratedType, rating);
          const start = place && locator.start(place);
          return {
            interface: nameNumber(through),
            component: nameNumber(component.name),
            type: ratedType,
            score: rating.score,
            vector: rating.vector?.text ?? '',
            place: start ? safeText(`${start.file}:${start.line}`) : '',
            byRule: rating.rule !== undefined,
          };
        }),
      ),
    };
  });
  return {
    total: set.counts.total,
    totalIsLowerBound: set.counts.totalIsLowerBound,
    hasRisk: model.settings.weight !== undefined,
    names: names.items,
    assets: assets.items,
    entries: entries.items,
    steps: steps.items,
    chains,
    ranks: {
      Probability: ranksOf(set, positions, 'Probability'),
      Risk: riskRanks(set, positions),
      Rating: ranksOf(set, positions, 'Rating'),
      'STRIDE Type': ranksOf(set, positions, 'STRIDE Type'),
      Asset: ranksOf(set, positions, 'Asset'),
      'First Entry-Point': ranksOf(set, positions, 'First Entry-Point'),
      Length: ranksOf(set, positions, 'Length'),
    },
  };
}

/** As the table of the editor ranks them. */
function ranksOf(set: ChainSet, positions: Int32Array, column: Exclude<ReportColumn, 'Risk'>): number[] {
  const ranks = columnRanks(set, positions, column);
  return ranks ? Array.from(ranks.of, (rank) => (rank === ranks.count ? -1 : rank)) : [];
}

function riskRanks(set: ChainSet, positions: Int32Array): number[] {
  const ranks = Array.from(positions, () => -1);
  let rank = 0;
  let before: number | undefined;
  for (const position of riskOrder(set, positions, false)) {
    const risk = set.risk(position);
    if (risk !== undefined) {
      rank += before === undefined || before === risk ? 0 : 1;
      before = risk;
      ranks[position] = rank;
    }
  }
  return ranks;
}

/** Numbers different things in the order in which they come. */
class Numbering<Item> {
  readonly items: Item[] = [];
  private readonly numbers = new Map<string, number>();

  of(key: string, make: () => Item): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.items.length;
      this.numbers.set(key, number);
      this.items.push(make());
    }
    return number;
  }
}
