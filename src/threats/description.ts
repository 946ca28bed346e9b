import type { Chain } from '../chains/chain';
import { strideName } from '../formats/stride';
import type { Model } from '../model/model';
import { formatMessage } from '../text/message';

const ANYONE = 'An attacker';
const ANY_TIME = 'At any time';
const STEP = 'attacks {component} from {interface}';
const DIRECT =
  '{who} {when}, attacks {component} from {interface}, accomplish {type} towards {asset} of {component}, risk rating is {rating}.';
const MULTI_STEP = '{who} {when}, [{steps}], {asset} of {component} gets {type}, risk rating is {rating}.';

/** Who attacks, all of them in words: "external user or third-party attacker". */
export function attackerType(
  { attackers }: Pick<Chain, 'attackers'>,
  model: Pick<Model, 'attackers'>,
): string {
  return inWords(attackers, model.attackers) ?? ANYONE;
}

/** Who attacks, as a sentence begins: "External user or third-party attacker". */
export function attackerSubject(chain: Chain, model: Pick<Model, 'attackers'>): string {
  return capitalised(attackerType(chain, model));
}

/** When, in words. */
export function attackPeriod({ periods }: Pick<Chain, 'periods'>, model: Pick<Model, 'periods'>): string {
  return inWords(periods, model.periods) ?? ANY_TIME;
}

/** The chain as one sentence. */
export function describeChain(chain: Chain, model: Model): string {
  const periods = inWords(chain.periods, model.periods);
  const common = {
    who: attackerSubject(chain, model),
    when: periods === undefined ? ANY_TIME.toLowerCase() : `during ${periods}`,
    component: chain.target.name,
    asset: chain.asset.name,
    type: strideName(chain.type),
    rating: chain.rating,
  };
  const [first, ...others] = chain.steps;
  if (first && others.length === 0) {
    return formatMessage({ template: DIRECT, args: { ...common, interface: first.interface } });
  }
  const steps = chain.steps.map((step) =>
    formatMessage({ template: STEP, args: { component: step.component.name, interface: step.interface } }),
  );
  return formatMessage({ template: MULTI_STEP, args: { ...common, steps: steps.join('; ') } });
}

function inWords(keys: readonly string[], names: ReadonlyMap<string, string>): string | undefined {
  return keys.length === 0 ? undefined : keys.map((key) => names.get(key) ?? key).join(' or ');
}

function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}
