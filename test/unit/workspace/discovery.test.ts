import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverModels, repositoryRoot, whyNotRead } from '../../../src/workspace/discovery';
import { nodeFileSystem } from '../../../src/workspace/nodeFileSystem';
import { memoryFileSystem } from '../../support/memoryFileSystem';
import { withFolderAsync } from '../../support/runTmg';

const FILES = {
  '/repo/.git/HEAD': '',
  '/repo/plant/model.tmg.yaml': '',
  '/repo/plant/zones/a.tmg.yaml': '',
  '/repo/plant/zones/b.tmg.csv': '',
  '/repo/plant/zones/readme.md': '',
  '/repo/plant/sub/model.tmg.yaml': '',
  '/repo/plant/sub/deep/c.tmg.yml': '',
  '/repo/loose/d.tmg.yaml': '',
  '/repo/loose/e.tmg.csv': '',
  '/repo/loose/more/f.tmg.yaml': '',
  '/repo/node_modules/x/g.tmg.yaml': '',
  '/repo/.hidden/h.tmg.yaml': '',
};
const fileSystem = memoryFileSystem(FILES);

describe('discoverModels', () => {
  it('gives every file to the nearest model folder upwards, or to its own folder', async () => {
    assert.deepEqual(await discoverModels(fileSystem, '/repo', '/repo'), [
      { root: '/repo/loose', files: ['d.tmg.yaml', 'e.tmg.csv'] },
      { root: '/repo/loose/more', files: ['f.tmg.yaml'] },
      { root: '/repo/plant', files: ['model.tmg.yaml', 'zones/a.tmg.yaml', 'zones/b.tmg.csv'] },
      { root: '/repo/plant/sub', files: ['deep/c.tmg.yml', 'model.tmg.yaml'] },
    ]);
  });

  it('selects the whole model for one of its files or folders', async () => {
    const plant = [{ root: '/repo/plant', files: ['model.tmg.yaml', 'zones/a.tmg.yaml', 'zones/b.tmg.csv'] }];
    assert.deepEqual(await discoverModels(fileSystem, '/repo/plant/zones/b.tmg.csv', '/repo'), plant);
    assert.deepEqual(await discoverModels(fileSystem, '/repo/plant/zones', '/repo'), plant);
  });

  it('does not look above the top', async () => {
    assert.deepEqual(await discoverModels(fileSystem, '/repo/plant/zones', '/repo/plant/zones'), [
      { root: '/repo/plant/zones', files: ['a.tmg.yaml', 'b.tmg.csv'] },
    ]);
  });

  it('finds nothing where nothing is', async () => {
    assert.deepEqual(await discoverModels(memoryFileSystem({ '/x/readme.md': '' }), '/x', '/x'), []);
  });

  it('finds the root of a repository', async () => {
    assert.equal(await repositoryRoot(fileSystem, '/repo/plant/zones'), '/repo');
    assert.equal(await repositoryRoot(memoryFileSystem({ '/x/a': '' }), '/x'), undefined);
  });
});

/** Discovery in a real folder, made by `make`; what it was told of, by path below the folder. */
async function discoverReal(make: (folder: string) => void) {
  return withFolderAsync(
    { 'm/model.tmg.yaml': '', 'm/texts/a': '', 'm/part/b.tmg.csv': '' },
    async (base) => {
      const folder = await nodeFileSystem.realPath(base);
      make(folder);
      const unread = new Map<string, string>();
      const lookAlikes: string[] = [];
      const models = await discoverModels(nodeFileSystem, `${folder}/m`, `${folder}/m`, {
        unread: ({ path, reason }) => unread.set(path.slice(folder.length + 1), reason),
        lookAlike: ({ path }) => lookAlikes.push(path.slice(folder.length + 1)),
      });
      return { folder, models, unread, lookAlikes };
    },
  );
}

describe('discoverModels in a real folder', () => {
  it('follows links to regular files of the model, and reads those', async () => {
    const { folder, models, unread } = await discoverReal((base) => {
      symlinkSync('texts/a', join(base, 'm/a.tmg.yaml'));
      symlinkSync('../a.tmg.yaml', join(base, 'm/part/again.tmg.yaml'));
    });
    const a = `${folder}/m/texts/a`;
    assert.deepEqual(models, [
      {
        root: `${folder}/m`,
        files: ['a.tmg.yaml', 'model.tmg.yaml', 'part/again.tmg.yaml', 'part/b.tmg.csv'],
        links: new Map([
          ['a.tmg.yaml', a],
          ['part/again.tmg.yaml', a],
        ]),
      },
    ]);
    assert.deepEqual([...unread], []);
  });

  it('tells of links that it does not follow, and leaves them out', async () => {
    const { models, unread } = await discoverReal((base) => {
      symlinkSync('nowhere', join(base, 'm/1.tmg.yaml'));
      symlinkSync('/dev/null', join(base, 'm/2.tmg.yaml'));
      symlinkSync('../outside.tmg.yaml', join(base, 'm/3.tmg.yaml'));
      symlinkSync('texts', join(base, 'm/4.tmg.yaml'));
      symlinkSync('/', join(base, 'm/root'));
      symlinkSync('nowhere', join(base, 'm/.#5.tmg.yaml'));
      writeFileSync(join(base, 'outside.tmg.yaml'), '');
    });
    assert.deepEqual(models[0]?.files, ['model.tmg.yaml', 'part/b.tmg.csv']);
    assert.deepEqual([...unread].map(([path, reason]) => [path, reason.split(/[;,]| and /)[0]]).sort(), [
      ['m/1.tmg.yaml', 'This link leads nowhere'],
      ['m/2.tmg.yaml', "This link leads out of the model's folder"],
      ['m/3.tmg.yaml', "This link leads out of the model's folder"],
      ['m/4.tmg.yaml', 'This link leads to a folder'],
    ]);
  });

  it('says for a single file what it would say', async () => {
    await withFolderAsync(
      { 'm/model.tmg.yaml': '', 'm/texts/a': '', 'm/part/b.tmg.csv': '' },
      async (base) => {
        const folder = await nodeFileSystem.realPath(base);
        symlinkSync('../texts/a', join(folder, 'm/part/in.tmg.yaml'));
        symlinkSync('../../x.tmg.yaml', join(folder, 'm/part/out.tmg.yaml'));
        writeFileSync(join(folder, 'x.tmg.yaml'), '');
        const why = (file: string, top?: string) =>
          whyNotRead(nodeFileSystem, `${folder}/m/part/${file}`, top);
        assert.equal(await why('b.tmg.csv', folder), undefined);
        assert.equal(await why('in.tmg.yaml', folder), undefined);
        assert.match((await why('in.tmg.yaml')) ?? '', /out of the model's folder/);
        assert.match((await why('out.tmg.yaml', folder)) ?? '', /out of the model's folder/);
      },
    );
  });

  it('tells of names that look like those of TMG files', async () => {
    const { lookAlikes } = await discoverReal((base) => {
      for (const name of ['ratings.yaml', 'part/B.TMG.CSV', 'texts/ratings.yaml', 'part/~$b.tmg.csv']) {
        writeFileSync(join(base, 'm', name), '');
      }
    });
    assert.deepEqual(lookAlikes.sort(), ['m/part/B.TMG.CSV', 'm/ratings.yaml']);
  });
});
