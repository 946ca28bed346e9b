import assert from 'node:assert/strict';
import { lookAlikeName } from '../../../../src/checks/rules/look-alike-name';
import { contextOf, fixed, fixedText, found, foundAt } from '../checkTexts';

describe('look-alike-name', () => {
  it('reports the rarer component, interface, facility and asset', () => {
    const texts = `components:
  Server:
    facility: Data Center
    interfaces: [LAN 1, LAN2]
    assets: {DB: {}, db: {}}
  Router:
    facility: Data  Center
    interfaces: [LAN 1, LAN1]
  server:
    facility: Data Center
    interfaces: [LAN 1]
`;
    assert.deepEqual(
      found(lookAlikeName, texts).map(({ at, line, args }) => [at, line, args]),
      [
        ['server', 9, { kind: 'component', name: 'server', other: 'Server', difference: 'case' }],
        ['LAN1', 8, { kind: 'interface', name: 'LAN1', other: 'LAN 1', difference: 'white space' }],
        [
          'Data  Center',
          7,
          { kind: 'facility', name: 'Data  Center', other: 'Data Center', difference: 'white space' },
        ],
        ['db', 5, { kind: 'asset', name: 'db', other: 'DB', difference: 'case' }],
      ],
    );
  });

  it('knows Unicode forms, and several differences', () => {
    const texts =
      'components:\n  T\u00fcr: {interfaces: [x]}\n  Tu\u0308r: {interfaces: [x]}\n  "t\u00dcR ": {interfaces: [x]}\n';
    assert.deepEqual(
      found(lookAlikeName, texts).map(({ args }) => args.difference),
      ['Unicode form', 'case and white space'],
    );
  });

  it('leads to the other name', () => {
    const [finding] = lookAlikeName.check(
      contextOf('components:\n  A: {interfaces: [x]}\n  a: {interfaces: [x]}\n'),
    );
    assert.deepEqual(
      finding?.related.map(({ range }) => range.start),
      [14],
    );
  });

  it('accepts equal asset names of different components, and names of different kinds', () => {
    const texts =
      'components:\n  Web: {interfaces: [web], assets: {Key: {}}}\n  B: {interfaces: [web], assets: {KEY: {}}}\n';
    assert.deepEqual(foundAt(lookAlikeName, texts), []);
  });

  it('writes the other name everywhere', () => {
    const texts = {
      'a.tmg.yaml':
        'components:\n  Server: {interfaces: [LAN1]}\n  Client: {interfaces: [LAN1]}\n  Old: {interfaces: [lan1]}\n',
      'b.tmg.yaml': 'interfaces:\n  lan1: {attackers: [x]} # note\nratings:\n  Old:\n    lan1: {T: 5.0}\n',
    };
    const title = 'Change "lan1" to "LAN1", everywhere it occurs';
    assert.equal(
      fixedText(lookAlikeName, texts, title, 'a.tmg.yaml'),
      texts['a.tmg.yaml'].replace('lan1', 'LAN1'),
    );
    assert.equal(
      fixedText(lookAlikeName, texts, title, 'b.tmg.yaml'),
      texts['b.tmg.yaml'].replaceAll('lan1', 'LAN1'),
    );
  });

  it('does not make one map have a key twice', () => {
    assert.equal(
      fixed(lookAlikeName, 'components:\n  A: {interfaces: [x]}\n  a: {interfaces: [x]}\n').size,
      0,
    );
  });

  it('writes the other name of an asset within its component only', () => {
    const texts = {
      'a.tmg.yaml':
        'components:\n  A: {interfaces: [x], assets: {db: {security: 4}}}\n  B: {interfaces: [x], assets: {DB: {}}}\n',
      'b.tmg.csv': 'Component,Asset,Rating: Tech\nA,DB,3\nB,DB,2\n',
    };
    assert.deepEqual(foundAt(lookAlikeName, texts), ['DB']);
    const title = 'Change "DB" to "db", everywhere it occurs';
    const file = 'b.tmg.csv';
    assert.equal(
      fixedText(lookAlikeName, texts, title, file),
      'Component,Asset,Rating: Tech\nA,db,3\nB,DB,2\n',
    );
    assert.equal(fixedText(lookAlikeName, texts, title, 'a.tmg.yaml'), texts['a.tmg.yaml']);
  });
});
