import assert from 'node:assert/strict';
import { unknownVector } from '../../../../src/checks/rules/unknown-vector';
import { fixed, fixedText, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-vector', () => {
  it('reports it in ratings and rules, and changes it to the nearest', () => {
    assert.deepEqual(foundAt(unknownVector, NAMES_MODEL), []);
    const text = namesModel('LAN: {T: usb-root}', 'LAN: {T: usb-rot}');
    assert.deepEqual(foundAt(unknownVector, text), ['usb-rot']);
    assert.equal(fixedText(unknownVector, text, 'Change "usb-rot" to "usb-root"'), NAMES_MODEL);
    const rule = `${NAMES_MODEL}ratingRules:\n  - {match: {interface: LAN}, all: usb-rood}\n`;
    assert.deepEqual(foundAt(unknownVector, rule), ['usb-rood']);
    assert.equal(
      fixedText(unknownVector, rule, 'Change "usb-rood" to "usb-root"'),
      rule.replace('usb-rood', 'usb-root'),
    );
  });

  it('suggests nothing where nothing is near', () => {
    const text = namesModel('LAN: {T: usb-root}', 'LAN: {T: high}');
    assert.deepEqual(foundAt(unknownVector, text), ['high']);
    assert.equal(fixed(unknownVector, text).size, 0);
  });

  it('reports a CSV cell once, and changes it there', () => {
    const texts = {
      'model.tmg.yaml': NAMES_MODEL,
      'ratings.tmg.csv': 'Component,Interface,E\nServer,"LAN, Internet",usb-rot\n',
    };
    assert.deepEqual(foundAt(unknownVector, texts), ['usb-rot']);
    assert.equal(
      fixedText(unknownVector, texts, 'Change "usb-rot" to "usb-root"', 'ratings.tmg.csv'),
      'Component,Interface,E\nServer,"LAN, Internet",usb-root\n',
    );
  });
});
