import assert from 'node:assert/strict';
import { isTmgFile, namesTmgFile } from '../../../src/workspace/fileKinds';
import { adviceForName } from '../../../src/workspace/lookAlikes';

/** What editors, office programs and systems put beside a file. */
const BESIDE = [
  '.#x.tmg.yaml',
  '~$x.tmg.csv',
  'x.tmg.yaml~',
  '.x.tmg.yaml.swp',
  '.x.tmg.yaml.swo',
  '.~lock.x.tmg.csv#',
  '#x.tmg.yaml#',
  '._x.tmg.yaml',
  '.x.tmg.yaml.kate-swp',
  'x.tmg.yaml___jb_tmp___',
];

describe('names of TMG files', () => {
  it('are those with the three endings, in any folder, and not what is beside such files', () => {
    for (const name of ['model.tmg.yaml', 'a b.tmg.yml', '/x/.y/z.tmg.csv', '.tmg.csv', '#1.tmg.csv']) {
      assert.ok(isTmgFile(name), name);
    }
    for (const name of [...BESIDE, ...BESIDE.map((one) => `/m/${one}`), 'x.tmg.YAML', 'x.yaml', 'xtmg.csv']) {
      assert.ok(!isTmgFile(name), name);
    }
  });

  it('are more on other systems', () => {
    for (const name of ['x.tmg.csv', 'X.TMG.CSV', 'x.tmg.csv. .', 'x.tmg.yaml:stream', 'x.Tmg.Yml::$DATA']) {
      assert.ok(namesTmgFile(name), name);
    }
    for (const name of ['x.csv', ...BESIDE, '', ' ', 'x.tmg.csv.txt']) {
      assert.ok(!namesTmgFile(name), name);
    }
    assert.ok(!namesTmgFile(`${'. '.repeat(500_000)}x`));
  });
});

describe('names that look like those of TMG files', () => {
  it('come with what to do', () => {
    const expected: readonly (readonly [string, RegExp])[] = [
      ['RATINGS.TMG.YAML', /lower case; rename it to RATINGS\.tmg\.yaml\./],
      ['r.tmg.YAML', /rename it to r\.tmg\.yaml\./],
      ['r.tmg.xlsx', /tmg import takes a filled worksheet, else save the table as r\.tmg\.csv\./],
      ['x.tmg.yaml.bak', /Another ending follows/],
      ['x.tmg.yaml.txt', /Another ending follows/],
      ['x.tmg.json', /end in \.tmg\.yaml, \.tmg\.yml or \.tmg\.csv/],
      ['x.tmg', /end in \.tmg\.yaml/],
    ];
    for (const [name, advice] of expected) {
      assert.match(adviceForName(name, false) ?? '', advice, name);
    }
  });

  it('are the usual ones too among TMG files, and only there', () => {
    const expected: readonly (readonly [string, RegExp])[] = [
      ['ratings.yaml', /rename it to ratings\.tmg\.yaml if it belongs/],
      ['tmg.yaml', /rename it to model\.tmg\.yaml if/],
      ['Components-2.CSV', /rename it to Components-2\.tmg\.csv if/],
    ];
    for (const [name, advice] of expected) {
      assert.match(adviceForName(name, true) ?? '', advice, name);
      assert.equal(adviceForName(name, false), undefined);
    }
  });

  it('are neither TMG files, nor what is beside them, nor anything else', () => {
    for (const name of [
      'x.tmg.yaml',
      ...BESIDE,
      'threats.csv',
      'readme.md',
      'docker-compose.yaml',
      'modeling.yaml',
    ]) {
      assert.equal(adviceForName(name, true), undefined, name);
    }
  });
});
