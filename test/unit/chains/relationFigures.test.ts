import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { relationFigures, type TouchCounts } from '../../../src/chains/relationFigures';
import { denseModel } from '../../support/denseModel';
import { modelFrom } from '../../support/modelFrom';
import { randomModel, toYaml } from '../../support/randomModel';

interface Counted {
  chains: number;
  worst: number;
}

/** Counts chains one by one from their paths. */
function naiveFigures(
  set: ChainSet,
): Record<'relations' | 'components' | 'interfaces', Map<string, Counted>> {
  const counts = {
    relations: new Map<string, Counted>(),
    components: new Map<string, Counted>(),
    interfaces: new Map<string, Counted>(),
  };
  for (let position = 0; position < set.size; position++) {
    const path = set.path(position);
    const touched = {
      relations: path.flatMap((name, at) => {
        const beside = at % 2 === 0 ? [path[at - 1], path[at + 1]] : [];
        return beside
          .filter((component) => component !== undefined)
          .map((component) => JSON.stringify([name, component]));
      }),
      components: path.filter((_, at) => at % 2 === 1),
      interfaces: path.filter((_, at) => at % 2 === 0),
    };
    for (const kind of ['relations', 'components', 'interfaces'] as const) {
      for (const name of new Set(touched[kind])) {
        const before = counts[kind].get(name);
        counts[kind].set(name, { chains: (before?.chains ?? 0) + 1, worst: before?.worst ?? position });
      }
    }
  }
  return counts;
}

function named({ chains, worst }: TouchCounts, nameOf: (index: number) => string): Map<string, Counted> {
  return new Map(
    [...chains.keys()]
      .filter((index) => (worst[index] as number) >= 0)
      .map((index) => [nameOf(index), { chains: chains[index] as number, worst: worst[index] as number }]),
  );
}

describe('relationFigures', () => {
  it('counts what counting the chains one by one gives', () => {
    fc.assert(
      fc.property(randomModel, fc.constantFrom('nodes', 'relationships'), (document, uniqueness) => {
        const { model } = modelFrom(toYaml(document));
        const set = computeChains(model, chainOptions(model.settings, { uniqueness }));
        const { relations, components, interfaces } = relationFigures(set);
        const expected = naiveFigures(set);
        const relationName = (index: number): string => {
          const step = set.step(index);
          return JSON.stringify([step.interface, step.component]);
        };
        const sorted = (map: Map<string, Counted>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(sorted(named(relations, relationName)), sorted(expected.relations));
        assert.deepEqual(
          sorted(named(components, (index) => set.graph.components[index]?.name ?? '')),
          sorted(expected.components),
        );
        assert.deepEqual(
          sorted(named(interfaces, (index) => set.graph.interfaces[index] ?? '')),
          sorted(expected.interfaces),
        );
        for (const { chains, worst } of [relations, components, interfaces]) {
          assert.ok(chains.every((count, index) => count > 0 === (worst[index] as number) >= 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts an interface once that `into` and a later step both use', () => {
    const { model } = modelFrom(
      [
        'components:',
        '  A: {interfaces: [Shared]}',
        '  B: {interfaces: [Shared], assets: {X: {}}}',
        'interfaces: {Shared: {entry: true, into: [A]}}',
        'ratings: {A: {Shared: {E: 5}}, B: {Shared: {E: 5}}}',
      ].join('\n'),
    );
    const set = computeChains(model, chainOptions(model.settings, {}));
    assert.deepEqual(set.path(0), ['Shared', 'A', 'Shared', 'B']);
    const { interfaces, relations } = relationFigures(set);
    assert.deepEqual([...interfaces.chains], [1]);
    assert.deepEqual([...relations.chains], [1, 1]);
  });

  it('counts a chain for what it only leaves by', () => {
    const { model } = modelFrom(
      [
        'components:',
        '  Hub: {interfaces: [Web, LAN]}',
        '  Server: {interfaces: [LAN], assets: {X: {}}}',
        'interfaces: {Web: {entry: true}}',
        'ratings: {Hub: {Web: {E: 5}}, Server: {LAN: {E: 5}}}',
      ].join('\n'),
    );
    const set = computeChains(model, chainOptions(model.settings, {}));
    assert.equal(set.size, 1);
    const { relations } = relationFigures(set);
    const used = [...relations.chains.keys()].map((index) => set.step(index));
    assert.deepEqual(used.map(({ component, interface: name }) => `${component} ${name}`).sort(), [
      'Hub LAN',
      'Hub Web',
      'Server LAN',
    ]);
    assert.deepEqual([...relations.chains], [1, 1, 1]);
  });

  it('looks at no chain one by one', () => {
    const model = denseModel({ components: 12, interfaces: 12, seed: 5, scores: 'differ' });
    const set = computeChains(model, chainOptions(model.settings, { maxChains: 20_000 }));
    const alone: ReadonlySet<PropertyKey> = new Set(['path', 'chain', 'relationNumbers', 'forEachRelation']);
    const watched = new Proxy(set, {
      get: (target, name) => {
        assert.ok(!alone.has(name), String(name));
        return Reflect.get(target, name) as unknown;
      },
    });
    assert.deepEqual(relationFigures(watched), relationFigures(set));
  });
});
