import assert from 'node:assert/strict';
import { METRICS } from '../../../src/cvss/metrics';
import { parseVector } from '../../../src/cvss/parseVector';
import { scoreVector } from '../../../src/cvss/score';
import type { CvssVector } from '../../../src/cvss/vector';

// Exhaustive: every base and temporal vector of both versions.

// The equations and weights below are written from FIRST's specifications 3.0 (section 8) and 3.1 (section 7), in exact
// fractions, and share nothing with the product.

type Version = '3.0' | '3.1';
type Values = Readonly<Record<string, string>>;

/** A fraction; the denominator is above 0. */
type Fraction = readonly [over: bigint, under: bigint];

const fraction = (hundredths: number): Fraction => [BigInt(hundredths), 100n];
const multiply = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];
const subtract = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
const add = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const smaller = (a: Fraction, b: Fraction): Fraction => (a[0] * b[1] < b[0] * a[1] ? a : b);
const toPower = ([over, under]: Fraction, n: bigint): Fraction => [over ** n, under ** n];

/** In hundredths. */
const WEIGHT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 85, A: 62, L: 55, P: 20 },
  AC: { L: 77, H: 44 },
  'PR U': { N: 85, L: 62, H: 27 },
  'PR C': { N: 85, L: 68, H: 50 },
  UI: { N: 85, R: 62 },
  CIA: { H: 56, L: 22, N: 0 },
  requirement: { X: 100, H: 150, M: 100, L: 50 },
  E: { X: 100, H: 100, F: 97, P: 94, U: 91 },
  RL: { X: 100, U: 100, W: 97, T: 96, O: 95 },
  RC: { X: 100, C: 100, R: 96, U: 92 },
};

const weight = (table: string, value: string | undefined): number => {
  const found = WEIGHT[table]?.[value ?? 'X'];
  assert.ok(found !== undefined, `${table}:${value}`);
  return found;
};

/** Tenths: 3.0 takes the smallest that is not below the number; 3.1 first rounds to hundred thousandths. */
function roundUp(version: Version, [over, under]: Fraction): number {
  if (version === '3.0') {
    return Number((over * 10n + under - 1n) / under);
  }
  const input = (over * 200_000n + under) / (under * 2n);
  return Number(input % 10_000n === 0n ? input / 10_000n : input / 10_000n + 1n);
}

const impacts = new Map<string, Fraction>();

/** Impact of the share that is lost; there are few. */
function impactOf(lost: Fraction, scope: 'U' | 'C' | 'C modified in 3.1'): Fraction {
  const key = `${scope} ${lost.join('/')}`;
  let impact = impacts.get(key);
  if (!impact) {
    const tail =
      scope === 'C'
        ? toPower(subtract(lost, [2n, 100n]), 15n)
        : toPower(subtract(multiply(lost, [9731n, 10_000n]), [2n, 100n]), 13n);
    impact =
      scope === 'U'
        ? multiply([642n, 100n], lost)
        : subtract(multiply([752n, 100n], subtract(lost, [29n, 1000n])), multiply([325n, 100n], tail));
    impacts.set(key, impact);
  }
  return impact;
}

function withExploitability(version: Version, impact: Fraction, values: Values): number {
  if (impact[0] <= 0n) {
    return 0;
  }
  const weights = [
    weight('AV', values['AV']),
    weight('AC', values['AC']),
    weight(`PR ${values['S']}`, values['PR']),
    weight('UI', values['UI']),
  ];
  const exploitability = weights.map(fraction).reduce(multiply, [822n, 100n]);
  const sum = add(impact, exploitability);
  return roundUp(version, smaller(values['S'] === 'C' ? multiply([108n, 100n], sum) : sum, [10n, 1n]));
}

function lostOf(weights: readonly Fraction[]): Fraction {
  return subtract([1n, 1n], weights.map((lost) => subtract([1n, 1n], lost)).reduce(multiply));
}

function baseTenths(version: Version, values: Values): number {
  const lost = lostOf(['C', 'I', 'A'].map((name) => fraction(weight('CIA', values[name]))));
  return withExploitability(version, impactOf(lost, values['S'] === 'C' ? 'C' : 'U'), values);
}

function temporalTenths(version: Version, tenths: number, values: Values): number {
  const weights = ['E', 'RL', 'RC'].map((name) => BigInt(weight(name, values[name])));
  const over = weights.reduce((product, factor) => product * factor, BigInt(tenths));
  return roundUp(version, [over, 10_000_000n]);
}

function environmentalTenths(version: Version, values: Values): number {
  const modified: Record<string, string> = {};
  for (const name of ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A']) {
    const value = values[`M${name}`] ?? 'X';
    modified[name] = value === 'X' ? (values[name] ?? '') : value;
  }
  const lost = smaller(
    lostOf(
      ['C', 'I', 'A'].map((name) =>
        multiply(
          fraction(weight('CIA', modified[name])),
          fraction(weight('requirement', values[`${name}R`])),
        ),
      ),
    ),
    [915n, 1000n],
  );
  const scope = modified['S'] === 'U' ? 'U' : version === '3.0' ? 'C' : 'C modified in 3.1';
  const tenths = withExploitability(version, impactOf(lost, scope), modified);
  return temporalTenths(version, tenths, values);
}

const RANGE = { start: 0, end: 0 };

/** A vector as the parser makes it; parsing as many takes longer than scoring them. */
function vectorOf(version: Version, values: Values): CvssVector {
  const metrics = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    range: RANGE,
    valueRange: RANGE,
  }));
  return { version, text: '', metrics };
}

function* combinations(names: readonly string[], except = ''): Generator<Values> {
  const [first, ...rest] = names;
  if (first === undefined) {
    yield {};
    return;
  }
  const letters = METRICS['3.1'].find(({ name }) => name === first)?.values.map(({ letter }) => letter);
  for (const letter of letters ?? []) {
    if (letter !== except) {
      for (const others of combinations(rest, except)) {
        yield { [first]: letter, ...others };
      }
    }
  }
}

const BASE = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'];

/** Numbers below a bound, the same in every run. */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function textOf(version: Version, values: Values): string {
  return `CVSS:${version}/${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join('/')}`;
}

function same(version: Version, values: Values, tenths: number): void {
  const score = scoreVector(vectorOf(version, values), 'overall');
  if (score !== tenths / 10) {
    assert.equal(score, tenths / 10, textOf(version, values));
  }
}

describe('scores of CVSS 3.0 and 3.1 in exact numbers', () => {
  it('round 9.2 up to nothing', () => {
    const text = 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/RC:U';
    const { vector } = parseVector(text);
    assert.ok(vector);
    assert.equal(scoreVector(vector, 'overall'), 9.2);
  });

  for (const version of ['3.0', '3.1'] as const) {
    it(`are those of fractions for all base and temporal vectors of ${version}`, () => {
      const temporal = [...combinations(['E', 'RL', 'RC'], 'X')];
      let count = 0;
      for (const base of combinations(BASE)) {
        const tenths = baseTenths(version, base);
        same(version, base, tenths);
        for (const more of temporal) {
          count++;
          same(version, { ...base, ...more }, temporalTenths(version, tenths, more));
        }
      }
      assert.equal(count, 2592 * 48, 'with X for the value of the same weight 259,200');
    });

    it(`are those of fractions for 100,000 environmental vectors of ${version}`, () => {
      const below = numbers(version === '3.0' ? 30 : 31);
      const metrics = METRICS[version].map(({ name, values }) => ({
        name,
        letters: values.map(({ letter }) => letter),
      }));
      for (let run = 0; run < 100_000; run++) {
        const values: Record<string, string> = {};
        for (const { name, letters } of metrics) {
          values[name] = letters[below(letters.length)] as string;
        }
        // Without any environmental metric there is only a temporal score.
        values['CR'] = values['CR'] === 'X' ? 'M' : (values['CR'] as string);
        same(version, values, environmentalTenths(version, values));
      }
    });

    it(`do not change for ${version} where a metric is X`, () => {
      const base: Values = { AV: 'N', AC: 'L', PR: 'L', UI: 'N', S: 'C', C: 'H', I: 'L', A: 'N' };
      const tenths = baseTenths(version, base);
      for (const more of combinations(['E', 'RL', 'RC'])) {
        const values = { ...base, ...more, CR: 'X', MAV: 'X', MS: 'X' };
        same(version, values, temporalTenths(version, tenths, more));
      }
    });
  }
});
