import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseYaml } from '../naive/document';
import { bansOf } from '../naive/filters';
import { isExternal, isVirtual, readModel } from '../naive/model';
import { naiveChains } from '../naive/naiveChains';
import type { NaiveChain, NaiveComponent, NaiveModel } from '../naive/types';
import { allWalks, entriesOfModel } from '../naive/walks';
import type { WalkStep } from '../naive/walks';
import { detourModel, toYaml } from '../support/randomModel';

const FIREWALL = `
settings: {stride: [E]}
components:
  Firewall: {interfaces: [Internet, Inside]}
  Switch: {interfaces: [Inside, LAN]}
  Web: {interfaces: [LAN]}
  DB: {interfaces: [LAN], assets: {Records: {}}}
interfaces: {Internet: {entry: true}}
ratingRules: [{match: {interface: "*"}, E: 9}]
`;
const PERMIT = 'filters: {only: [{from: Firewall, via: Switch, to: [Web]}]}';

const pathsOf = (...texts: string[]): string[] =>
  naiveChains(texts.map(parseYaml)).chains.map((chain) => chain.path.join(' > '));

/** Whether a chain goes through an interface again; an `into` entry is an interface of its own. */
const turns = (chain: NaiveChain): boolean => {
  const crossed = chain.path.filter((_, index) => index % 2 === 0).slice(1);
  return new Set(crossed).size < crossed.length;
};

/** Every walk that enters no component twice, through any interfaces; `isOwn`: its entry is one of its own. */
function* walksThroughAnything(model: NaiveModel): Generator<{ walk: WalkStep[]; isOwn: boolean }> {
  const components = model.components.filter((one) => !isExternal(one));
  const most = Math.floor((model.settings.maxLength + 1) / 2);
  function* extend(walk: WalkStep[], isOwn: boolean): Generator<{ walk: WalkStep[]; isOwn: boolean }> {
    yield { walk, isOwn };
    if (walk.length >= most) return;
    for (const name of walk.at(-1)?.component.interfaces ?? []) {
      for (const component of components) {
        const isNew = walk.every((step) => step.component !== component);
        if (isNew && component.interfaces.includes(name)) {
          yield* extend([...walk, { interface: name, component }], isOwn);
        }
      }
    }
  }
  for (const entry of entriesOfModel(model, components)) {
    for (const component of entry.components) {
      yield* extend([{ interface: entry.name, component }], entry.isItsOwn);
    }
  }
}

/** Rule by rule, for a walk that enters no component twice: whether it may go through its interfaces as it does. */
function isAllowed(
  walk: readonly WalkStep[],
  isOwn: boolean,
  isBanned: (components: readonly NaiveComponent[]) => boolean,
): boolean {
  const components = walk.map((step) => step.component);
  const names = walk.map((step, index) => (index === 0 && isOwn ? undefined : step.interface));
  return names.every((name, at) => {
    if (at === 0 || !names.slice(0, at).includes(name)) return true;
    const turning = components[at - 1];
    if (name !== names[at - 1] || at === 1 || turning === undefined || isVirtual(turning)) return false;
    if (names.slice(0, at).lastIndexOf(name) !== at - 1) return false;
    const end = components.findIndex((component, index) => index >= at && !isVirtual(component));
    return end === -1 || isBanned([...components.slice(0, at - 1), ...components.slice(at, end + 1)]);
  });
}

describe('detours of the naive implementation', () => {
  it('lead over the permitted neighbour, and only because of the permit', () => {
    const lan = 'Internet > Firewall > Inside > Switch > LAN';
    assert.deepEqual(pathsOf(FIREWALL), [`${lan} > DB`]);
    assert.deepEqual(pathsOf(FIREWALL, PERMIT), [`${lan} > Web > LAN > DB`]);
  });

  it('are none where relations may not be crossed twice: the way over the neighbour stays closed', () => {
    assert.deepEqual(pathsOf(FIREWALL, PERMIT, 'settings: {uniqueness: relationships}'), []);
  });

  it('are those that the rule says, walk by walk', () => {
    let walks = 0;
    let turning = 0;
    fc.assert(
      fc.property(detourModel, (document) => {
        const model = readModel([parseYaml(toYaml(document))]);
        model.settings.uniqueness = 'nodes';
        const isBanned = bansOf(model);
        const text = (walk: readonly WalkStep[]): string =>
          JSON.stringify(walk.flatMap((step) => [step.interface, step.component.name]));
        const found = [...allWalks(model)].map(text).toSorted();
        const expected = [...walksThroughAnything(model)].filter(({ walk, isOwn }) =>
          isAllowed(walk, isOwn, isBanned),
        );
        assert.deepEqual(found, expected.map(({ walk }) => text(walk)).toSorted());
        walks += found.length;
        turning += expected.filter(({ walk }) => {
          const crossed = walk.slice(1).map((step) => step.interface);
          return new Set(crossed).size < crossed.length;
        }).length;
      }),
      { numRuns: 150 },
    );
    assert.ok(turning > walks / 200, `only ${turning} of ${walks} walks go through an interface again`);
  });

  it('are in many of the random models that are made for them', () => {
    const models = fc.sample(detourModel, { numRuns: 200, seed: 11 });
    const having = models.filter((document) => {
      const { uniqueness } = (document['settings'] ?? {}) as { uniqueness?: string };
      return uniqueness !== 'relationships' && naiveChains([parseYaml(toYaml(document))]).chains.some(turns);
    });
    assert.ok(having.length >= 30, `only ${having.length} of 200 models have a detour`);
  });
});
