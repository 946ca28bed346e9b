import assert from 'node:assert/strict';
import { discoverModels, repositoryRoot } from '../../../src/workspace/discovery';
import { memoryFileSystem } from '../../support/memoryFileSystem';

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
