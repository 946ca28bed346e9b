import assert from 'node:assert/strict';
import { unknownAttacker } from '../../../../src/checks/rules/unknown-attacker';
import { fixed, fixedText, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-attacker', () => {
  const text = namesModel('attackers: [insider]', 'attackers: [insidr]');

  it('reports it at the entry, and changes or declares it', () => {
    assert.deepEqual(foundAt(unknownAttacker, NAMES_MODEL), []);
    assert.deepEqual(foundAt(unknownAttacker, text), ['insidr']);
    assert.deepEqual(
      [...fixed(unknownAttacker, text).keys()],
      ['Change "insidr" to "insider"', 'Declare the attacker "insidr"'],
    );
    assert.equal(fixedText(unknownAttacker, text, 'Change "insidr" to "insider"'), NAMES_MODEL);
    assert.match(
      fixedText(unknownAttacker, text, 'Declare the attacker "insidr"'),
      /^attackers: \{insider: user, insidr: insidr\}$/m,
    );
  });

  it('takes any name where none is declared', () => {
    assert.deepEqual(foundAt(unknownAttacker, text.replace('attackers: {insider: user}\n', '')), []);
  });

  it('reports the cell of a row of several interfaces once', () => {
    const texts = {
      'model.tmg.yaml': 'attackers: {insider: user}\ncomponents:\n  A: {interfaces: [x, y]}\n',
      'entries.tmg.csv': 'Interface,Entry,Attackers\n"x, y",yes,"insider, insidr"\n',
    };
    assert.deepEqual(foundAt(unknownAttacker, texts), ['insidr']);
    assert.match(
      fixedText(unknownAttacker, texts, 'Change "insidr" to "insider"', 'entries.tmg.csv'),
      /"insider, insider"/,
    );
  });
});
