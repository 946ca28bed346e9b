import type { LengthCuts } from '../chains/advisedLength';
import type { Chain, ChainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { GroupKey } from '../chains/groupChains';
import type { StrideType } from '../formats/stride';
import { type Origins, ratingPlace } from '../model/origins';
import type { SourceLocation, SourceLocator } from '../workspace/sourceLocator';

/** A chain as JSON. */
export interface ChainJson {
  /** It stays the same as long as path, asset and type do. */
  readonly id: string;
  /** The STRIDE type. */
  readonly type: StrideType;
  /** Name of the interface at which it begins. */
  readonly entry: string;
  /** Names of interfaces and components in turn, from the entry to the component with the asset, Virtual ones included. */
  readonly path: readonly string[];
  /** What it reaches. */
  readonly asset: ChainAssetJson;
  /** The steps that are rated: those into Virtual components are left out. */
  readonly steps: readonly ChainStepJson[];
  /** P, above 0 and at most 10, unrounded: it ranks, it is not a likelihood. */
  readonly probability: number;
  /** Rating of P by the model's thresholds. */
  readonly rating: ChainRating;
  /** P x rating of the asset / 5; null where the asset is not rated for the `weight`. Only for models with a `weight`. */
  readonly risk?: number | null;
  /** Keys of the attackers of the entry interface; empty means anyone. */
  readonly attackers: readonly string[];
  /** Keys of the periods of the entry interface; empty means at any time. */
  readonly periods: readonly string[];
}

/** The asset that a chain reaches. */
export interface ChainAssetJson {
  /** Its id; `COMPONENT/NAME` where the files give none. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Name of the component that holds it. */
  readonly component: string;
  /** Facility of that component; null without one. */
  readonly facility: string | null;
}

/** A step of a chain: a component is entered through an interface. */
export interface ChainStepJson {
  /** Name of the interface. */
  readonly interface: string;
  /** Name of the component. */
  readonly component: string;
  /** Score of the rating that counts here, from 0 to 10. */
  readonly score: number;
  /** The CVSS vector that it was scored from; null for a bare score. */
  readonly vector: string | null;
  /** Whether a rating rule gave it, rather than a rating of this relation. */
  readonly byRule: boolean;
  /** Techniques that the rating names, as of ATT&CK. */
  readonly techniques: readonly string[];
  /** Where the rating stands; null where nothing of the files says it. */
  readonly source: SourceLocation | null;
}

/** A model's name and the counts of its chains. */
export interface ChainsSummaryJson {
  /** Name of the model. */
  readonly model: string;
  /** Whether `chains` has, or could have, all there are: no limit cut the computation short. */
  readonly complete: boolean;
  /** How many chains there are. */
  readonly total: number;
  /** Whether there are more than `total`, because a limit ended the count. */
  readonly totalIsLowerBound: boolean;
  /** How many of them are kept, the best: at most `maxChains`. */
  readonly kept: number;
  /** How many there are by STRIDE type; types without any are left out. */
  readonly byType: Readonly<Record<string, number>>;
  /** How many there are by length in relationships; lengths without any are left out. */
  readonly byLength: Readonly<Record<string, number>>;
  /** Length of the longest chain whose P counts, whatever the maximum length is; see `tmg advise`. */
  readonly advised: number;
  /** Whether it may be longer, because a limit ended the search. */
  readonly advisedIsLowerBound: boolean;
  /** What the maximum length leaves out; null where no chain is known to be left out. */
  readonly lengthCuts: LengthCuts | null;
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
  summary(): ChainsSummaryJson {
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
