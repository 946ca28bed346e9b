import assert from 'node:assert/strict';
import { type CliRun, runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const ONE = { files: { 'model.tmg.yaml': goldenModel('E: 6.8') }, terminal: true };
const WHY = ['why', '.', '--from', 'Internet', '--to', 'DB'];

/** By command: the files that say a format, and how what is in them begins. */
const WRITTEN: readonly (readonly [readonly string[], Readonly<Record<string, RegExp>>])[] = [
  [['check', '.'], { 'p.txt': /^model\.tmg/, 'p.json': /^\{\n {2}"models"/, 'p.sarif': /^\{"\$schema"/ }],
  [
    ['chains', '.'],
    {
      'c.txt': /^Client Server: /,
      'c.json': /^\{"model"/,
      'c.ndjson': /^\{"id"/,
      'c.jsonl': /^\{"id"/,
      'c.sarif': /^\{"\$schema"/,
      'c.sarif.json': /^\{"\$schema"/,
    },
  ],
  [
    ['table', '.'],
    {
      't.csv': /^\ufeff?Index,/,
      'T.XLSX': /^PK/,
      't.json': /^\[/,
      't.md': /^\| Index/,
      't.html': /^<!DOCTYPE html>/,
      'folder.v1/t.htm': /^<!DOCTYPE html>/,
    },
  ],
  [['report', '.'], { 'r.html': /^<!DOCTYPE html>/, 'r.htm': /^<!DOCTYPE html>/ }],
  [['rate', '.', '--all'], { 's.csv': /^\ufeff?Component,/, 's.xlsx': /^PK/ }],
  [WHY, { 'w.txt': /^At any time, an attacker/, 'w.json': /^\{\n/ }],
  [['advise', '.'], { 'a.txt': /^Client Server: /, 'a.json': /^\{\n/ }],
  [
    ['graph', '.'],
    {
      'g.svg': /^<svg|^<\?xml/,
      'g.dot': /^(?:di)?graph /,
      'g.gv': /^(?:di)?graph /,
      'g.mmd': /^---\ntitle/,
      'g.mermaid': /^---\ntitle/,
      'g.json': /^\{\n/,
    },
  ],
];

function content({ written }: CliRun): string {
  // Bytes are a character each: that of UTF-8 is read back.
  return Object.values(written)[0] ?? '';
}

describe('the format of a file', () => {
  for (const [args, files] of WRITTEN) {
    it(`is that of its extension: ${args[0]}`, async () => {
      for (const [file, expected] of Object.entries(files)) {
        const run = await runInProcess([...args, '--output', file], ONE);
        assert.notEqual(run.code, 2, `${file}: ${run.error}`);
        assert.doesNotMatch(run.error, /^tmg: /m);
        assert.match(content(run), expected, file);
      }
    });

    it(`is refused before anything is written where it is none of the command's: ${args[0]}`, async () => {
      for (const file of ['r.pdf', 'r.yaml', 'R.DOCX', 'r.v2']) {
        const run = await runInProcess([...args, '--output', file], ONE);
        assert.deepEqual([run.code, run.out, run.written], [2, '', {}], file);
        const extension = file.split('.')[1]?.toUpperCase();
        assert.match(
          run.error,
          new RegExp(
            `^tmg: Cannot write ${file}: this command writes no ${extension}; name the file \\*\\.\\w+.*\\.\\n$`,
          ),
        );
      }
    });
  }

  it('is what --format says where that is another, with a warning', async () => {
    const run = await runInProcess(['table', '.', '--format', 'csv', '--output', 't.xlsx'], ONE);
    assert.equal(run.code, 0);
    assert.match(content(run), /^\ufeff?Index,/);
    assert.equal(
      run.error,
      "tmg: t.xlsx is written as csv, because --format counts more than the file's name; name it *.csv.\n",
    );
    const foreign = await runInProcess(['table', '.', '--format', 'html', '--output', 't.pdf'], ONE);
    assert.match(foreign.error, /^tmg: t\.pdf is written as html, /);
  });

  it('needs no warning where both say the same, or the name says nothing or what the format also is', async () => {
    for (const [format, file] of [
      ['sarif', 'c.sarif'],
      ['sarif', 'c.json'],
      ['ndjson', 'c.json'],
      ['text', 'c.txt'],
      ['text', 'c.log'],
      ['json', 'chains'],
    ] as const) {
      const run = await runInProcess(['chains', '.', '--format', format, '--output', file], ONE);
      assert.deepEqual([run.code, run.error], [0, ''], `${format} ${file}`);
    }
  });

  it('is the standard one where the name says none', async () => {
    for (const file of ['chains', '.chains', 'chains-2026.01', 'a.json/chains']) {
      const run = await runInProcess(['chains', '.', '--output', file], ONE);
      assert.equal(run.code, 0, run.error);
      assert.match(content(run), /^Client Server: /, file);
    }
  });
});
