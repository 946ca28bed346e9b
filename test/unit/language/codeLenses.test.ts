import { deepEqual, equal, ok } from 'node:assert/strict';
import { chainFigures } from '../../../src/chains/chainFigures';
import { computeChains } from '../../../src/chains/computeChains';
import { codeLenses } from '../../../src/language/codeLenses';
import { newModelText } from '../../../src/language/newModel';
import { snapshotOf } from '../../support/caret';

/** Lenses as text of the range, kind, name and number of chains. */
function lensesOf(files: Readonly<Record<string, string>>, file: string, compute = false): unknown[] {
  const snapshot = snapshotOf(files);
  const figures = compute ? chainFigures(computeChains(snapshot.model)) : undefined;
  return codeLenses(snapshot, file, figures).map(({ range, target, figure }) => [
    files[file]?.slice(range.start, range.end),
    target.kind,
    target.name,
    figure?.chains,
  ]);
}

describe('codeLenses', () => {
  it('stands on components, assets and entries, once in a file', () => {
    const files = {
      'a.tmg.yaml':
        'components:\r\n  Böse Kiste:\r\n    interfaces: [LAN]\r\n    assets: {Key: {id: K-1}, "a b": }\r\n  V: {labels: [Virtual], assets: {X: {}}}\r\n  Out: {labels: [EXT], assets: {X: {}}}\r\ninterfaces: {LAN: {entry: true}, USB: {entry: false}}\r\n',
      'b.tmg.csv': 'Component;Asset\nBöse Kiste;Key\n"Böse Kiste";Key 2\nV;X\n',
    };
    deepEqual(lensesOf(files, 'a.tmg.yaml'), [
      ['Böse Kiste', 'component', 'Böse Kiste', undefined],
      ['Key', 'asset', 'K-1', undefined],
      ['"a b"', 'asset', 'Böse Kiste/a b', undefined],
      ['LAN', 'entry', 'LAN', undefined],
    ]);
    deepEqual(lensesOf(files, 'b.tmg.csv'), [
      ['Böse Kiste', 'component', 'Böse Kiste', undefined],
      ['Key', 'asset', 'K-1', undefined],
      ['Key 2', 'asset', 'Böse Kiste/Key 2', undefined],
    ]);
  });

  it('has the figures of a computation', () => {
    const files = { 'model.tmg.yaml': newModelText('client-server', 'x') };
    const lenses = lensesOf(files, 'model.tmg.yaml', true) as [string, string, string, number][];
    const chains = new Map(lenses.map(([, kind, name, count]) => [`${kind} ${name}`, count]));
    equal(chains.get('entry Internet'), computeChains(snapshotOf(files).model).size);
    ok((chains.get('asset Database/Customer Data') ?? 0) > 0);
  });

  it('bears unfinished text', () => {
    deepEqual(lensesOf({ 'a.tmg.yaml': 'components:\n  A:\n    assets: {K' }, 'a.tmg.yaml')[0], [
      'A',
      'component',
      'A',
      undefined,
    ]);
  });
});
