import assert from 'node:assert/strict';
import { unknownPeriod } from '../../../../src/checks/rules/unknown-period';
import { fixed, fixedText, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-period', () => {
  it('reports it at the entry, and declares it', () => {
    const text = namesModel('periods: [service]', 'periods: [night]');
    assert.deepEqual(foundAt(unknownPeriod, NAMES_MODEL), []);
    assert.deepEqual(foundAt(unknownPeriod, text), ['night']);
    assert.deepEqual([...fixed(unknownPeriod, text).keys()], ['Declare the period "night"']);
    assert.deepEqual(foundAt(unknownPeriod, text.replace('periods: {service: maintenance}\n', '')), []);
  });

  it('changes it to the nearest', () => {
    const text = namesModel('periods: [service]', 'periods: [servce]');
    assert.equal(fixedText(unknownPeriod, text, 'Change "servce" to "service"'), NAMES_MODEL);
  });
});
