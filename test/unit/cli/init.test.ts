import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn, runInProcess } from '../../support/cliRun';
import { withFolderAsync } from '../../support/runTmg';

describe('tmg init', () => {
  it('writes a model without problems, and advises commands that work', async () => {
    await withFolderAsync({}, async (folder) => {
      const run = await runIn(folder, ['init', 'my plant']);
      assert.deepEqual([run.code, run.error], [0, '']);
      assert.match(
        run.out,
        /^Written: my plant\/model\.tmg\.yaml, my plant\/ratings\.tmg\.yaml\n\nTry next:\n/,
      );
      const check = await runIn(folder, ['check', 'my plant', '--fail-on', 'information']);
      assert.deepEqual([check.code, check.out], [0, '']);
      const lines = [...run.out.matchAll(/^ {2}tmg (.*?) {2,}/gm)].map(([, line = '']) => line);
      assert.ok(lines.length >= 5);
      for (const line of lines) {
        const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
        const tried = await runIn(folder, words);
        assert.equal(tried.code, 0, `${line}: ${tried.error}`);
        assert.ok(tried.out !== '' || tried.error !== '' || Object.keys(tried.written).length > 0, line);
      }
    });
  });

  it('writes the example of the README', async () => {
    const example = /```yaml\n([^]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    await withFolderAsync({ 'readme/model.tmg.yaml': example }, async (folder) => {
      await runIn(folder, ['init', 'first']);
      const ids = async (model: string): Promise<string[]> => {
        const { out } = await runIn(folder, ['chains', model, '--format', 'json']);
        const { chains } = JSON.parse(out) as { chains: { id: string; probability: number }[] };
        return chains.map(({ id, probability }) => `${id} ${probability}`);
      };
      const own = await ids('first');
      assert.ok(own.length > 0);
      assert.deepEqual(own, await ids('readme'));
    });
  });

  it('writes into the working directory where no folder is named', async () => {
    await withFolderAsync({ 'notes.txt': '' }, async (folder) => {
      const { code, out } = await runIn(folder, ['init']);
      assert.equal(code, 0);
      assert.match(out, /^Written: model\.tmg\.yaml, ratings\.tmg\.yaml\n[^]*\n {2}tmg chains \. /);
      assert.deepEqual(readdirSync(folder).toSorted(), ['model.tmg.yaml', 'notes.txt', 'ratings.tmg.yaml']);
    });
  });

  it('touches no folder with files that would become part of the model', async () => {
    for (const file of ['model.tmg.yaml', 'other.tmg.csv', 'deep/er/x.tmg.yml']) {
      await withFolderAsync({}, async (folder) => {
        const path = join(folder, 'plant', file);
        mkdirSync(join(path, '..'), { recursive: true });
        writeFileSync(path, 'name: Mine\n');
        const run = await runIn(folder, ['init', 'plant']);
        assert.deepEqual([run.code, run.out], [2, '']);
        assert.equal(
          run.error,
          `tmg: plant holds ${file} already, and nothing is overwritten; name another folder: tmg init FOLDER.\n`,
        );
        assert.equal(readFileSync(path, 'utf8'), 'name: Mine\n');
        assert.ok(!existsSync(join(folder, 'plant/ratings.tmg.yaml')));
      });
    }
  });

  it('goes beside models that are whole by themselves', async () => {
    await withFolderAsync({ 'a/model.tmg.yaml': 'name: A\n' }, async (folder) => {
      assert.equal((await runIn(folder, ['init'])).code, 0);
      const { error } = await runIn(folder, ['check', '.']);
      assert.match(error, /^Plant: .*\nA: /m);
    });
  });

  it('refuses a file', async () => {
    const run = await runInProcess(['init', 'notes.txt'], { files: { 'notes.txt': '' } });
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.equal(run.error, 'tmg: notes.txt is a file; name a folder, which is made where it is missing.\n');
  });
});
