import type { Chain, ChainStep } from '../chains/chain';
import { probabilityDivisors } from '../chains/probability';
import { componentPlace, relationPlace } from '../checks/places';
import { METRICS } from '../cvss/metrics';
import { explainMetric } from '../cvss/explain';
import { type CvssVector, metricValue } from '../cvss/vector';
import { strideName } from '../formats/stride';
import type { Model } from '../model/model';
import { type Origins, type Place, ratingPlace } from '../model/origins';
import { formatMessage } from '../text/message';
import { attackerSubject } from './description';

/** How P of a chain comes about, and why each step can be taken. */
export interface ChainExplanation {
  /** "(3.9 x 2.8) / 10 = 1.092". */
  readonly formula: string;
  /** One per step of the chain. */
  readonly steps: readonly StepExplanation[];
}

/** Why a step can be taken, and where the model says so. */
export interface StepExplanation {
  /** P of the chain as far as this step. */
  readonly probability: number;
  /** One sentence. */
  readonly reason: string;
  /** The base metrics, "Attack Vector: Network"; empty for a bare score. */
  readonly vectorInWords: readonly string[];
  /** Place of the rating or the rule. */
  readonly source: Place | undefined;
  readonly componentPlace: Place | undefined;
  readonly relationPlace: Place | undefined;
}

/** Explains a chain of a model. */
export function explainChain(
  chain: Chain,
  model: Pick<Model, 'attackers' | 'settings'>,
  origins: Origins,
): ChainExplanation {
  const { steps } = chain;
  const divisors = probabilityDivisors(steps.length);
  const between = virtualsBefore(chain);
  let product = 1;
  return {
    formula: formula(chain),
    steps: steps.map((step, index) => {
      const { relation, ratedType, rating, interface: name, component } = step;
      product *= Math.round(rating.score * 10);
      return {
        probability: product / (divisors[index + 1] as number),
        reason: reason(chain, model, index, between[index] ?? []),
        vectorInWords: rating.vector ? metricsInWords(rating.vector) : [],
        source: ratingPlace(origins, relation, ratedType, rating),
        componentPlace: componentPlace(origins, component.name),
        relationPlace: relationPlace(origins, component.name, name),
      };
    }),
  };
}

/** P = p_1 x ... x p_n x 10^(1-n) with its numbers, in one line. */
function formula({ steps, probability }: Chain): string {
  const factors = steps.map(({ rating }) => rating.score).join(' x ');
  if (steps.length === 1) {
    return factors;
  }
  const power = steps.length - 1;
  return `(${factors}) / ${power > 3 ? `10^${power}` : 10 ** power} = ${probability}`;
}

/** By step: the Virtual components that the attacker passes through on the way to it. */
function virtualsBefore({ path, steps }: Chain): string[][] {
  const between: string[][] = [];
  let passed: string[] = [];
  for (let index = 0; index < path.length; index += 2) {
    const step = steps[between.length];
    const component = path[index + 1] as string;
    if (step && step.interface === path[index] && step.component.name === component) {
      between.push(passed);
      passed = [];
    } else {
      passed.push(component);
    }
  }
  return between;
}

const FIRST = '{who} reaches {interface} of {component} from outside';
const FIRST_BY_WAY =
  '{who} reaches {entry} from outside and, by way of {virtual}, {interface} of {component}';
const LATER = 'The attacker holds {held}, which shares {interface} with {component}';
const LATER_BY_WAY =
  'The attacker holds {held}, which reaches {interface} of {component} by way of {virtual}';
const RATED = '{way}; entering {component} there is rated {score} for {type}{why} by {origin}.';

function reason(
  chain: Chain,
  model: Pick<Model, 'attackers' | 'settings'>,
  index: number,
  virtuals: readonly string[],
): string {
  const step = chain.steps[index] as ChainStep;
  const held = chain.steps[index - 1]?.component.name;
  const [direct, byWay] = held === undefined ? [FIRST, FIRST_BY_WAY] : [LATER, LATER_BY_WAY];
  const way = formatMessage({
    template: virtuals.length === 0 ? direct : byWay,
    args: {
      who: attackerSubject(chain, model),
      entry: chain.entry,
      held: held ?? '',
      interface: step.interface,
      component: step.component.name,
      virtual: virtuals.join(' and '),
    },
  });
  const isElevated = model.settings.stepRule === 'elevation' && index < chain.steps.length - 1;
  return formatMessage({
    template: RATED,
    args: {
      way,
      component: step.component.name,
      score: step.rating.score,
      type: strideName(step.ratedType),
      why: isElevated ? ', as every step before the last,' : '',
      origin: origin(step),
    },
  });
}

function origin({ rating }: ChainStep): string {
  if (rating.rule !== undefined) {
    return `rating rule ${rating.rule + 1}`;
  }
  return rating.vector ? 'its own vector' : 'its own score';
}

function metricsInWords(vector: CvssVector): string[] {
  return METRICS[vector.version]
    .filter(({ required }) => required)
    .flatMap(({ name }) => {
      const explained = explainMetric(vector.version, name, metricValue(vector, name) ?? '');
      return explained ? [`${explained.title}: ${explained.word}`] : [];
    });
}
