import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundledPackages, licenceProblems, noticeText } from '../../../scripts/notice';

describe('the notice of what ships', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tmg-notice-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A package on the disk; answers the path of a file in it. */
  function packageFile(name: string, license: string | undefined, texts: Record<string, string>): string {
    const own = join(folder, 'node_modules', name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    for (const [file, text] of Object.entries(texts)) {
      writeFileSync(join(own, file), text);
    }
    return `${own.replaceAll('\\', '/')}/index.js`;
  }

  /** What a build says that puts so many bytes of files into its output. */
  function metafile(inputs: Record<string, number>): Metafile {
    const entries = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }] as const);
    const output = { bytes: 1, inputs: Object.fromEntries(entries), imports: [], exports: [] };
    return { inputs: {}, outputs: { 'dist/x.js': output } };
  }

  it('names each package that is really in it, once, with all texts that it comes with', () => {
    const kept = packageFile('kept', 'MIT', { LICENSE: 'Do as you like.\r\n', 'NOTICE.md': 'By us.' });
    const scoped = packageFile('@some/scoped', 'ISC', { 'licence.txt': 'Fine.' });
    const dropped = packageFile('dropped', 'GPL-3.0', {});
    const packages = bundledPackages([
      metafile({ [kept]: 10, [dropped]: 0, 'src/own.ts': 99 }),
      metafile({ [kept]: 5, [scoped]: 1 }),
    ]);
    assert.deepEqual(
      packages.map(({ name, version, license, texts }) => [name, version, license, ...texts]),
      [
        ['@some/scoped', '1.2.3', 'ISC', 'Fine.'],
        ['kept', '1.2.3', 'MIT', 'Do as you like.', 'By us.'],
      ],
    );
    assert.match(noticeText(packages), /@some\/scoped 1\.2\.3 \(ISC\)[^]*Fine\.[^]*kept 1\.2\.3 \(MIT\)/);
  });

  it('is refused for a package without a permitted licence, or without its text', () => {
    const packages = bundledPackages([
      metafile({
        [packageFile('copyleft', 'GPL-3.0', { LICENSE: 'Share.' })]: 1,
        [packageFile('unstated', undefined, { LICENSE: 'Who knows.' })]: 1,
        [packageFile('silent', 'MIT', {})]: 1,
      }),
    ]);
    assert.deepEqual(licenceProblems(packages), [
      'copyleft 1.2.3 is under "GPL-3.0", which is not permitted',
      'silent 1.2.3 comes without the text of its licence',
      'unstated 1.2.3 is under "no licence", which is not permitted',
    ]);
    assert.throws(() => noticeText(packages), /copyleft[^]*silent[^]*unstated/);
  });

  it('has the whole text of a licence that a package only refers to', () => {
    const file = packageFile('apache', 'Apache-2.0', { LICENSE: 'See elsewhere.' });
    const [apache] = bundledPackages([metafile({ [file]: 1 })]);
    assert.match(apache?.texts.join('\n') ?? '', /See elsewhere\.[^]*END OF TERMS AND CONDITIONS/);
  });
});
