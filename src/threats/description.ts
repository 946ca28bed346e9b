import type { Chain } from '../chains/chain';
import { strideName } from '../formats/stride';
import type { Model } from '../model/model';
import { formatMessage } from '../text/message';

const ANYONE = 'An attacker';
const ANY_TIME = 'At any time';
const DIRECT =
  '{who} {when}, attacks {component} from {interface}, accomplish {type} towards {asset} of {component}, risk rating is {rating}.';
const BEGINNING = '{who} {when}, [';
const STEP = 'attacks {component} from {interface}';
const STEP_JOINT = '; ';
const ENDING = '], {asset} of {component} gets {type}, risk rating is {rating}.';

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
export function describeChain(chain: Chain, model: Model): string {
  const [first, ...others] = chain.steps;
  if (first && others.length === 0) {
    const args = { ...beginningArgs(chain, model), ...endingArgs(chain), interface: first.interface };
    return formatMessage({ template: DIRECT, args });
  }
  const steps = chain.steps.map((step) => describeStep(step.interface, step.component.name));
  return describeSteps(describeBeginning(chain, model), steps, describeEnding(chain));
}

/** The sentence of a chain of several steps, from its parts. */
export function describeSteps(beginning: string, steps: readonly string[], ending: string): string {
  return beginning + steps.join(STEP_JOINT) + ending;
}

/** How the sentence begins of all chains of several steps from one entry. */
export function describeBeginning(
  chain: Pick<Chain, 'attackers' | 'periods'>,
  model: Pick<Model, 'attackers' | 'periods'>,
): string {
  return formatMessage({ template: BEGINNING, args: beginningArgs(chain, model) });
}

/** One of several steps. */
export function describeStep(name: string, component: string): string {
  return formatMessage({ template: STEP, args: { component, interface: name } });
}

/** How the sentence ends of all chains of several steps that do the same to the same asset. */
export function describeEnding(chain: Pick<Chain, 'asset' | 'target' | 'type' | 'rating'>): string {
  return formatMessage({ template: ENDING, args: endingArgs(chain) });
}

function beginningArgs(
  chain: Pick<Chain, 'attackers' | 'periods'>,
  model: Pick<Model, 'attackers' | 'periods'>,
): { who: string; when: string } {
  const periods = inWords(chain.periods, model.periods);
  return {
    who: attackerSubject(chain, model),
    when: periods === undefined ? ANY_TIME.toLowerCase() : `during ${periods}`,
  };
}

function endingArgs({ asset, target, type, rating }: Pick<Chain, 'asset' | 'target' | 'type' | 'rating'>) {
  return { asset: asset.name, component: target.name, type: strideName(type), rating };
}

function inWords(keys: readonly string[], names: ReadonlyMap<string, string>): string | undefined {
  return keys.length === 0 ? undefined : keys.map((key) => names.get(key) ?? key).join(' or ');
}

function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}
