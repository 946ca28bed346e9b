import assert from 'node:assert/strict';
import { noEntryPoint } from '../../../../src/checks/rules/no-entry-point';
import { fixed, found, foundAt } from '../checkTexts';

describe('no-entry-point', () => {
  const model = `components:
  Server: {interfaces: [Bus, Web]}
  Client: {interfaces: [Bus, Terminal]}
`;

  it('reports a model without marks once, at its first component', () => {
    assert.deepEqual(found(noEntryPoint, model), [
      { file: 'model.tmg.yaml', at: 'Server', line: 2, args: { count: 3 } },
    ]);
    assert.deepEqual(
      found(noEntryPoint, { 'model.tmg.yaml': 'name: M\n', 'a.tmg.yaml': model }).map(({ file, at }) => [
        file,
        at,
      ]),
      [['a.tmg.yaml', 'Server']],
    );
  });

  it('prefers the model file', () => {
    const texts = { 'a.tmg.yaml': 'components:\n  A: {interfaces: [x]}\n', 'model.tmg.yaml': model };
    assert.deepEqual(foundAt(noEntryPoint, texts), ['Server']);
  });

  it('does not count what is marked as no entry', () => {
    const marked = `${model}interfaces:\n  Bus: {entry: false}\n`;
    assert.equal(found(noEntryPoint, marked)[0]?.args.count, 2);
    const none = `${model}interfaces:\n  Bus: {entry: false}\n  Web: {entry: false}\n  Terminal: {entry: false}\n`;
    assert.equal(found(noEntryPoint, none)[0]?.args.count, 0);
  });

  it('accepts a mark, also on an interface that nothing has, and an empty model', () => {
    assert.deepEqual(foundAt(noEntryPoint, `${model}interfaces:\n  Web: {entry: true}\n`), []);
    assert.deepEqual(foundAt(noEntryPoint, `${model}interfaces:\n  Wep: {entry: true}\n`), []);
    assert.deepEqual(foundAt(noEntryPoint, 'tmg: 1\n'), []);
  });

  it('offers entries, those of one component first, and five at most', () => {
    assert.deepEqual(
      [...fixed(noEntryPoint, model).keys()],
      ['Mark "Web" as an entry', 'Mark "Terminal" as an entry', 'Mark "Bus" as an entry'],
    );
    assert.equal(fixed(noEntryPoint, 'components:\n  A: {interfaces: [a, b, c, d, e, f, g]}\n').size, 5);
  });
});
