import { deepEqual, equal } from 'node:assert/strict';
import { chainFigures, type ChainFigures } from '../../../src/chains/chainFigures';
import { computeChains } from '../../../src/chains/computeChains';
import { modelTreeChildren } from '../../../src/language/modelTree';
import { modelTreePath } from '../../../src/language/modelTreePath';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { markedModel, snapshotOf } from '../../support/caret';

const MODEL = `components:
  Server: {facility: Plant, interfaces: [LAN], assets: {DB: {}, Key: {}}}
  Client: {interfaces: [LAN, USB]}
  Bus: {facility: Plant, labels: [Communication], interfaces: [Nowhere]}
interfaces: {USB: {entry: true}}
facilities: {Empty: {}, Plant: {}}
ratings:
  Server: {LAN: {T: 6.8}}
  Client: {USB: {T: 10, E: 99}}
`;

/** The tree below a node as indented lines: kind, label, description, problems. */
function tree(snapshot: Snapshot, figures?: ChainFigures, id?: string, indent = ''): string[] {
  return modelTreeChildren(snapshot, figures, id).flatMap((node) => [
    `${indent}${node.kind} ${node.label}: ${node.description}${node.problems ? ` !${node.problems.count} ${node.problems.worst}` : ''}`,
    ...(node.hasChildren ? tree(snapshot, figures, node.id, `${indent}  `) : []),
  ]);
}

describe('modelTreeChildren', () => {
  it('gives facilities, components, interfaces and assets with the problems below them', () => {
    const lines = tree(snapshotOf({ 'model.tmg.yaml': MODEL }));
    deepEqual(
      lines.map((line) => line.replace(/ !.*/, '')),
      [
        'facility Plant: 2 components',
        '  component Server: ',
        '    asset DB: ',
        '    asset Key: ',
        '    interface LAN: shared with 1 other',
        '  channel Bus: Communication',
        '    interface Nowhere: ',
        'facility Empty: 0 components',
        'component Client: ',
        '  interface LAN: shared with 1 other',
        '  entry USB: ',
      ],
    );
    const usb = lines.find((line) => line.includes('USB'));
    equal(usb?.includes('error'), true, usb);
    const client = lines.find((line) => line.includes('Client'));
    equal(client?.includes('error'), true, client);
    equal(lines.find((line) => line.includes('asset DB'))?.includes('!'), false);
  });

  it('describes by the worst chain once chains are computed', () => {
    const snapshot = snapshotOf({ 'model.tmg.yaml': MODEL });
    const lines = tree(snapshot, chainFigures(computeChains(snapshot.model)));
    deepEqual(
      lines.map((line) => line.replace(/ !.*/, '')).filter((line) => /Plant|Server|DB|Bus|USB/.test(line)),
      [
        'facility Plant: 6.8 Medium',
        '  component Server: 6.8 Medium, 2 chains',
        '    asset DB: 6.8 Medium, 1 chain',
        '  channel Bus: no chains',
        '  entry USB: 6.8 Medium, 2 chains',
      ],
    );
  });

  it('gives nothing for an id it does not know', () => {
    const snapshot = snapshotOf({ 'model.tmg.yaml': MODEL });
    deepEqual(modelTreeChildren(snapshot, undefined, 'x'), []);
    deepEqual(modelTreeChildren(snapshot, undefined, '["component","gone"]'), []);
  });
});

describe('modelTreePath', () => {
  it('leads from a name in the text to its node', () => {
    const path = (marked: string): string[] => {
      const { snapshot, file, offset } = markedModel(marked);
      return modelTreePath(snapshot, file, offset);
    };
    const server = ['["facility","Plant"]', '["component","Server"]'];
    deepEqual(path(MODEL.replace('Server', '|Server')), server);
    deepEqual(path(MODEL.replace('DB', 'D|B')), [...server, '["asset","Server","DB"]']);
    deepEqual(path(MODEL.replace('LAN: {T', 'L|AN: {T')), [...server, '["interface","Server","LAN"]']);
    deepEqual(path(MODEL.replace('  USB', '  U|SB').replace('{USB: {entry', '{U|SB: {entry')), [
      '["component","Client"]',
      '["interface","Client","USB"]',
    ]);
    deepEqual(path(MODEL.replace('entry', 'en|try')), []);
  });
});
