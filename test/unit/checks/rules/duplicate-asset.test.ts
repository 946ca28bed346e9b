import assert from 'node:assert/strict';
import { duplicateAsset } from '../../../../src/checks/rules/duplicate-asset';
import { fixedText, found, foundAt } from '../checkTexts';
import { NAMES_MODEL } from '../namesModel';

describe('duplicate-asset', () => {
  const files = (other: string) => ({ 'a.tmg.yaml': NAMES_MODEL, 'b.tmg.yaml': other });

  it('reports an id that another asset has, and changes it', () => {
    const texts = files('components:\n  Client: {assets: {Key: {id: Server/DB}}}\n');
    assert.deepEqual(
      found(duplicateAsset, texts).map(({ file, at }) => [file, at]),
      [['b.tmg.yaml', 'Server/DB']],
    );
    assert.equal(
      fixedText(duplicateAsset, texts, 'Change the id to "Server/DB-2"', 'b.tmg.yaml'),
      'components:\n  Client: {assets: {Key: {id: Server/DB-2}}}\n',
    );
  });

  it('accepts one asset that is spread over files', () => {
    const spread = files('components:\n  Server: {assets: {DB: {security: 4}}}\n');
    assert.deepEqual(foundAt(duplicateAsset, spread), []);
  });

  it('stands at the record that gives the id', () => {
    const texts = {
      'a.tmg.yaml': 'components:\n  A: {assets: {D: {id: k}}}\n  B: {assets: {Q: {}}}\n',
      'b.tmg.yaml': 'components:\n  B: {assets: {Q: {id: k}}}\n',
    };
    assert.deepEqual(
      found(duplicateAsset, texts).map(({ file, at }) => [file, at]),
      [['b.tmg.yaml', 'k']],
    );
    assert.match(fixedText(duplicateAsset, texts, 'Change the id to "k-2"', 'b.tmg.yaml'), /\{id: k-2\}/);
  });

  it('gives an id to an asset that has none of its own, in YAML and CSV', () => {
    const claim = 'components:\n  B: {assets: {Q: {id: A/D}}}\n';
    const title = 'Give it the id "A/D-2"';
    const yaml = { 'a.tmg.yaml': claim, 'b.tmg.yaml': 'components:\n  A: {assets: {D: {security: 3}}}\n' };
    assert.equal(
      fixedText(duplicateAsset, yaml, title, 'b.tmg.yaml'),
      'components:\n  A: {assets: {D: {security: 3, id: A/D-2}}}\n',
    );
    const withColumn = { 'a.tmg.yaml': claim, 'b.tmg.csv': 'Component,Asset,Id\nA,D,\n' };
    assert.equal(
      fixedText(duplicateAsset, withColumn, title, 'b.tmg.csv'),
      'Component,Asset,Id\nA,D,A/D-2\n',
    );
    const without = { 'a.tmg.yaml': claim, 'b.tmg.csv': 'Component,Asset\nA,D\n' };
    assert.match(fixedText(duplicateAsset, without, title), /id: A\/D-2/);
  });
});
