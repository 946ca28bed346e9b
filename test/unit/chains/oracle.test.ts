import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { parseYaml } from '../../naive/document';
import { naiveChains } from '../../naive/naiveChains';
import type { NaiveOptions } from '../../naive/types';
import { chainLines, modelOf, single, type TextMap, textsOf } from '../../support/chainLines';
import { detourModel, type PlainObject, randomFiles, randomModel } from '../../support/randomModel';

const RUNS = 3000;

/** What models can say that changes which chains there are. */
const EVERYTHING = [
  'stepRule same',
  'stepRule elevation',
  'uniqueness nodes',
  'uniqueness relationships',
  'score base',
  'score overall',
  'stride',
  'maxLength',
  'minProbability',
  'maxChains',
  'countLimit',
  'thresholds',
  'banned',
  'oneWay',
  'only',
  'ratingRules',
  '"Virtual"',
  'Virtual-',
  '"EXT"',
  '"into"',
  '"facility"',
  '"none"',
  'CVSS:4.0',
  '"entry":"false"',
];

/** P can only be compared within one way to compute it; everything else must be the same. */
function compareWithNaive(texts: TextMap, asked: NaiveOptions = {}): number {
  const expected = naiveChains([...texts.values()].map(parseYaml), asked);
  const model = modelOf(texts);
  const { from, to, types = model.settings.stride, ...narrowed } = asked;
  const set = computeChains(
    model,
    chainOptions(model.settings, {
      ...narrowed,
      types: model.settings.stride.filter((type) => types.includes(type)),
      ...(from && { from: new Set(from) }),
      ...(to && { to: new Set(to) }),
    }),
  );
  assert.equal(set.counts.totalIsLowerBound, expected.totalIsLowerBound);
  assert.equal(set.counts.total, expected.total);
  assert.equal(set.size, expected.kept);
  assert.deepEqual(
    chainLines(set),
    expected.chains.map((chain) =>
      JSON.stringify([
        chain.id,
        chain.type,
        chain.path,
        chain.asset.id,
        chain.probability,
        chain.rating,
        chain.steps.map((step) => [step.interface, step.component, step.score, step.byRule]),
        [...chain.attackers].sort(),
        [...chain.periods].sort(),
      ]),
    ),
  );
  if (!expected.totalIsLowerBound) {
    const byLength = Object.fromEntries(set.counts.byLength.map(({ length, chains }) => [length, chains]));
    assert.deepEqual(byLength, expected.byLength);
    const byType = Object.fromEntries([...set.counts.byType].filter(([, chains]) => chains > 0));
    assert.deepEqual(byType, expected.byType);
  }
  return set.size;
}

/** What a caller can ask for on top of the settings; indexes pick names of the model. */
const asking = fc.record(
  {
    types: fc.subarray(['S', 'T', 'R', 'I', 'D', 'E'] as const, { minLength: 1 }),
    from: fc.array(fc.nat({ max: 99 }), { maxLength: 2 }),
    to: fc.array(fc.nat({ max: 99 }), { maxLength: 2 }),
    maxLength: fc.integer({ min: 1, max: 7 }),
    minProbability: fc.constantFrom(0, 0.5, 3.876, 4, 6.8, 10),
    maxChains: fc.integer({ min: 1, max: 30 }),
    countLimit: fc.integer({ min: 1, max: 60 }),
    stepRule: fc.constantFrom('same' as const, 'elevation' as const),
    uniqueness: fc.constantFrom('nodes' as const, 'relationships' as const),
  },
  { requiredKeys: [] },
);

function optionsFor(
  texts: TextMap,
  asked: typeof asking extends fc.Arbitrary<infer T> ? T : never,
): NaiveOptions {
  const model = modelOf(texts);
  const pick = (names: readonly string[], indexes: readonly number[]): string[] =>
    names.length === 0 ? [] : indexes.map((index) => names[index % names.length] ?? '');
  const { from, to, maxLength, ...others } = asked;
  return {
    ...others,
    // Longer walks than the model was made for cannot be written down.
    ...(maxLength !== undefined && { maxLength: Math.min(maxLength, model.settings.maxLength) }),
    ...(from && { from: pick([...model.interfaces.keys()], from) }),
    ...(to && { to: pick([...model.assets.keys()], to) }),
  };
}

/** What a model uses of all that a model can say. */
function featuresOf(document: PlainObject): string[] {
  const settings = Object.entries((document['settings'] ?? {}) as PlainObject).map(
    ([key, value]) => `${key}${typeof value === 'string' && /^[a-z]+$/.test(value) ? ` ${value}` : ''}`,
  );
  const filters = Object.keys((document['filters'] ?? {}) as PlainObject);
  const text = JSON.stringify(document);
  const words = [
    '"Virtual"',
    'Virtual-',
    '"EXT"',
    '"into"',
    '"facility"',
    '"none"',
    'CVSS:4.0',
    '"entry":"false"',
  ];
  return [
    ...settings,
    ...filters,
    ...words.filter((word) => text.includes(word)),
    ...(document['ratingRules'] ? ['ratingRules'] : []),
  ];
}

describe('the engine against a naive implementation', () => {
  it(`agrees on ${RUNS} random models of one file`, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomModel, (document) => {
        if (compareWithNaive(single(document)) > 0) {
          for (const feature of ['chains', ...featuresOf(document)]) {
            seen.set(feature, (seen.get(feature) ?? 0) + 1);
          }
        }
      }),
      { numRuns: RUNS },
    );
    assert.ok((seen.get('chains') ?? 0) > RUNS / 3, `only ${seen.get('chains')} models had chains`);
    const rare = EVERYTHING.filter((feature) => (seen.get(feature) ?? 0) < RUNS / 100);
    assert.deepEqual(rare, [], 'every feature is in many models that have chains');
  });

  it(`agrees on ${RUNS / 2} random models in which filters make chains go through an interface again`, () => {
    let chains = 0;
    fc.assert(
      fc.property(detourModel, (document) => {
        chains += compareWithNaive(single(document)) > 0 ? 1 : 0;
      }),
      { numRuns: RUNS / 2 },
    );
    assert.ok(chains > RUNS / 4, `only ${chains} models had chains`);
  });

  it(`agrees on ${RUNS / 2} random models of several files`, () => {
    fc.assert(
      fc.property(randomFiles, (files) => {
        compareWithNaive(textsOf(files));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it(`agrees on ${RUNS / 2} random models when asked for some of their chains`, () => {
    let chains = 0;
    fc.assert(
      fc.property(randomModel, asking, (document, asked) => {
        const texts = single(document);
        chains += compareWithNaive(texts, optionsFor(texts, asked)) > 0 ? 1 : 0;
      }),
      { numRuns: RUNS / 2 },
    );
    assert.ok(chains > RUNS / 20, `only ${chains} models had chains`);
  });
});
