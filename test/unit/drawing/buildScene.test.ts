import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { buildScene } from '../../../src/drawing/buildScene';
import type { Scene, SceneFigure, SceneNode } from '../../../src/drawing/scene';
import { sceneFigures } from '../../../src/drawing/sceneFigures';
import { compareCodePoints } from '../../../src/text/compare';
import { drawnModel } from '../../support/drawnModel';
import { modelFrom } from '../../support/modelFrom';

const MODEL = modelFrom(
  [
    'name: Plant',
    'components:',
    '  Web: {facility: Office, interfaces: [Internet, LAN], assets: {Data: {id: A1}}}',
    '  Switch: {facility: Office, labels: [Communication], interfaces: [LAN, Bus]}',
    '  Virtual-Link: {interfaces: [Bus]}',
    '  Partner: {facility: Outside, labels: [EXT], interfaces: [Internet]}',
    '  Island: {facility: Office, interfaces: [Cable]}',
    '  Alone: {}',
    'interfaces: {Internet: {entry: true}}',
    'ratings: {Web: {Internet: {E: 7.5, T: none}}, Switch: {LAN: {E: 5, S: 0}}}',
  ].join('\n'),
).model;

const node = (scene: Scene, name: string): SceneNode => {
  const found = scene.nodes.find((candidate) => candidate.name === name);
  assert.ok(found, name);
  return found;
};

describe('buildScene', () => {
  const scene = buildScene(MODEL);

  it('lists components, then interfaces, each by code points', () => {
    assert.deepEqual(
      scene.nodes.map(({ name }) => name),
      ['Alone', 'Island', 'Partner', 'Switch', 'Virtual-Link', 'Web', 'Bus', 'Cable', 'Internet', 'LAN'],
    );
    assert.deepEqual(scene.facilities, ['Office', 'Outside']);
  });

  it('tells shapes apart', () => {
    const shapes = Object.fromEntries(scene.nodes.map(({ name, shape }) => [name, shape]));
    assert.deepEqual(
      [shapes['Web'], shapes['Switch'], shapes['Virtual-Link'], shapes['Partner'], shapes['LAN']],
      ['device', 'bus', 'virtual', 'external', 'interface'],
    );
  });

  it('gives an interface the facility of its components, if they agree', () => {
    assert.equal(node(scene, 'LAN').facility, 0);
    assert.equal(node(scene, 'Bus').facility, -1);
    assert.equal(node(scene, 'Internet').facility, -1);
  });

  it('counts components from the nearest entry', () => {
    const distances = Object.fromEntries(scene.nodes.map(({ name, distance }) => [name, distance]));
    assert.deepEqual(distances, {
      Internet: 0,
      Web: 1,
      LAN: 1,
      Switch: 2,
      Bus: 2,
      'Virtual-Link': 3,
      Partner: -1,
      Island: -1,
      Cable: -1,
      Alone: -1,
    });
  });

  it('says what has no relation, and what is in another part than most', () => {
    const problems = Object.fromEntries(scene.nodes.map(({ name, problem }) => [name, problem]));
    assert.deepEqual(problems, {
      Internet: undefined,
      Web: undefined,
      LAN: undefined,
      Switch: undefined,
      Bus: undefined,
      'Virtual-Link': undefined,
      Partner: undefined,
      Island: 'disconnected',
      Cable: 'disconnected',
      Alone: 'isolated',
    });
  });

  it('keeps of ratings what is above 0', () => {
    const edge = (component: string, through: string) =>
      scene.edges.find(
        (candidate) =>
          scene.nodes[candidate.component]?.name === component &&
          scene.nodes[candidate.interface]?.name === through,
      );
    assert.deepEqual(edge('Web', 'Internet')?.ratings, [['E', 7.5]]);
    assert.deepEqual(edge('Switch', 'LAN')?.ratings, [['E', 5]]);
    assert.deepEqual(edge('Partner', 'Internet')?.ratings, []);
    assert.equal(scene.edges.length, 7);
  });

  it('has figures where chains go', () => {
    assert.equal(scene.computed, false);
    const set = computeChains(MODEL, chainOptions(MODEL.settings, {}));
    const computed = buildScene(MODEL, sceneFigures(set));
    assert.equal(computed.computed, true);
    assert.deepEqual(node(computed, 'Web').figure, { chains: 1, worst: 7.5, rating: 'High' });
    assert.deepEqual(node(computed, 'Internet').figure, { chains: 1, worst: 7.5, rating: 'High' });
    assert.equal(node(computed, 'Switch').figure, undefined);
  });

  it('has the figures that counting chains one by one gives', () => {
    fc.assert(
      fc.property(drawnModel, (model) => {
        const set = computeChains(model, chainOptions(model.settings, {}));
        const drawn = buildScene(model, sceneFigures(set));
        const paths = Array.from({ length: set.size }, (_, position) => set.path(position));
        const positions = (test: (path: readonly string[]) => boolean): number[] =>
          [...paths.keys()].filter((position) => test(paths[position] as string[]));
        const agree = (figure: SceneFigure | undefined, crossing: readonly number[]): void => {
          const [worst] = crossing;
          assert.equal(figure?.chains ?? 0, crossing.length);
          assert.equal(figure?.worst, worst === undefined ? undefined : set.probability(worst));
        };
        for (const { kind, name, figure } of drawn.nodes.slice(0, 30)) {
          const turn = kind === 'interface' ? 0 : 1;
          agree(
            figure,
            positions((path) => path.some((step, at) => at % 2 === turn && step === name)),
          );
        }
        for (const edge of drawn.edges.slice(0, 20)) {
          const [through, component] = [drawn.nodes[edge.interface]?.name, drawn.nodes[edge.component]?.name];
          agree(
            edge.figure,
            positions((path) =>
              path.some(
                (step, at) =>
                  at % 2 === 0 &&
                  step === through &&
                  (path[at + 1] === component || path[at - 1] === component),
              ),
            ),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws all of any model, in order', () => {
    fc.assert(
      fc.property(drawnModel, (model) => {
        const drawn = buildScene(model);
        const names = (kind: SceneNode['kind']): string[] =>
          drawn.nodes.filter((one) => one.kind === kind).map(({ name }) => name);
        assert.deepEqual(names('component'), [...model.components.keys()].sort(compareCodePoints));
        assert.deepEqual(names('interface'), [...model.interfaces.keys()].sort(compareCodePoints));
        let relations = 0;
        for (const component of model.components.values()) {
          relations += component.relations.size;
        }
        assert.equal(drawn.edges.length, relations);
        for (const [index, { degree }] of drawn.nodes.entries()) {
          const edges = drawn.edges.filter((edge) => edge.component === index || edge.interface === index);
          assert.equal(degree, edges.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
