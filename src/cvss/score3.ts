import {
  ceiling,
  type Decimal,
  decimal,
  least,
  minus,
  nearest,
  plus,
  power,
  times,
  toNumber,
} from './decimal';
import type { ScoreKind } from './scoreKind';
import { type CvssVector, NOT_DEFINED } from './vector';

/** Version 3.0 or 3.1. */
type Version3 = Exclude<CvssVector['version'], '4.0'>;

/**
 * Score of a vector of CVSS 3.0 or 3.1 in exact decimals, by the equations of section 8 (3.0) and 7 (3.1) of FIRST's
 * specifications. Doubles lie above some products that have one decimal, which 3.0 then rounds up to the next tenth.
 */
export function scoreVector3(version: Version3, vector: CvssVector, kind: ScoreKind): number {
  const metrics = new Map(
    vector.metrics.flatMap(({ name, value }) => (value === NOT_DEFINED ? [] : [[name, value] as const])),
  );
  const base = baseScore(version, metrics);
  if (kind === 'base') {
    return toNumber(base);
  }
  const severity = ENVIRONMENTAL.some((name) => metrics.has(name)) ? modifiedScore(version, metrics) : base;
  const factors = ['E', 'RL', 'RC'].map((name) => weightOf(name, metrics.get(name) ?? ''));
  return toNumber(roundUp(version, times(severity, ...factors)));
}

const ZERO = decimal('0');
const ONE = decimal('1');
const MOST = decimal('10');
const MOST_LOST = decimal('0.915');
const UNCHANGED = decimal('6.42');
const EXPLOITABILITY = decimal('8.22');
const CHANGED = decimal('1.08');
const CHANGED_IMPACT = { factor: decimal('7.52'), offset: decimal('0.029') };
const TAIL = { factor: decimal('3.25'), offset: decimal('0.02'), share: decimal('0.9731') };
const BASE = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'] as const;
const IMPACTS = ['C', 'I', 'A'] as const;
const ENVIRONMENTAL = ['CR', 'IR', 'AR', ...BASE.map((name) => `M${name}`)];

function baseScore(version: Version3, metrics: ReadonlyMap<string, string>): Decimal {
  const kept = IMPACTS.map((name) => minus(ONE, weightOf(name, metrics.get(name) ?? '')));
  const lost = minus(ONE, times(ONE, ...kept));
  const changed = metrics.get('S') === 'C';
  const impact = changed ? changedImpact(lost, lost, 15) : times(UNCHANGED, lost);
  return combined(version, impact, changed, (name) => metrics.get(name) ?? '');
}

function modifiedScore(version: Version3, metrics: ReadonlyMap<string, string>): Decimal {
  const modified = (name: string): string => metrics.get(`M${name}`) ?? metrics.get(name) ?? '';
  const kept = IMPACTS.map((name) =>
    minus(ONE, times(weightOf(name, modified(name)), weightOf('R', metrics.get(`${name}R`) ?? ''))),
  );
  const lost = least(minus(ONE, times(ONE, ...kept)), MOST_LOST);
  const changed = modified('S') === 'C';
  const impact = !changed
    ? times(UNCHANGED, lost)
    : version === '3.0'
      ? changedImpact(lost, lost, 15)
      : changedImpact(lost, times(lost, TAIL.share), 13);
  return combined(version, impact, changed, modified);
}

/** The impact where the scope changes; its tail is a power of `tail` - 0.02. */
function changedImpact(lost: Decimal, tail: Decimal, exponent: number): Decimal {
  return minus(
    times(CHANGED_IMPACT.factor, minus(lost, CHANGED_IMPACT.offset)),
    times(TAIL.factor, power(minus(tail, TAIL.offset), exponent)),
  );
}

/** Impact and exploitability as a score. */
function combined(
  version: Version3,
  impact: Decimal,
  changed: boolean,
  valueOf: (name: string) => string,
): Decimal {
  if (impact.digits <= 0n) {
    return ZERO;
  }
  const exploitability = times(
    EXPLOITABILITY,
    ...['AV', 'AC', 'UI'].map((name) => weightOf(name, valueOf(name))),
    weightOf(changed ? 'PR changed' : 'PR', valueOf('PR')),
  );
  const sum = plus(impact, exploitability);
  return roundUp(version, least(changed ? times(CHANGED, sum) : sum, MOST));
}

/** 3.1 first rounds to five decimals, lest a double that is a little too high become the next tenth. */
function roundUp(version: Version3, value: Decimal): Decimal {
  return ceiling(version === '3.1' ? nearest(value, 5) : value, 1);
}

/** Weight of a metric's value; 1 where it is not defined. */
function weightOf(metric: string, value: string): Decimal {
  return WEIGHTS[metric]?.[value] ?? ONE;
}

const weights = (texts: Readonly<Record<string, string>>): Readonly<Record<string, Decimal>> =>
  Object.fromEntries(Object.entries(texts).map(([value, text]) => [value, decimal(text)]));

const IMPACT = weights({ N: '0', L: '0.22', H: '0.56' });

const WEIGHTS: Readonly<Record<string, Readonly<Record<string, Decimal>>>> = {
  AV: weights({ N: '0.85', A: '0.62', L: '0.55', P: '0.2' }),
  AC: weights({ L: '0.77', H: '0.44' }),
  PR: weights({ N: '0.85', L: '0.62', H: '0.27' }),
  'PR changed': weights({ N: '0.85', L: '0.68', H: '0.5' }),
  UI: weights({ N: '0.85', R: '0.62' }),
  C: IMPACT,
  I: IMPACT,
  A: IMPACT,
  /** CR, IR and AR. */
  R: weights({ L: '0.5', M: '1', H: '1.5' }),
  E: weights({ U: '0.91', P: '0.94', F: '0.97', H: '1' }),
  RL: weights({ O: '0.95', T: '0.96', W: '0.97', U: '1' }),
  RC: weights({ U: '0.92', R: '0.96', C: '1' }),
};
