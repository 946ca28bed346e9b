import assert from 'node:assert/strict';
import { unreachableAsset } from '../../../../src/checks/rules/unreachable-asset';
import { fixed, fixedText, found, foundAt } from '../checkTexts';

describe('unreachable-asset', () => {
  const line = `settings: {maxLength: 5}
components:
  A: {interfaces: [in, ab], assets: {Near: {}}}
  B: {interfaces: [ab, bc]}
  C: {interfaces: [bc, cd], assets: {Edge: {}}}
  D: {interfaces: [cd], assets: {Far: {}}}
  Lone: {interfaces: [port], assets: {Away: {}}}
interfaces:
  in: {entry: true}
`;

  it('reports assets beyond maxLength and without a path', () => {
    assert.deepEqual(found(unreachableAsset, line), [
      {
        file: 'model.tmg.yaml',
        at: 'Far',
        line: 6,
        args: { component: 'D', asset: 'Far', length: 7, maxLength: 5 },
      },
      { file: 'model.tmg.yaml', at: 'Away', line: 7, args: { component: 'Lone', asset: 'Away' } },
    ]);
  });

  it('takes an even maxLength for the odd one below, and counts Virtual components', () => {
    assert.deepEqual(foundAt(unreachableAsset, line.replace('5', '6')), ['Far', 'Away']);
    assert.deepEqual(foundAt(unreachableAsset, line.replace('5', '7')), ['Away']);
    assert.deepEqual(foundAt(unreachableAsset, line.replaceAll('B:', 'Virtual-B:')), ['Far', 'Away']);
  });

  it('does not pass EXT components, and expects no chain to assets of Virtual or EXT ones', () => {
    const out = line.replace('bc]}', 'bc], labels: [EXT]}');
    assert.deepEqual(foundAt(unreachableAsset, out), ['Edge', 'Far', 'Away']);
    assert.deepEqual(foundAt(unreachableAsset, line.replace('[port]', '[port], labels: [EXT]')), ['Far']);
    assert.deepEqual(foundAt(unreachableAsset, line.replace('Lone', 'Virtual-Lone')), ['Far']);
  });

  it('follows "into", and leaves by the entry itself', () => {
    const shared = `components:
  Hub: {interfaces: [net]}
  Leaf: {interfaces: [net], assets: {Key: {}}}
  Other: {interfaces: [x], assets: {Lock: {}}}
interfaces:
  net: {entry: true, into: [Hub]}
`;
    assert.deepEqual(foundAt(unreachableAsset, shared), ['Lock']);
    assert.deepEqual(foundAt(unreachableAsset, shared.replace('into: [Hub]', 'into: [Nobody]')), [
      'Key',
      'Lock',
    ]);
  });

  it('raises maxLength or marks an entry', () => {
    assert.match(fixedText(unreachableAsset, line, 'Raise maxLength to 7'), /maxLength: 7/);
    assert.deepEqual(
      [...fixed(unreachableAsset, line).keys()],
      ['Raise maxLength to 7', 'Mark "cd" as an entry', 'Mark "port" as an entry'],
    );
    const into = line.replace(
      'in: {entry: true}',
      'in: {entry: true}\n  port: {entry: true, into: [Nobody]}',
    );
    assert.match(
      fixedText(unreachableAsset, into, 'Let outsiders reach "Lone" through "port"'),
      /Nobody, Lone/,
    );
  });
});
