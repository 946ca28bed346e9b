import assert from 'node:assert/strict';
import { unknownRelation } from '../../../../src/checks/rules/unknown-relation';
import { fixed, fixedText, found, foundAt } from '../checkTexts';
import { NAMES_MODEL, namesModel } from '../namesModel';

describe('unknown-relation', () => {
  it('accepts relations, and leaves unknown names to their errors', () => {
    assert.deepEqual(foundAt(unknownRelation, NAMES_MODEL), []);
    assert.deepEqual(foundAt(unknownRelation, namesModel('    LAN: {T', '    LAM: {T')), []);
    assert.deepEqual(foundAt(unknownRelation, namesModel('ratings:\n  Server', 'ratings:\n  Servre')), []);
    assert.deepEqual(foundAt(unknownRelation, namesModel('into: [Server]', 'into: [Servre]')), []);
  });

  it('reports a rating at the interface, and adds the interface to the component', () => {
    const text = namesModel('    LAN: {T', '    Terminal: {T');
    assert.deepEqual(
      found(unknownRelation, text).map(({ at, line, args }) => [at, line, args.component, args.interface]),
      [['Terminal', 13, 'Server', 'Terminal']],
    );
    assert.deepEqual([...fixed(unknownRelation, text).keys()], ['Add the interface "Terminal" to "Server"']);
    assert.equal(
      fixedText(unknownRelation, text, 'Add the interface "Terminal" to "Server"'),
      text.replace('[LAN, Internet]', '[LAN, Internet, Terminal]'),
    );
  });

  it('reports into at the component', () => {
    const text = namesModel('into: [Server]', 'into: [Client]');
    assert.deepEqual(foundAt(unknownRelation, text), ['Client']);
    const title = 'Add the interface "Internet" to "Client"';
    assert.deepEqual([...fixed(unknownRelation, text).keys()], [title]);
  });

  it('changes it to what the component has, or to who has the interface', () => {
    const text =
      'components:\n  Node1: {interfaces: [Port1]}\n  Node2: {interfaces: [Port2]}\ninterfaces: {Port1: {entry: true, into: [Node2]}}\nratings: {Node1: {Port2: {T: 5}}}\n';
    const titles = [...fixed(unknownRelation, text).keys()];
    assert.deepEqual(titles, [
      'Change "Port2" to "Port1"',
      'Add the interface "Port2" to "Node1"',
      'Change "Node2" to "Node1"',
      'Add the interface "Port1" to "Node2"',
    ]);
  });

  it('does not offer a key that is there', () => {
    const text =
      'components:\n  A: {interfaces: [Port1]}\n  B: {interfaces: [Port2]}\nratings: {A: {Port1: {T: 4}, Port2: {T: 5}}}\n';
    assert.deepEqual([...fixed(unknownRelation, text).keys()], ['Add the interface "Port2" to "A"']);
  });

  it('tells components from interfaces of the same name', () => {
    const text =
      'components:\n  Web: {interfaces: [Bus]}\n  B: {interfaces: [Web]}\nratings: {Web: {Web: {T: 5}}}\n';
    assert.deepEqual(foundAt(unknownRelation, text), ['Web']);
    assert.equal(fixed(unknownRelation, text).size, 1);
  });

  it('does not change a CSV cell that says it of other interfaces too', () => {
    const texts = {
      'model.tmg.yaml': 'components:\n  Node1: {interfaces: [x, y]}\n  Node2: {interfaces: [x]}\n',
      'entries.tmg.csv': 'Interface,Entry,Into\n"x, y",yes,Node2\n',
    };
    assert.deepEqual(foundAt(unknownRelation, texts), ['Node2']);
    assert.deepEqual([...fixed(unknownRelation, texts).keys()], ['Add the interface "y" to "Node2"']);
    const single = { ...texts, 'entries.tmg.csv': 'Interface,Entry,Into\ny,yes,Node2\n' };
    assert.equal(
      fixedText(unknownRelation, single, 'Change "Node2" to "Node1"', 'entries.tmg.csv'),
      'Interface,Entry,Into\ny,yes,Node1\n',
    );
  });
});
