import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { relationFigures, type TouchCounts } from '../../../src/chains/relationFigures';
import { denseModel } from '../../support/denseModel';
import { fastest } from '../../support/fastest';
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
      relations: path.flatMap((name, at) => (at % 2 === 0 ? [JSON.stringify([name, path[at + 1]])] : [])),
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

  it('takes far less time than a pass over every step of every chain', () => {
    const model = denseModel({ components: 40, interfaces: 40, seed: 5, scores: 'differ' });
    const set = computeChains(model, chainOptions(model.settings, { maxChains: 200_000 }));
    assert.ok(set.size > 50_000, String(set.size));
    let touched = 0;
    const whole = fastest(() => {
      for (let position = 0; position < set.size; position++) {
        set.forEachRelation(position, (relation) => {
          touched += relation;
        });
      }
    }, 5);
    assert.ok(touched > 0);
    assert.ok(fastest(() => relationFigures(set), 5) < whole, `${whole} ms`);
  });
});
