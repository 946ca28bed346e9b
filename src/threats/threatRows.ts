import type { ChainSet } from '../chains/chainSet';
import { chainRating, type ChainRating } from '../chains/chain';
import { hashChainKey } from '../chains/chainId';
import type { CvssVector } from '../cvss/vector';
import { STRIDE_TYPES, type StrideType, strideName } from '../formats/stride';
import { conditionKind, type ConditionState, ConditionStates } from './conditionStates';
import {
  attackerType,
  attackPeriod,
  describeBeginning,
  describeChain,
  describeEnding,
  describeStep,
  describeSteps,
  type Sentences,
} from './description';
import { influence } from './influence';

/**
 * Cells that stand side by side in a row of the threat table. A part that many rows share is one object, so that writers
 * need to put it into words only once; the others are new for every row.
 */
export interface RowPart {
  readonly cells: readonly (string | number | undefined)[];
  readonly shared: boolean;
}

/** Crossing a relation. */
interface StepTexts {
  readonly sentence: string;
  /** Its share of the text whose hash is a chain's id, where it is the first step, and where it is not. */
  readonly firstKey: string;
  readonly key: string;
}

/** Crossing a relation, rated for a type. */
interface RatedStep {
  readonly vector: CvssVector | undefined;
  /** Of the vector: see `conditionKind`. */
  readonly kind: string;
  readonly influence: RowPart;
}

/** Attacking an asset in one way. */
interface TargetTexts {
  readonly endings: Readonly<Record<ChainRating, string>>;
  readonly key: string;
}

/** What is known of an entry. */
interface KnownEntry {
  readonly part: RowPart;
  readonly beginning: string;
}

/** Room for types in numbers that stand for a type together with something else. */
const TYPES = 8;

/**
 * The rows of the threat table, many at a time: the same cells as `threatRow` gives, without making every chain. What
 * depends on the asset, the entry, a relation or the values of metrics is kept; there is little of it.
 */
export class ThreatRows {
  private readonly assets = new Map<number, RowPart>();
  private readonly entries = new Map<number, KnownEntry>();
  /** By relation. */
  private readonly steps = new Map<number, StepTexts>();
  /** By relation and type; null where the step is not rated. */
  private readonly ratedSteps = new Map<number, RatedStep | null>();
  private readonly influences = new Map<string, RowPart>();
  /** By asset and type. */
  private readonly targets = new Map<number, TargetTexts>();
  private readonly states = new ConditionStates();
  private readonly conditions = new Map<ConditionState, Map<StrideType, RowPart>>();
  private readonly ratings: Readonly<Record<ChainRating, RowPart>> = {
    High: shared(['High']),
    Medium: shared(['Medium']),
    Low: shared(['Low']),
  };

  constructor(
    private readonly chains: ChainSet,
    private readonly sentences: Sentences = 'plain',
  ) {}

  /** The row of the chain at a position: the cells of all parts are its columns in order. */
  parts(position: number): readonly RowPart[] {
    const { chains } = this;
    const relations = chains.relationNumbers(position);
    const last = relations.length - 1;
    const type = chains.type(position);
    const elevation = chains.options.stepRule === 'elevation';
    let key = '';
    let state = this.states.none;
    let influenced: RowPart | undefined;
    const sentences: string[] = [];
    for (let index = 0; index <= last; index++) {
      const relation = relations[index] as number;
      const texts = this.step(relation);
      key += index === 0 ? texts.firstKey : texts.key;
      const rated = this.ratedStep(relation, elevation && index < last ? 'E' : type);
      if (rated) {
        sentences.push(texts.sentence);
        state = rated.vector ? this.states.after(state, rated.vector, rated.kind) : state;
        influenced = rated.influence;
      }
    }
    const target = this.target(position);
    const entry = this.entry(relations[0] as number);
    const probability = chains.probability(position);
    const rating = chainRating(probability, chains.model.settings.thresholds);
    const description =
      sentences.length === 1
        ? describeChain(chains.chain(position), chains.model, this.sentences)
        : describeSteps(entry.beginning, sentences, target.endings[rating], this.sentences);
    return [
      own(hashChainKey(key + target.key)),
      this.asset(position),
      entry.part,
      influenced ?? this.influence(type, undefined),
      own(description),
      this.typeAndConditions(type, state),
      own(probability),
      this.ratings[rating],
    ];
  }

  /** Facility to Rating: Compliance. */
  private asset(position: number): RowPart {
    const { chains } = this;
    return remembered(this.assets, chains.assetNumber(position), () => {
      const { name, component, ratings } = chains.asset(position);
      return shared([
        chains.model.components.get(component)?.facility,
        component,
        name,
        ratings.security,
        ratings.operation,
        ratings.tech,
        ratings.compliance,
      ]);
    });
  }

  /** Attacker Type, Attack Period and First Entry-Point. */
  private entry(relation: number): KnownEntry {
    const { graph, model } = this.chains;
    const number = graph.relationInterface[relation] as number;
    return remembered(this.entries, number, () => {
      const name = graph.interfaces[number] as string;
      const { attackers = [], periods = [] } = model.interfaces.get(name) ?? {};
      const who = { attackers, periods };
      return {
        part: shared([attackerType(who, model), attackPeriod(who, model), name]),
        beginning: describeBeginning(who, model, this.sentences),
      };
    });
  }

  private step(relation: number): StepTexts {
    return remembered(this.steps, relation, () => {
      const step = this.chains.step(relation);
      const [name, component] = [JSON.stringify(step.interface), JSON.stringify(step.component)];
      return {
        sentence: describeStep(step.interface, step.component, this.sentences),
        firstKey: `[${name},[${component}`,
        key: `,${name},${component}`,
      };
    });
  }

  private ratedStep(relation: number, type: StrideType): RatedStep | null {
    return remembered(this.ratedSteps, relation * TYPES + STRIDE_TYPES.indexOf(type), () => {
      const { graph } = this.chains;
      const component = graph.components[graph.relationComponent[relation] as number];
      const rating = component?.relations.get(this.chains.step(relation).interface)?.ratings[type];
      if (rating === undefined || component?.virtual !== false) {
        return null;
      }
      const { vector } = rating;
      return { vector, kind: vector ? conditionKind(vector) : '', influence: this.influence(type, vector) };
    });
  }

  private influence(type: StrideType, vector: CvssVector | undefined): RowPart {
    const text = influence(type, vector);
    return remembered(this.influences, text, () => shared([text]));
  }

  private target(position: number): TargetTexts {
    const { chains } = this;
    return remembered(this.targets, chains.paths.chainTarget[position] as number, () => {
      const { asset, target, type } = chains.chain(position);
      const ending = (rating: ChainRating): string =>
        describeEnding({ asset, target, type, rating }, this.sentences);
      return {
        endings: { High: ending('High'), Medium: ending('Medium'), Low: ending('Low') },
        key: `],${JSON.stringify(asset.id)},${JSON.stringify(type)}]`,
      };
    });
  }

  /** STRIDE Type and the columns of the metrics. */
  private typeAndConditions(type: StrideType, state: ConditionState): RowPart {
    const ofType = remembered(this.conditions, state, () => new Map<StrideType, RowPart>());
    return remembered(ofType, type, () => {
      const { attackVector, attackComplexity, privilegesRequired, userInteraction } = state.conditions;
      return shared([strideName(type), attackVector, attackComplexity, privilegesRequired, userInteraction]);
    });
  }
}

/** What a map has of a key, made where it has nothing yet. */
function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function shared(cells: RowPart['cells']): RowPart {
  return { cells, shared: true };
}

function own(cell: string | number): RowPart {
  return { cells: [cell], shared: false };
}
