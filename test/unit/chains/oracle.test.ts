import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { type ChainOptions, chainOptions } from '../../../src/chains/options';
import { mergeModel } from '../../../src/model/mergeModel';
import type { Model } from '../../../src/model/model';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import { parseYaml } from '../../naive/document';
import { naiveChains } from '../../naive/naiveChains';
import { type PlainObject, randomFiles, randomModel, splitDocument, toYaml } from '../../support/randomModel';

const RUNS = 3000;

function modelOf(texts: ReadonlyMap<string, string>): Model {
  return mergeModel(
    [...texts].map(([file, text]) => readYaml(file, text)),
    'Random',
  ).model;
}

function textsOf(files: ReadonlyMap<string, PlainObject>): Map<string, string> {
  return new Map([...files].map(([file, document]) => [file, toYaml(document)]));
}

function single(document: PlainObject): Map<string, string> {
  return new Map([['model.tmg.yaml', toYaml(document)]]);
}

/** A chain as text that says everything that can be compared. */
function lines(set: ChainSet): string[] {
  return [...set.chains()].map((chain) =>
    JSON.stringify([
      chain.id,
      chain.type,
      chain.path,
      chain.asset.id,
      chain.probability,
      chain.rating,
      chain.steps.map((step) => [
        step.interface,
        step.component.name,
        step.rating.score,
        step.rating.rule !== undefined,
      ]),
      chain.attackers,
      chain.periods,
    ]),
  );
}

/** P can only be compared within one way to compute it; everything else must be the same. */
function compareWithNaive(texts: ReadonlyMap<string, string>): void {
  const expected = naiveChains([...texts.values()].map(parseYaml));
  const set = computeChains(modelOf(texts));
  assert.equal(set.counts.totalIsLowerBound, expected.totalIsLowerBound);
  assert.equal(set.counts.total, expected.total);
  assert.equal(set.size, expected.kept);
  assert.deepEqual(
    lines(set),
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
}

describe('the engine against a naive implementation', () => {
  it(`agrees on ${RUNS} random models of one file`, function () {
    this.timeout(600_000);
    let chains = 0;
    fc.assert(
      fc.property(randomModel, (document) => {
        compareWithNaive(single(document));
        chains += computeChains(modelOf(single(document))).size > 0 ? 1 : 0;
      }),
      { numRuns: RUNS },
    );
    assert.ok(chains > RUNS / 3, `only ${chains} models had chains`);
  });

  it(`agrees on ${RUNS / 2} random models of several files`, function () {
    this.timeout(600_000);
    fc.assert(
      fc.property(randomFiles, (files) => compareWithNaive(textsOf(files))),
      { numRuns: RUNS / 2 },
    );
  });
});

/** The chains whatever limits the model sets. */
function unlimited(texts: ReadonlyMap<string, string>, narrowed: Partial<ChainOptions> = {}): ChainSet {
  const model = modelOf(texts);
  return computeChains(model, chainOptions(model.settings, { countLimit: 1e9, maxChains: 1e9, ...narrowed }));
}

describe('changes that must not change the chains, or only so', () => {
  it('distributing a model over files changes nothing', () => {
    fc.assert(
      fc.property(randomModel, fc.nat(), (document, seed) => {
        const parts = [...textsOf(splitDocument(document, seed))];
        assert.deepEqual(
          lines(computeChains(modelOf(new Map(parts)))),
          lines(computeChains(modelOf(single(document)))),
        );
        assert.deepEqual(
          lines(computeChains(modelOf(new Map(parts.toReversed())))),
          lines(computeChains(modelOf(single(document)))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a further banned sequence never adds a chain', () => {
    fc.assert(
      fc.property(randomModel, fc.nat(), fc.nat(), (document, first, second) => {
        const names = Object.keys((document['components'] ?? {}) as PlainObject);
        const pick = (index: number): string => names[index % names.length] ?? '*';
        const before = new Set(lines(unlimited(single(document))));
        const model = modelOf(single(document));
        const banned = { kind: 'banned' as const, sequence: [pick(first), pick(second)] };
        const after = computeChains(
          { ...model, filters: [...model.filters, banned] },
          chainOptions(model.settings, { countLimit: 1e9, maxChains: 1e9 }),
        );
        assert.ok(lines(after).every((line) => before.has(line)));
      }),
      { numRuns: 500 },
    );
  });

  it('raising the minimum P gives the chains at or above it', () => {
    fc.assert(
      fc.property(
        randomModel,
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.nat(),
        (document, limit, position) => {
          const all = unlimited(single(document), { minProbability: 0 });
          const minProbability =
            all.size > 0 && position % 2 === 0 ? all.probability(position % all.size) : limit;
          const cut = unlimited(single(document), { minProbability });
          const expected = lines(all).filter((_, index) => all.probability(index) >= minProbability);
          assert.deepEqual(lines(cut), expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('the best chains beyond a count limit are the first of all', () => {
    fc.assert(
      fc.property(randomModel, fc.integer({ min: 1, max: 40 }), (document, maxChains) => {
        const all = unlimited(single(document));
        fc.pre(all.size > 1);
        const best = unlimited(single(document), { countLimit: 1, maxChains });
        assert.equal(best.complete, true);
        assert.deepEqual(lines(best), lines(all).slice(0, maxChains));
      }),
      { numRuns: 1000 },
    );
  });

  it('renaming components renames them in the chains', () => {
    fc.assert(
      fc.property(randomModel, fc.nat(), (document, shift) => {
        const names = Object.keys((document['components'] ?? {}) as PlainObject);
        // Patterns and the prefix `Virtual-` make a name mean something, so that swapping it would.
        fc.pre(document['ratingRules'] === undefined && names.every((name) => !name.startsWith('Virtual')));
        const renamed = new Map(
          names.map((name, index) => [name, names[(index + shift) % names.length] ?? name]),
        );
        const text = toYaml(document);
        const swapped = toYaml(renameComponents(document, renamed));
        const plain = (source: string, rename: (name: string) => string): string[] =>
          [...unlimited(new Map([['model.tmg.yaml', source]])).chains()]
            .map(({ path, type, asset, probability }) =>
              JSON.stringify([
                path.map((name, index) => (index % 2 === 1 ? rename(name) : name)),
                type,
                asset.name,
                probability,
              ]),
            )
            .sort();
        assert.deepEqual(
          plain(swapped, (name) => name),
          plain(text, (name) => renamed.get(name) ?? name),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function renameComponents(document: PlainObject, names: ReadonlyMap<string, string>): PlainObject {
  const name = (text: string): string => names.get(text) ?? text;
  const keys = (value: unknown): PlainObject =>
    Object.fromEntries(
      Object.entries((value ?? {}) as PlainObject).map(([key, child]) => [name(key), child]),
    );
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return name(value);
    }
    if (Array.isArray(value)) {
      return value.map(deep);
    }
    return Object.fromEntries(Object.entries(value as object).map(([key, child]) => [key, deep(child)]));
  };
  const into = Object.entries((document['interfaces'] ?? {}) as Record<string, PlainObject>).map(
    ([key, mark]) => [key, mark['into'] === undefined ? mark : { ...mark, into: deep(mark['into']) }],
  );
  return {
    ...document,
    components: keys(document['components']),
    ratings: keys(document['ratings']),
    interfaces: Object.fromEntries(into) as PlainObject,
    filters: deep(document['filters'] ?? {}) as PlainObject,
  };
}
