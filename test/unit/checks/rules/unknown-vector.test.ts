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

  for (const word of ['NONE', 'None.', 'n/a', 'N/A', '-', '--', '\u2013', 'nicht möglich']) {
    it(`takes "${word}" for none, in YAML and in a table`, () => {
      const quoted = word === '-' || word === '--' ? `'${word}'` : word;
      const yaml = namesModel('LAN: {T: usb-root}', `LAN: {T: ${quoted}}`);
      assert.match(
        fixedText(unknownVector, yaml, `Change "${word}" to "none"`) ?? '',
        /LAN: \{T: '?none'?\}/,
      );
      const texts = {
        'model.tmg.yaml': NAMES_MODEL,
        'ratings.tmg.csv': `Component;Interface;E\nServer;LAN;${word}\n`,
      };
      assert.equal(
        fixedText(unknownVector, texts, `Change "${word}" to "none"`, 'ratings.tmg.csv'),
        'Component;Interface;E\nServer;LAN;none\n',
      );
    });
  }

  it('takes a vector of such a name for what it is', () => {
    const text = `${namesModel('LAN: {T: usb-root}', 'LAN: {T: NONE}').replace('vectors:', 'vectors:\n  NONE: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')}`;
    assert.deepEqual(foundAt(unknownVector, text), []);
  });
});
