import assert from 'node:assert/strict';
import { conflictingFacility } from '../../../../src/checks/rules/conflicting-facility';
import { contextOf, fixedText, found, foundAt } from '../checkTexts';
import { NAMES_MODEL } from '../namesModel';

describe('conflicting-facility', () => {
  const files = (other: string) => ({ 'a.tmg.yaml': NAMES_MODEL, 'b.tmg.yaml': other });
  const texts = files('components:\n  Server: {facility: Yard} # kept\n');

  it('reports the second one, with the first', () => {
    const [finding, ...more] = found(conflictingFacility, texts);
    assert.deepEqual([finding?.file, finding?.at, more.length], ['b.tmg.yaml', 'Yard', 0]);
    const [related] = conflictingFacility.check(contextOf(texts))[0]?.related ?? [];
    assert.equal(related?.file, 'a.tmg.yaml');
    assert.equal(NAMES_MODEL.slice(related.range.start, related.range.end), 'Hall');
  });

  it('accepts the same one, and none', () => {
    assert.deepEqual(foundAt(conflictingFacility, files('components:\n  Server: {facility: Hall}\n')), []);
    assert.deepEqual(foundAt(conflictingFacility, files('components:\n  Server: {}\n')), []);
  });

  it('changes it to the first, in CSV too', () => {
    assert.equal(
      fixedText(conflictingFacility, texts, 'Change it to "Hall"', 'b.tmg.yaml'),
      'components:\n  Server: {facility: Hall} # kept\n',
    );
    const table = { 'a.tmg.yaml': NAMES_MODEL, 'b.tmg.csv': 'Facility,Component,Asset\nYard,Server,Key\n' };
    assert.equal(
      fixedText(conflictingFacility, table, 'Change it to "Hall"', 'b.tmg.csv'),
      'Facility,Component,Asset\nHall,Server,Key\n',
    );
  });
});
