import type { Chain } from '../chains/chain';
import { type StrideType, strideName } from '../formats/stride';
import type { Model } from '../model/model';
import { formatMessage } from '../text/message';

const ANYONE = 'An attacker';
const ANY_TIME = 'At any time';

/** How the sentence that describes a chain is worded: in plain English, or as the method's guide has it. */
export const SENTENCES = ['plain', 'guide'] as const;

export type Sentences = (typeof SENTENCES)[number];

/** The parts of which a sentence is made: of a chain of one step as a whole, of one of several part by part. */
interface Wording {
  readonly direct: string;
  readonly beginning: string;
  readonly step: string;
  readonly joint: string;
  readonly ending: string;
}

const WORDINGS: Readonly<Record<Sentences, Wording>> = {
  plain: {
    direct:
      '{when}, {who} attacks {component} from {interface} and accomplishes {type} {asset} of {target}. Risk rating: {rating}.',
    beginning: '{when}, {who} attacks ',
    step: '{component} from {interface}',
    joint: ', then ',
    ending: ', and accomplishes {type} {asset} of {target}. Risk rating: {rating}.',
  },
  guide: {
    direct:
      '{who} {when}, attacks {component} from {interface}, accomplish {type} towards {asset} of {target}, risk rating is {rating}.',
    beginning: '{who} {when}, [',
    step: 'attacks {component} from {interface}',
    joint: '; ',
    ending: '], {asset} of {target} gets {type}, risk rating is {rating}.',
  },
};

/** What follows the name of a type in plain English, before the asset. */
const PREPOSITIONS: Readonly<Record<StrideType, string>> = {
  S: 'of',
  T: 'with',
  R: 'regarding',
  I: 'of',
  D: 'against',
  E: 'over',
};

/** Who attacks, all of them in words: "external user or third-party attacker". */
export function attackerType(
  { attackers }: Pick<Chain, 'attackers'>,
  model: Pick<Model, 'attackers'>,
): string {
  return inWords(attackers, model.attackers) ?? ANYONE;
}

/** Who attacks, as a sentence begins: "External user or third-party attacker". */
export function attackerSubject(chain: Pick<Chain, 'attackers'>, model: Pick<Model, 'attackers'>): string {
  return capitalised(attackerType(chain, model));
}

/** When, in words. */
export function attackPeriod({ periods }: Pick<Chain, 'periods'>, model: Pick<Model, 'periods'>): string {
  return inWords(periods, model.periods) ?? ANY_TIME;
}

/** The chain as one sentence. */
export function describeChain(chain: Chain, model: Model, sentences: Sentences = 'plain'): string {
  const [first, ...others] = chain.steps;
  if (first && others.length === 0) {
    const step = { interface: first.interface, component: first.component.name };
    const args = { ...beginningArgs(chain, model, sentences), ...endingArgs(chain, sentences), ...step };
    return formatMessage({ template: WORDINGS[sentences].direct, args });
  }
  const steps = chain.steps.map((step) => describeStep(step.interface, step.component.name, sentences));
  return describeSteps(
    describeBeginning(chain, model, sentences),
    steps,
    describeEnding(chain, sentences),
    sentences,
  );
}

/** The sentence of a chain of several steps, from its parts. */
export function describeSteps(
  beginning: string,
  steps: readonly string[],
  ending: string,
  sentences: Sentences,
): string {
  return beginning + steps.join(WORDINGS[sentences].joint) + ending;
}

/** How the sentence begins of all chains of several steps from one entry. */
export function describeBeginning(
  chain: Pick<Chain, 'attackers' | 'periods'>,
  model: Pick<Model, 'attackers' | 'periods'>,
  sentences: Sentences,
): string {
  return formatMessage({
    template: WORDINGS[sentences].beginning,
    args: beginningArgs(chain, model, sentences),
  });
}

/** One of several steps. */
export function describeStep(name: string, component: string, sentences: Sentences): string {
  return formatMessage({ template: WORDINGS[sentences].step, args: { component, interface: name } });
}

/** How the sentence ends of all chains of several steps that do the same to the same asset. */
export function describeEnding(
  chain: Pick<Chain, 'asset' | 'target' | 'type' | 'rating'>,
  sentences: Sentences,
): string {
  return formatMessage({ template: WORDINGS[sentences].ending, args: endingArgs(chain, sentences) });
}

/** Texts of the model can be nouns or clauses; in brackets and quotation marks either makes a right sentence. */
function beginningArgs(
  chain: Pick<Chain, 'attackers' | 'periods'>,
  model: Pick<Model, 'attackers' | 'periods'>,
  sentences: Sentences,
): { who: string; when: string } {
  const periods = inWords(chain.periods, model.periods);
  if (sentences === 'guide') {
    return {
      who: attackerSubject(chain, model),
      when: periods === undefined ? ANY_TIME.toLowerCase() : `during ${periods}`,
    };
  }
  const attackers = inWords(chain.attackers, model.attackers);
  return {
    who: attackers === undefined ? 'an attacker' : `an attacker (${attackers})`,
    when: periods === undefined ? ANY_TIME : `In the period "${periods}"`,
  };
}

function endingArgs(
  { asset, target, type, rating }: Pick<Chain, 'asset' | 'target' | 'type' | 'rating'>,
  sentences: Sentences,
) {
  const name = strideName(type);
  return {
    asset: asset.name,
    target: target.name,
    type: sentences === 'plain' ? `${name} ${PREPOSITIONS[type]}` : name,
    rating,
  };
}

function inWords(keys: readonly string[], names: ReadonlyMap<string, string>): string | undefined {
  return keys.length === 0 ? undefined : keys.map((key) => names.get(key) ?? key).join(' or ');
}

function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}
