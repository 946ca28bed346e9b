import assert from 'node:assert/strict';
import { misplacedKey } from '../../../../src/checks/rules/misplaced-key';
import { contextOf, fixed, found, foundAt } from '../checkTexts';

describe('misplaced-key', () => {
  const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

  it('accepts the only file that has a key, and a table of vectors beside it', () => {
    const texts = {
      'model.tmg.yaml': 'tmg: 1\n',
      'b.tmg.yaml': `vectors: {v: ${VECTOR}}\n`,
      'v.tmg.csv': `Vector,CVSS\nw,${VECTOR}\n`,
    };
    assert.deepEqual(foundAt(misplacedKey, texts), []);
  });

  it('moves a key with its comments to the model file', () => {
    const texts = {
      'model.tmg.yaml': `vectors:\n  a: ${VECTOR}\ncomponents: {}\n`,
      'b.tmg.yaml': `# top\nvectors:\n  # why\n  b: ${VECTOR} # kept\nfilters: {}\n`,
    };
    assert.deepEqual(
      found(misplacedKey, texts).map(({ file, at, line }) => [file, at, line]),
      [['b.tmg.yaml', 'vectors', 2]],
    );
    const files = fixed(misplacedKey, texts).get('Move "vectors" to model.tmg.yaml');
    assert.equal(files?.['b.tmg.yaml'], '# top\nfilters: {}\n');
    assert.equal(
      files?.['model.tmg.yaml'],
      `vectors:\n  a: ${VECTOR}\n  # why\n  b: ${VECTOR} # kept\ncomponents: {}\n`,
    );
  });

  it('moves a whole entry where the model file has none, and makes that file', () => {
    const texts = { 'a.tmg.yaml': 'settings: {maxLength: 3}\n', 'b.tmg.yaml': 'settings:\n  maxLength: 5\n' };
    assert.equal(found(misplacedKey, texts).length, 2);
    const moved = (files: Record<string, string>) =>
      [...fixed(misplacedKey, files).values()][0]?.['model.tmg.yaml'];
    assert.equal(moved({ ...texts, 'model.tmg.yaml': 'tmg: 1' }), 'tmg: 1\nsettings:\n  maxLength: 5\n');
    assert.equal(moved(texts), 'tmg: 1\nsettings:\n  maxLength: 5\n');
  });

  it('takes over the line ends of the model file', () => {
    const texts = {
      'model.tmg.yaml': `vectors:\r\n  a: ${VECTOR}\r\n`,
      'b.tmg.yaml': `vectors:\n  b: ${VECTOR}\n`,
    };
    const [files] = [...fixed(misplacedKey, texts).values()];
    assert.equal(files?.['model.tmg.yaml'], `vectors:\r\n  a: ${VECTOR}\r\n  b: ${VECTOR}\r\n`);
  });

  it('moves rules in the order in which they count', () => {
    const rules = (score: string) => `ratingRules:\n  - {match: {interface: x}, all: ${score}}\n`;
    const texts = {
      'a.tmg.yaml': rules('9.0'),
      'b.tmg.yaml': rules('8.0'),
      'model.tmg.yaml': `components: {A: {interfaces: [x]}}\n${rules('2.0')}`,
    };
    const { model, origins } = contextOf(texts);
    assert.deepEqual(
      origins.ratingRules.map(({ file }) => file),
      ['model.tmg.yaml', 'a.tmg.yaml', 'b.tmg.yaml'],
    );
    assert.equal(model.components.get('A')?.relations.get('x')?.ratings.T?.score, 2);
    const fixes = misplacedKey
      .check({ model, origins })
      .map((finding) => [finding.file, misplacedKey.fixes?.(finding, { model, origins }).length]);
    assert.deepEqual(fixes, [
      ['a.tmg.yaml', 1],
      ['b.tmg.yaml', 0],
    ]);
  });

  it('leaves to the user what no edit can decide', () => {
    const texts = {
      'model.tmg.yaml': 'settings:\n  maxLength: 3\n',
      'b.tmg.yaml': 'settings:\n  maxLength: 5\n',
    };
    assert.equal(found(misplacedKey, texts).length, 1);
    assert.deepEqual([...fixed(misplacedKey, texts).keys()], []);
  });
});
