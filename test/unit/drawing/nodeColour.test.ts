import assert from 'node:assert/strict';
import { buildScene } from '../../../src/drawing/buildScene';
import {
  CHAIN_STEPS,
  chainStep,
  edgeLook,
  facilityTone,
  type Look,
  nodeLook,
  shortCount,
} from '../../../src/drawing/nodeColour';
import type { SceneNode } from '../../../src/drawing/scene';
import { sceneFigures } from '../../../src/drawing/sceneFigures';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { modelFrom } from '../../support/modelFrom';

const MODEL = modelFrom(
  [
    'components:',
    '  High: {facility: F, interfaces: [I], assets: {X: {}}}',
    '  Medium: {facility: G, interfaces: [J], assets: {X: {}}}',
    '  Low: {interfaces: [K], assets: {X: {}}}',
    '  Nothing: {facility: G, interfaces: [L]}',
    '  Outside: {labels: [EXT], interfaces: [I]}',
    'interfaces: {I: {entry: true}, J: {entry: true}, K: {entry: true}, L: {entry: false}}',
    'ratings: {High: {I: {E: 6}}, Medium: {J: {E: 5}}, Low: {K: {E: 2}}}',
    'settings: {thresholds: {high: 6, medium: 4}}',
  ].join('\n'),
).model;

const scene = buildScene(MODEL, sceneFigures(computeChains(MODEL, chainOptions(MODEL.settings, {}))));

const look = (name: string, mode: 'worst' | 'facility' | 'chains'): Look =>
  nodeLook(scene, scene.nodes.find((node) => node.name === name) as SceneNode, mode);

describe('nodeLook', () => {
  it('follows the thresholds of the model, and says it in letters and widths too', () => {
    assert.deepEqual(look('High', 'worst'), { tone: 'high', weight: 3, line: 'solid', mark: 'H' });
    assert.deepEqual(look('Medium', 'worst'), { tone: 'medium', weight: 2, line: 'solid', mark: 'M' });
    assert.deepEqual(look('Low', 'worst'), { tone: 'low', weight: 1, line: 'solid', mark: 'L' });
  });

  it('dashes what is on no chain, and dots what is out of scope', () => {
    assert.deepEqual(look('Nothing', 'worst'), { tone: 'none', weight: 1, line: 'dashed', mark: '' });
    assert.deepEqual(look('Outside', 'chains'), { tone: 'none', weight: 1, line: 'dotted', mark: '' });
    const uncomputed = buildScene(MODEL);
    const nothing = uncomputed.nodes.find(({ name }) => name === 'Nothing') as SceneNode;
    assert.equal(nodeLook(uncomputed, nothing, 'worst').line, 'solid');
  });

  it('gives facilities a tone and a number', () => {
    assert.deepEqual(look('High', 'facility'), { tone: 'facility-0', weight: 1, line: 'solid', mark: '1' });
    assert.equal(look('Medium', 'facility').mark, '2');
    assert.deepEqual(look('Low', 'facility'), { tone: 'none', weight: 1, line: 'solid', mark: '' });
    assert.deepEqual(facilityTone(23), { tone: 'facility-3', mark: '24' });
  });

  it('counts chains on a logarithmic scale', () => {
    assert.equal(look('High', 'chains').mark, '1');
    assert.equal(chainStep(1, 1_000_000), 1);
    assert.equal(chainStep(1000, 1_000_000), 3);
    assert.equal(chainStep(1_000_000, 1_000_000), CHAIN_STEPS);
    assert.equal(chainStep(1, 1), CHAIN_STEPS);
  });

  it('colours edges like what enters or leaves by them, but not by facility', () => {
    const edge = scene.edges.find(({ component }) => scene.nodes[component]?.name === 'High');
    assert.ok(edge);
    assert.deepEqual(edgeLook(scene, edge, 'worst'), { tone: 'high', weight: 3, line: 'solid', mark: 'H' });
    assert.equal(edgeLook(scene, edge, 'facility').tone, 'none');
  });
});

describe('shortCount', () => {
  it('has at most four characters', () => {
    const values = [0, 7, 999, 1000, 1049, 9949, 9950, 99_949, 999_499, 999_500, 1_234_567, 111_248];
    assert.deepEqual(values.map(shortCount), [
      '0',
      '7',
      '999',
      '1k',
      '1k',
      '9.9k',
      '10k',
      '100k',
      '999k',
      '1M',
      '1.2M',
      '111k',
    ]);
  });
});
