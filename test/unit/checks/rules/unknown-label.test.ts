import assert from 'node:assert/strict';
import { unknownLabel } from '../../../../src/checks/rules/unknown-label';
import { fixedText, foundAt } from '../checkTexts';

describe('unknown-label', () => {
  const labels = (...names: string[]): string => `components: {A: {labels: [${names.join(', ')}]}}\n`;

  it('reports labels that differ from a known one in case or by a slip', () => {
    const slips = ['Ext', 'ext', 'EXTT', 'virtual', 'VIRTUAL', 'Virtaul', 'Comunication', 'communications'];
    assert.deepEqual(foundAt(unknownLabel, labels(...slips)), slips);
  });

  it('leaves known labels, and those of the user, alone', () => {
    assert.deepEqual(
      foundAt(unknownLabel, labels('EXT', 'Virtual', 'Communication', 'Text', 'next', 'Gateway', 'Safety')),
      [],
    );
  });

  it('looks at the labels that rules match, and at the ends of names in tables', () => {
    assert.deepEqual(
      foundAt(unknownLabel, {
        'model.tmg.yaml': 'ratingRules: [{match: {label: communication}, all: 5}]\n',
        'b.tmg.csv': 'Component,Interface\nCloud: Ext ,X\nhost:443,X\nBus:Communication|Safety,X\n',
      }),
      ['Ext', 'communication'],
    );
  });

  it('writes the label that was meant', () => {
    assert.equal(fixedText(unknownLabel, labels('Ext'), 'Change it to "EXT"'), labels('EXT'));
    const table = { 'b.tmg.csv': 'Component,Interface\nCloud:ext,X\n' };
    assert.equal(
      fixedText(unknownLabel, table, 'Change it to "EXT"', 'b.tmg.csv'),
      'Component,Interface\nCloud:EXT,X\n',
    );
  });
});
