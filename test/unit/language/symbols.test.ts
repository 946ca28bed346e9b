import { deepEqual, equal, ok } from 'node:assert/strict';
import { type DocumentSymbol, documentSymbols } from '../../../src/language/documentSymbols';
import { workspaceSymbols } from '../../../src/language/workspaceSymbols';
import { exampleTexts } from '../../support/mutations';
import { snapshotOf } from '../../support/caret';

/** Symbols as indented lines: kind, name, detail. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...outline(children, `${indent}  `),
  ]);
}

function outlineOf(file: string, text: string): string[] {
  return outline(documentSymbols(snapshotOf({ [file]: text }), file));
}

const YAML = `tmg: 1
facilities: {Plant: {description: here}}
components:
  Server:
    facility: Plant
    labels: [EXT]
    interfaces: [LAN]
    assets: {DB: {}}

  # the client
  Client: {interfaces: [LAN]}
interfaces:
  LAN: {entry: true}
vectors: {v: CVSS:3.1/AV:P}
ratings:
  Server:
    LAN: {T: 6.8, E: v, all: none}
ratingRules:
  - match: {interface: "L*", label: EXT}
    T: 1
filters:
  banned: [[A, "*"]]
  oneWay: [{from: A, to: B}]
  only: [{from: A, via: B, to: [C]}]
`;

describe('documentSymbols', () => {
  it('gives the records of a YAML file as a tree', () => {
    const expected = [
      'facility Plant (here)',
      'component Server (Plant, EXT)',
      '  interface LAN',
      '  asset DB',
      'component Client',
      '  interface LAN',
      'interface LAN',
      'vector v (CVSS:3.1/AV:P)',
      'ratings Server (ratings)',
      '  ratings LAN (T 6.8, E v, all none)',
      'rule interface L*, label EXT (T 1)',
      'filter A, * (banned)',
      'filter A to B (oneWay)',
      'filter A via B (only)',
    ];
    deepEqual(outlineOf('a.tmg.yaml', YAML), expected);
    deepEqual(outlineOf('a.tmg.yaml', YAML.replaceAll('\n', '\r\n')), expected);
  });

  it('unites rows of one component in CSV', () => {
    deepEqual(outlineOf('a.tmg.csv', 'Component,Interface\nBüro,LAN1\n"Büro:EXT","LAN2;LAN3"\nB,LAN1\n'), [
      'component Büro (EXT)',
      '  interface LAN1',
      '  interface LAN2',
      '  interface LAN3',
      'component B',
      '  interface LAN1',
    ]);
    deepEqual(outlineOf('a.tmg.csv', 'Component,Interface,T\nA,LAN,1\nA,WAN,2\n'), [
      'ratings A (ratings)',
      '  ratings LAN (T 1)',
      '  ratings WAN (T 2)',
    ]);
  });

  it('keeps names within ranges, and ranges without the blank lines behind them', () => {
    const check = (symbols: readonly DocumentSymbol[], text: string): void => {
      for (const { range, selectionRange, children, name } of symbols) {
        ok(range.start <= selectionRange.start && selectionRange.end <= range.end, name);
        equal(text.slice(range.start, range.end).trimEnd().length, range.end - range.start, name);
        check(children, text);
      }
    };
    for (const ending of ['.yaml', '.csv']) {
      for (const text of [...exampleTexts(ending), ...(ending === '.yaml' ? [YAML] : [])]) {
        const file = `a.tmg${ending}`;
        check(documentSymbols(snapshotOf({ [file]: text }), file), text);
      }
    }
  });
});

describe('workspaceSymbols', () => {
  const snapshot = snapshotOf({ 'a.tmg.yaml': YAML, 'b.tmg.csv': 'Component,Asset\nStorage Server,Key\n' });
  const found = (query: string, limit?: number): string[] =>
    workspaceSymbols(snapshot, query, limit).map(
      ({ kind, name, container }) => `${kind} ${name} in ${container}`,
    );

  it('finds names by their letters, the best first', () => {
    deepEqual(found('server'), ['component Server in Plant', 'component Storage Server in model']);
    deepEqual(found('stsv'), ['component Storage Server in model']);
    deepEqual(found('key'), ['asset Key in Storage Server']);
    deepEqual(found('lan'), ['interface LAN in model', 'facility Plant in model']);
    deepEqual(found('zzz'), []);
  });

  it('finds everything for an empty query, up to a limit', () => {
    equal(found('').length, 8);
    equal(found('', 3).length, 3);
  });

  it('leads to the declaration', () => {
    const [symbol] = workspaceSymbols(snapshot, 'key');
    equal(symbol?.place.file, 'b.tmg.csv');
  });
});
