import assert from 'node:assert/strict';
import { unknownInterface } from '../../../../src/checks/rules/unknown-interface';
import { fixed, fixedText, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-interface', () => {
  it('accepts a model without any, and leaves ratings of unknown components to their error', () => {
    assert.deepEqual(foundAt(unknownInterface, NAMES_MODEL), []);
    const text = namesModel('ratings:\n', 'ratings:\n  Nobody:\n    Nothing: {T: 1}\n');
    assert.deepEqual(foundAt(unknownInterface, text), []);
  });

  it('reports it in ratings and marks, and changes it to the nearest', () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['    LAN: {T', '    LAM: {T', 'LAM', 'LAN'],
      ['interfaces:\n  Int', 'interfaces:\n  Terminl: {entry: true} # kept\n  Int', 'Terminl', 'Terminal'],
    ];
    for (const [before, after, at, nearest] of cases) {
      const text = namesModel(before, after);
      assert.deepEqual(foundAt(unknownInterface, text), [at]);
      const title = `Change "${at}" to "${nearest}"`;
      assert.equal(fixedText(unknownInterface, text, title), text.replace(at, nearest));
    }
  });

  it('prefers what the rated component has', () => {
    const text =
      'components:\n  A: {interfaces: [Port2]}\n  B: {interfaces: [Port1]}\nratings: {B: {Port3: {T: 5}}}\n';
    assert.deepEqual([...fixed(unknownInterface, text).keys()], ['Change "Port3" to "Port1"']);
  });

  it('does not offer a key that is there', () => {
    const rated = namesModel('    LAN: {T', '    LAM: {S: none}\n    LAN: {T');
    assert.deepEqual(foundAt(unknownInterface, rated), ['LAM']);
    assert.equal(fixed(unknownInterface, rated).size, 0);
    const marked = namesModel('interfaces:\n  Int', 'interfaces:\n  Internt: {entry: true}\n  Int');
    assert.equal(fixed(unknownInterface, marked).size, 0);
  });

  it('changes one name of a list in a CSV cell, and escapes it there', () => {
    const texts = {
      'model.tmg.yaml': 'components:\n  A: {interfaces: [LAN, "Port, left"]}\n',
      'ratings.tmg.csv': 'Component,Interface,T\nA,"LAN;  Port left",5.0\n',
    };
    assert.deepEqual(foundAt(unknownInterface, texts), ['Port left']);
    const title = 'Change "Port left" to "Port, left"';
    assert.equal(
      fixedText(unknownInterface, texts, title, 'ratings.tmg.csv'),
      'Component,Interface,T\nA,"LAN;  Port\\, left",5.0\n',
    );
  });

  it('looks for near names within bounds, so that thousands of misses stay cheap', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `Port-${index}`);
    const marks = names.map((name) => `  ${name.replace('Port', 'Prot')}: {entry: true}\n`);
    const texts = `components:\n  A: {interfaces: [${names.join(', ')}]}\ninterfaces:\n${marks.join('')}`;
    const found = foundAt(unknownInterface, texts);
    assert.deepEqual([found.length, found[999]], [1000, 'Prot-999']);
  });
});
