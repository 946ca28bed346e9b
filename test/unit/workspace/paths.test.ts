import assert from 'node:assert/strict';
import { isNormalPath } from '../../../src/workspace/paths';

describe('isNormalPath', () => {
  it('takes paths that say where they lead', () => {
    for (const path of [
      '/ws/model/model.tmg.yaml',
      '/c:/ws/a b/..x.tmg.csv',
      '/vscode-vfs:github/ws/...tmg.yaml',
    ]) {
      assert.ok(isNormalPath(path), path);
    }
  });

  it('takes none that climbs out of the folder it seems to lie in', () => {
    for (const path of [
      '/ws/model/../../etc/passwd',
      '/ws/model/./model.tmg.yaml',
      '/ws/model/..',
      '/ws\\model\\..\\..\\x.tmg.yaml',
      '/ws//model.tmg.yaml',
    ]) {
      assert.ok(!isNormalPath(path), path);
    }
  });
});
