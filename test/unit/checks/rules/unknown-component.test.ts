import assert from 'node:assert/strict';
import { unknownComponent } from '../../../../src/checks/rules/unknown-component';
import { fixed, fixedText, found, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-component', () => {
  it('accepts a model without any, and patterns of filters and rules', () => {
    const text = `${NAMES_MODEL}filters: {banned: [[Server, "*"]]}\nratingRules: [{match: {component: "Ser*"}, E: 5}]\n`;
    assert.deepEqual(foundAt(unknownComponent, text), []);
  });

  it('reports it in ratings, into and filters, and changes it to the nearest', () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['ratings:\n  Server:', 'ratings:\n  Servre:', 'Servre', 'Server'],
      ['into: [Server]', 'into: [Sever]', 'Sever', 'Server'],
      ['vectors:', 'filters: {banned: [[Server, "*", Cleint]]}\nvectors:', 'Cleint', 'Client'],
      ['vectors:', 'filters: {oneWay: [{from: Server, to: Cleint}]}\nvectors:', 'Cleint', 'Client'],
      [
        'vectors:',
        'filters: {only: [{from: Server, via: Client, to: [Srver]}]}\nvectors:',
        'Srver',
        'Server',
      ],
    ];
    for (const [before, after, at, nearest] of cases) {
      const text = namesModel(before, after);
      assert.deepEqual(foundAt(unknownComponent, text), [at]);
      const title = `Change "${at}" to "${nearest}"`;
      assert.equal(fixedText(unknownComponent, text, title), text.replace(at, nearest));
    }
  });

  it('keeps the quotes of the name', () => {
    const text = namesModel('into: [Server]', "into: ['Sever']");
    assert.match(fixedText(unknownComponent, text, 'Change "Sever" to "Server"'), /into: \['Server'\]/);
  });

  it('suggests nothing where nothing is near', () => {
    const text = namesModel('ratings:\n', 'ratings:\n  Something Else:\n    X: {T: 1}\n');
    assert.deepEqual(
      found(unknownComponent, text).map(({ at, line, args }) => [at, line, args.nearest]),
      [['Something Else', 12, '']],
    );
    assert.equal(fixed(unknownComponent, text).size, 0);
  });

  it('does not offer a name that would stand twice as a key', () => {
    const text = namesModel('ratings:\n', 'ratings:\n  Servre:\n    LAN: {T: 1.0}\n');
    assert.deepEqual(foundAt(unknownComponent, text), ['Servre']);
    assert.equal(fixed(unknownComponent, text).size, 0);
  });

  it('reports a CSV cell once, and writes a name that needs quotes', () => {
    const texts = {
      'model.tmg.yaml': 'components:\n  "Server; 1": {interfaces: [x, y]}\n',
      'ratings.tmg.csv': 'Component;Interface;T\n"Servr; 1";x, y;5,0\n',
    };
    assert.deepEqual(foundAt(unknownComponent, texts), ['Servr; 1']);
    assert.equal(
      fixedText(unknownComponent, texts, 'Change "Servr; 1" to "Server; 1"', 'ratings.tmg.csv'),
      'Component;Interface;T\n"Server; 1";x, y;5,0\n',
    );
  });

  it('offers nothing that a CSV cell cannot hold', () => {
    const texts = {
      'model.tmg.yaml': 'components:\n  " Server": {interfaces: [x]}\n',
      'ratings.tmg.csv': 'Component,Interface,T\nServr,x,5.0\n',
    };
    assert.equal(foundAt(unknownComponent, texts).length, 1);
    assert.equal(fixed(unknownComponent, texts).size, 0);
  });
});
