import type { Chain } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { GroupKey } from '../chains/groupChains';
import { type Origins, ratingPlace } from '../model/origins';
import type { SourceLocation, SourceLocator } from '../workspace/sourceLocator';

/** A chain as `chains --format json` writes it. */
export interface ChainJson {
  readonly id: string;
  readonly type: string;
  readonly entry: string;
  readonly path: readonly string[];
  readonly asset: {
    readonly id: string;
    readonly name: string;
    readonly component: string;
    readonly facility: string | null;
  };
  readonly steps: readonly {
    readonly interface: string;
    readonly component: string;
    readonly score: number;
    readonly vector: string | null;
    readonly byRule: boolean;
    readonly techniques: readonly string[];
    readonly source: SourceLocation | null;
  }[];
  readonly probability: number;
  readonly rating: string;
  readonly risk?: number | null;
  readonly attackers: readonly string[];
  readonly periods: readonly string[];
}

/** Writes chains of one model as JSON. */
export class ChainJsonWriter {
  constructor(
    private readonly chains: ChainSet,
    private readonly origins: Origins,
    private readonly locator: SourceLocator,
  ) {}

  /** One chain, with the place of every rating it uses. */
  chain(chain: Chain): ChainJson {
    const { asset, target } = chain;
    return {
      id: chain.id,
      type: chain.type,
      entry: chain.entry,
      path: chain.path,
      asset: {
        id: asset.id,
        name: asset.name,
        component: asset.component,
        facility: target.facility ?? null,
      },
      steps: chain.steps.map((step) => {
        const place = ratingPlace(this.origins, step.relation, step.ratedType, step.rating);
        return {
          interface: step.interface,
          component: step.component.name,
          score: step.rating.score,
          vector: step.rating.vector?.text ?? null,
          byRule: step.rating.rule !== undefined,
          techniques: step.rating.techniques,
          source: place ? this.locator.start(place) : null,
        };
      }),
      probability: chain.probability,
      rating: chain.rating,
      ...(this.chains.model.settings.weight !== undefined && { risk: chain.risk ?? null }),
      attackers: chain.attackers,
      periods: chain.periods,
    };
  }

  /** The model's name and counts, as they stand before the chains. */
  summary() {
    const { counts, complete, size, model, advice } = this.chains;
    return {
      model: model.name,
      complete,
      total: counts.total,
      totalIsLowerBound: counts.totalIsLowerBound,
      kept: size,
      byType: Object.fromEntries([...counts.byType].filter(([, chains]) => chains > 0)),
      byLength: Object.fromEntries(counts.byLength.map(({ length, chains }) => [length, chains])),
      advised: advice.advised,
      advisedIsLowerBound: advice.advisedIsLowerBound,
      lengthCuts: advice.lengthCuts,
    };
  }

  /** Summary and the chains at the given positions, piece by piece. */
  *document(positions: Iterable<number>): Generator<string> {
    yield JSON.stringify(this.summary()).slice(0, -1);
    let separator = ',"chains":[\n';
    for (const position of positions) {
      yield separator + JSON.stringify(this.chain(this.chains.chain(position)));
      separator = ',\n';
    }
    yield separator === ',\n' ? '\n]}' : ',"chains":[]}';
  }
}

/** A group's key as it stands in JSON. */
export function groupKeyText(key: readonly GroupKey[]): string {
  return key
    .map((part) => (typeof part === 'string' ? part : `${part.interface} > ${part.component}`))
    .join(', ');
}
