import assert from 'node:assert/strict';
import { unknownFacility } from '../../../../src/checks/rules/unknown-facility';
import { fixed, fixedText, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-facility', () => {
  const text = namesModel('Server: {facility: Hall', 'Server: {facility: Hal');

  it('reports it at the component, and changes or declares it', () => {
    assert.deepEqual(foundAt(unknownFacility, NAMES_MODEL), []);
    assert.deepEqual(foundAt(unknownFacility, text), ['Hal']);
    assert.deepEqual(
      [...fixed(unknownFacility, text).keys()],
      ['Change "Hal" to "Hall"', 'Declare the facility "Hal"'],
    );
    assert.equal(fixedText(unknownFacility, text, 'Change "Hal" to "Hall"'), NAMES_MODEL);
    assert.equal(
      fixedText(unknownFacility, text, 'Declare the facility "Hal"'),
      text.replace('{Hall: {}}', '{Hall: {}, Hal: {}}'),
    );
  });

  it('asks for no declaration where no facility is declared', () => {
    assert.deepEqual(foundAt(unknownFacility, text.replace('facilities: {Hall: {}}\n', '')), []);
  });

  it('changes it in CSV', () => {
    const texts = {
      'model.tmg.yaml': 'facilities: {"Hall, north": {}}\n',
      'assets.tmg.csv': 'Facility,Component,Asset\nHall north,A,D\n',
    };
    const title = 'Change "Hall north" to "Hall, north"';
    assert.equal(
      fixedText(unknownFacility, texts, title, 'assets.tmg.csv'),
      'Facility,Component,Asset\n"Hall, north",A,D\n',
    );
  });
});
