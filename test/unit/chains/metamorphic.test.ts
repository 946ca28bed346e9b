import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { chainLines, modelOf, single, textsOf, unlimited } from '../../support/chainLines';
import { csvModel } from '../../support/csvModel';
import { type PlainObject, randomModel, splitDocument, toYaml } from '../../support/randomModel';

describe('changes that must not change the chains, or only so', () => {
  it('distributing a model over files changes nothing', () => {
    fc.assert(
      fc.property(randomModel, fc.nat(), (document, seed) => {
        const parts = [...textsOf(splitDocument(document, seed))];
        assert.deepEqual(
          chainLines(computeChains(modelOf(new Map(parts)))),
          chainLines(computeChains(modelOf(single(document)))),
        );
        assert.deepEqual(
          chainLines(computeChains(modelOf(new Map(parts.toReversed())))),
          chainLines(computeChains(modelOf(single(document)))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a further banned sequence adds no chain but those that go round it over an interface crossed before', () => {
    fc.assert(
      fc.property(randomModel, fc.nat(), fc.nat(), (document, first, second) => {
        const names = Object.keys((document['components'] ?? {}) as PlainObject);
        const pick = (index: number): string => names[index % names.length] ?? '*';
        const before = new Set(chainLines(unlimited(single(document))));
        const model = modelOf(single(document));
        const banned = { kind: 'banned' as const, sequence: [pick(first), pick(second)] };
        const after = computeChains(
          { ...model, filters: [...model.filters, banned] },
          chainOptions(model.settings, { countLimit: 1e9, maxChains: 1e9 }),
        );
        for (const [position, line] of chainLines(after).entries()) {
          const path = after.path(position);
          const isDetour = path.some((name, at) => at % 2 === 0 && at > 2 && name === path[at - 2]);
          assert.ok(before.has(line) || isDetour, line);
        }
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
          const expected = chainLines(all).filter((_, index) => all.probability(index) >= minProbability);
          assert.deepEqual(chainLines(cut), expected);
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
        assert.deepEqual(chainLines(best), chainLines(all).slice(0, maxChains));
      }),
      { numRuns: 500 },
    );
  });

  it('tables say the same as YAML', () => {
    let withChains = 0;
    fc.assert(
      fc.property(randomModel, (document) => {
        const expected = computeChains(modelOf(single(document)));
        assert.deepEqual(chainLines(computeChains(modelOf(csvModel(document)))), chainLines(expected));
        withChains += expected.size > 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    assert.ok(withChains > 150, `only ${withChains} models had chains`);
  });

  it('a weight adds a risk, and changes nothing else', () => {
    fc.assert(
      fc.property(randomModel, (document) => {
        const plain = unlimited(single(document));
        const settings = { ...((document['settings'] ?? {}) as PlainObject), weight: 'security' };
        const weighted = unlimited(single({ ...document, settings }));
        assert.deepEqual(chainLines(weighted), chainLines(plain));
        for (const chain of weighted.chains()) {
          const rating = chain.asset.ratings.security;
          assert.equal(chain.risk, rating === undefined ? undefined : (chain.probability * rating) / 5);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('any permutation of the names of components permutes the chains', () => {
    let withChains = 0;
    fc.assert(
      fc.property(randomModel, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (document, keys) => {
        const plain = withoutNameRules(document);
        const renamed = permutation(Object.keys((plain['components'] ?? {}) as PlainObject), keys);
        const before = pathsOf(toYaml(plain), (name) => renamed.get(name) ?? name);
        assert.deepEqual(
          pathsOf(toYaml(renameComponents(plain, renamed)), (name) => name),
          before,
        );
        withChains += before.length > 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    assert.ok(withChains > 150, `only ${withChains} models had chains`);
  });
});

/** Chains as texts without what depends on names, components renamed. */
function pathsOf(yaml: string, rename: (name: string) => string): string[] {
  return [...unlimited(new Map([['model.tmg.yaml', yaml]])).chains()]
    .map(({ path, type, asset, probability }) =>
      JSON.stringify([
        path.map((name, index) => (index % 2 === 1 ? rename(name) : name)),
        type,
        asset.name,
        probability,
      ]),
    )
    .sort();
}

/** New names for components by the old ones; a name that makes its component Virtual stays. */
function permutation(components: readonly string[], keys: readonly number[]): Map<string, string> {
  const names = components.filter((name) => !name.startsWith('Virtual-'));
  const shuffled = names
    .map((name, index) => ({ name, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key);
  return new Map(names.map((name, index) => [name, shuffled[index]?.name ?? name]));
}

/** The document without the rules that match components by patterns: renaming changes what they match. */
function withoutNameRules(document: PlainObject): PlainObject {
  const rules = document['ratingRules'];
  if (!Array.isArray(rules)) {
    return document;
  }
  const byName = (rule: PlainObject): boolean =>
    Object.hasOwn((rule['match'] ?? {}) as PlainObject, 'component');
  return { ...document, ratingRules: (rules as PlainObject[]).filter((rule) => !byName(rule)) };
}

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
