import assert from 'node:assert/strict';
import { conflictingAssetRating } from '../../../../src/checks/rules/conflicting-asset-rating';
import { conflictingEntry } from '../../../../src/checks/rules/conflicting-entry';
import { conflictingText } from '../../../../src/checks/rules/conflicting-text';
import { conflictingVector } from '../../../../src/checks/rules/conflicting-vector';
import { duplicateAsset } from '../../../../src/checks/rules/duplicate-asset';
import { modelFrom } from '../../../support/modelFrom';
import { contextOf, fixed, fixedText, found, foundAt } from '../checkTexts';

const HIGH = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const LOW = 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N';

/** The same two texts under names that turn their order round. */
const bothWays = (a: string, b: string, end = '.tmg.yaml'): Record<string, string>[] => [
  { 'a.tmg.yaml': a, [`b${end}`]: b },
  { 'z.tmg.yaml': a, [`b${end}`]: b },
];

describe('conflicting-asset-rating', () => {
  const yaml = 'components: {Server: {assets: {DB: {security: 3, tech: 1}}}}\n';
  const csv = 'Component,Asset,Rating: Security,Rating: Tech,Rating: Operation\nServer,DB,5,,2\n';

  it('lets the higher number count, whichever file comes first, and reports the lower one', () => {
    for (const files of bothWays(yaml, csv, '.tmg.csv')) {
      const asset = modelFrom(files).model.assets.get('Server/DB');
      assert.deepEqual(asset?.ratings, { security: 5, operation: 2, tech: 1 });
      const [finding, ...others] = found(conflictingAssetRating, files);
      assert.deepEqual([finding?.at, others.length], ['3', 0]);
      const [related] = conflictingAssetRating.check(contextOf(files))[0]?.related ?? [];
      assert.equal(related?.file, 'b.tmg.csv');
    }
  });

  it('writes the higher one where the finding is', () => {
    const files = { 'a.tmg.yaml': yaml, 'b.tmg.csv': csv };
    assert.match(
      fixedText(conflictingAssetRating, files, 'Change it to 5', 'a.tmg.yaml'),
      /security: 5, tech: 1/,
    );
  });

  it('accepts equal numbers and empty cells', () => {
    const same = 'Component,Asset,Rating: Security\nServer,DB,3\nServer,DB,\n';
    assert.deepEqual(foundAt(conflictingAssetRating, { 'a.tmg.yaml': yaml, 'b.tmg.csv': same }), []);
  });
});

describe('conflicting-vector', () => {
  const rated = (vector: string): string =>
    `vectors: {v: "${vector}"}\ncomponents: {A: {interfaces: [X]}}\nratings: {A: {X: {T: v}}}\n`;
  const score = (files: Record<string, string>): number | undefined =>
    modelFrom(files).model.components.get('A')?.relations.get('X')?.ratings.T?.score;

  it('lets the higher base score count, whichever file comes first, and reports the other', () => {
    for (const files of bothWays(rated(LOW), `Vector,CVSS\nv,${HIGH}\n`, '.tmg.csv')) {
      assert.equal(score(files), 9.8);
      assert.deepEqual(foundAt(conflictingVector, files), [`"${LOW}"`]);
      assert.ok([...fixed(conflictingVector, files).keys()].includes(`Change it to ${HIGH}`));
    }
  });

  it('lets the first of two of the same score count', () => {
    const other = HIGH.replace('C:H/I:H/A:H', 'C:H/I:H/A:H/RL:O');
    const files = { 'a.tmg.yaml': rated(HIGH), 'b.tmg.csv': `Vector,CVSS\nv,${other}\n` };
    assert.deepEqual(foundAt(conflictingVector, files), [other]);
  });

  it('accepts the same one, and leaves one that is not valid to its error', () => {
    for (const second of [HIGH, 'CVSS:3.1/AV:N']) {
      for (const files of bothWays(rated(HIGH), `Vector,CVSS\nv,${second}\n`, '.tmg.csv')) {
        assert.deepEqual(foundAt(conflictingVector, files), []);
        assert.equal(score(files), 9.8);
      }
    }
  });
});

describe('conflicting-entry', () => {
  const yes = 'components: {A: {interfaces: [X]}}\ninterfaces: {X: {entry: true}}\n';

  it('reports the mark that does not count', () => {
    for (const files of bothWays(yes, 'Interface,Entry\nX,no\n', '.tmg.csv')) {
      assert.deepEqual(foundAt(conflictingEntry, files), ['no']);
      assert.equal(modelFrom(files).model.interfaces.get('X')?.entry, true);
    }
    const files = { 'a.tmg.yaml': yes, 'b.tmg.csv': 'Interface,Entry\nX,no\n' };
    assert.match(fixedText(conflictingEntry, files, 'Mark it as an entry here too', 'b.tmg.csv'), /X,true/);
  });

  it('offers no fix in a row that marks others too, and accepts the same mark twice', () => {
    const row = { 'a.tmg.yaml': yes, 'b.tmg.csv': 'Interface,Entry\n"X,Y",no\n' };
    assert.deepEqual([foundAt(conflictingEntry, row).length, fixed(conflictingEntry, row).size], [1, 0]);
    const twice = { 'a.tmg.yaml': yes, 'b.tmg.csv': 'Interface,Entry\nX,yes\n' };
    assert.deepEqual(foundAt(conflictingEntry, twice), []);
  });
});

describe('conflicting-text', () => {
  const first = `attackers: {out: stranger}
periods: {day: at noon}
facilities: {Hall: {description: one}}
components: {A: {interfaces: [X], description: one, assets: {D: {description: one}}}}
interfaces: {X: {description: one}}
ratings: {A: {X: {all: 5, note: one, status: draft, ref: R-1}}}
`;
  const second = first
    .replaceAll(': one', ': two')
    .replace('stranger', 'guest')
    .replace('noon', 'night')
    .replace('draft', 'agreed')
    .replace('R-1', 'R-2');

  it('reports every text that does not count', () => {
    const files = { 'a.tmg.yaml': first, 'b.tmg.yaml': second };
    assert.deepEqual(
      found(conflictingText, files)
        .filter(({ file }) => file === 'b.tmg.yaml')
        .map(({ at }) => at)
        .sort(),
      ['R-2', 'agreed', 'at night', 'guest', 'two', 'two', 'two', 'two', 'two'],
    );
    const [relation] = [...(modelFrom(files).model.components.get('A')?.relations.values() ?? [])];
    assert.deepEqual([relation?.notes, relation?.references], [['one'], ['R-1']]);
    assert.match(fixedText(conflictingText, files, 'Change it to "stranger"', 'b.tmg.yaml'), /out: stranger/);
  });

  it('accepts equal ones, and rows of a long table that speak of different types', () => {
    assert.deepEqual(foundAt(conflictingText, { 'a.tmg.yaml': first, 'b.tmg.yaml': first }), []);
    const rows = 'Component,Interface,STRIDE,CVSS,Note\nA,X,S,5,cloned\nA,X,T,5,forged\nA,X,T,5,changed\n';
    const files = {
      'a.tmg.yaml': 'components: {A: {interfaces: [X]}}\n',
      'b.tmg.csv': rows,
    };
    assert.deepEqual(foundAt(conflictingText, files), ['changed']);
    const [relation] = [...(modelFrom(files).model.components.get('A')?.relations.values() ?? [])];
    assert.deepEqual(relation?.notes, ['cloned', 'forged']);
  });
});

describe('duplicate-asset', () => {
  it('lets the asset count whose first record comes first, wherever its component does', () => {
    const files = {
      'a.tmg.yaml': 'components: {X: {interfaces: [I]}, Y: {assets: {E: {id: same}}}}\n',
      'b.tmg.yaml': 'components: {X: {assets: {D: {id: same}}}}\n',
    };
    assert.equal(modelFrom(files).model.assets.get('same')?.component, 'Y');
    assert.deepEqual(foundAt(duplicateAsset, files), ['same']);
    assert.equal(found(duplicateAsset, files)[0]?.file, 'b.tmg.yaml');
  });

  it('counts assets of EXT and Virtual components as users of an id', () => {
    const text =
      'components: {A: {labels: [EXT], assets: {D: {id: i}}}, Virtual-B: {assets: {E: {id: j}}}, C: {assets: {F: {id: i}, G: {id: j}}}}\n';
    assert.deepEqual(foundAt(duplicateAsset, text), ['i', 'j']);
  });

  it('reports the second of two ids of one asset, and changes it to the first', () => {
    const files = {
      'a.tmg.yaml': 'components: {A: {assets: {D: {id: A-1}}}}\n',
      'b.tmg.csv': 'Component,Asset,Id\nA,D,A-2\nA,D,A-1\nA,D,\n',
    };
    assert.deepEqual([...modelFrom(files).model.assets.keys()], ['A-1']);
    assert.deepEqual(foundAt(duplicateAsset, files), ['A-2']);
    assert.match(fixedText(duplicateAsset, files, 'Change it to "A-1"', 'b.tmg.csv'), /^A,D,A-1$/m);
  });
});
