import assert from 'node:assert/strict';
import { virtualHoldsAsset } from '../../../../src/checks/rules/virtual-holds-asset';
import { fixedText, found, foundAt } from '../checkTexts';

describe('virtual-holds-asset', () => {
  const byLabel = `components:
  Bus:
    labels: [Virtual] # a bus
    interfaces: [a, b]
    assets: {Commands: {security: 4}}
`;

  it('reports the asset at its name', () => {
    assert.deepEqual(found(virtualHoldsAsset, byLabel), [
      { file: 'model.tmg.yaml', at: 'Commands', line: 5, args: { component: 'Bus', asset: 'Commands' } },
    ]);
  });

  it('accepts assets of channels and of what is out of scope', () => {
    assert.deepEqual(foundAt(virtualHoldsAsset, byLabel.replace('Virtual', 'Communication')), []);
    assert.deepEqual(foundAt(virtualHoldsAsset, byLabel.replace('[Virtual]', '[Virtual, EXT]')), []);
  });

  it('makes it a channel', () => {
    assert.equal(
      fixedText(virtualHoldsAsset, byLabel, 'Label "Bus" Communication instead of Virtual'),
      byLabel.replace('Virtual', 'Communication'),
    );
  });

  it('takes the prefix off the name, everywhere', () => {
    const texts = {
      'model.tmg.yaml':
        'components:\n  Virtual-Bus: {interfaces: [a], assets: {Commands: {}}}\nfilters:\n  banned: [[A, Virtual-Bus]]\n',
      'ratings.tmg.yaml': 'ratings:\n  Virtual-Bus:\n    a: {T: 5.0}\n',
    };
    const title = 'Rename "Virtual-Bus" to "Bus", everywhere it occurs';
    assert.equal(
      fixedText(virtualHoldsAsset, texts, title),
      texts['model.tmg.yaml'].replaceAll('Virtual-Bus', 'Bus'),
    );
    assert.equal(
      fixedText(virtualHoldsAsset, texts, title, 'ratings.tmg.yaml'),
      texts['ratings.tmg.yaml'].replace('Virtual-Bus', 'Bus'),
    );
  });
});
