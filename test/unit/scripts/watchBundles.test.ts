import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from 'esbuild';
import { watchBundles } from '../../../scripts/watchBundles';

describe('npm run watch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tmg-watch-'));
  const source = join(folder, 'src');
  const output = join(folder, 'dist');
  const builds = new EventEmitter();
  const problems: string[] = [];
  let end = (): Promise<void> => Promise.resolve();

  /** Resolves when a build has ended of which this holds. */
  async function built(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await once(builds, 'ended');
    }
  }

  function bundled(name: string): string {
    return readFileSync(join(output, `${name}.js`), 'utf8');
  }

  before(async () => {
    mkdirSync(join(source, 'deep'), { recursive: true });
    writeFileSync(join(source, 'deep/word.ts'), "export const word = 'before';\n");
    for (const name of ['host', 'page']) {
      writeFileSync(join(source, `${name}.ts`), "import { word } from './deep/word';\nconsole.log(word);\n");
    }
    end = await watchBundles({
      bundles: ['host', 'page'].map((name) => ({
        entryPoints: [join(source, `${name}.ts`)],
        outdir: output,
        bundle: true,
      })),
      folders: [source],
      began: () => undefined,
      ended: (found: readonly Message[]) => {
        problems.splice(0, problems.length, ...found.map(({ text }) => text));
        builds.emit('ended');
      },
    });
  });

  after(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('builds everything at once, and again when a source below changes', async () => {
    assert.match(bundled('host'), /before/);
    writeFileSync(join(source, 'deep/word.ts'), "export const word = 'after';\n");
    await built(() => ['host', 'page'].every((name) => bundled(name).includes('after')));
  });

  it('tells what is wrong, and goes on when it is mended', async () => {
    writeFileSync(join(source, 'deep/word.ts'), 'export const word = ;\n');
    await built(() => problems.length > 0);
    assert.match(problems[0] ?? '', /Unexpected/);
    writeFileSync(join(source, 'deep/word.ts'), "export const word = 'mended';\n");
    await built(() => problems.length === 0 && bundled('page').includes('mended'));
  });
});
