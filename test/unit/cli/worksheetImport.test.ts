import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CommandIo, ExitCode } from '../../../src/cli/io';
import { UsageError } from '../../../src/cli/io';
import { Reading } from '../../../src/cli/reading';
import { importWorksheets } from '../../../src/cli/worksheetImport';
import { readWorksheets } from '../../../src/language/readWorksheets';
import type { FileSystem } from '../../../src/workspace/fileSystem';
import { nodeFileSystem } from '../../../src/workspace/nodeFileSystem';
import { runIn } from '../../support/cliRun';
import { withFolderAsync } from '../../support/runTmg';

const MODEL = 'name: M\ncomponents: {A: {interfaces: [x, y]}, B: {interfaces: [x]}}\n';
const RATINGS = 'ratings:\n  A:\n    x: {T: 5.0}\n';
const FILES = { 'model/model.tmg.yaml': MODEL, 'model/ratings.tmg.yaml': RATINGS };
const SHEET = 'Component,Interface,T\nA,x,6.5\nB,x,none\n';

/** Takes a worksheet over while something happens after every reading of a file. */
async function importing(
  folder: string,
  afterRead: (path: string) => void,
): Promise<{ readonly code: ExitCode; readonly out: string }> {
  let out = '';
  const io: CommandIo = {
    workingDirectory: folder,
    writeOut: (piece) => {
      out += String(piece);
    },
    writeError: () => undefined,
    writeFile: () => Promise.reject(new Error('not asked for')),
    terminal: false,
    colour: false,
    progress: false,
    reading: new Reading(),
    outClosed: () => false,
  };
  const sheets = await readWorksheets([{ name: 'sheet.csv', bytes: Buffer.from(SHEET) }]);
  assert.ok(sheets);
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    readFile: async (path) => {
      const bytes = await nodeFileSystem.readFile(path);
      afterRead(path);
      return bytes;
    },
  };
  const code = await importWorksheets(io, sheets, { folder: 'model' }, fileSystem);
  return { code, out };
}

describe('a worksheet and a model that changes meanwhile', () => {
  it('keeps what another process has written between reading and writing', async () => {
    await withFolderAsync(FILES, async (folder) => {
      const file = join(folder, 'model/ratings.tmg.yaml');
      let isFirst = true;
      const { code, out } = await importing(folder, (path) => {
        if (isFirst && path === file) {
          isFirst = false;
          const script = `require('fs').appendFileSync(${JSON.stringify(file)}, '    y: {T: 3.3} # by hand\\n')`;
          assert.equal(spawnSync(process.execPath, ['-e', script]).status, 0);
        }
      });
      assert.equal(code, 0, out);
      assert.equal(
        readFileSync(file, 'utf8'),
        'ratings:\n  A:\n    x: {T: 6.5}\n    y: {T: 3.3} # by hand\n  B:\n    x: {T: none}\n',
      );
      assert.match(out, /1 x rating in a worksheet -> changed rating\n/);
      assert.match(out, /\nChanged in model: ratings\.tmg\.yaml\n/);
      assert.deepEqual(readdirSync(join(folder, 'model')).sort(), ['model.tmg.yaml', 'ratings.tmg.yaml']);
    });
  });

  it('gives up where a file is changed again and again, and loses nothing', async () => {
    await withFolderAsync(FILES, async (folder) => {
      const file = join(folder, 'model/ratings.tmg.yaml');
      let lines = 0;
      const failing = importing(folder, (path) => {
        if (path === file) {
          lines++;
          appendFileSync(file, `# ${lines}\n`);
        }
      });
      await assert.rejects(
        failing,
        (error) =>
          error instanceof UsageError && /is changed by something else again and again/.test(error.message),
      );
      const expected = Array.from({ length: lines }, (_, index) => `# ${index + 1}\n`).join('');
      assert.equal(readFileSync(file, 'utf8'), RATINGS + expected);
      assert.deepEqual(readdirSync(join(folder, 'model')).sort(), ['model.tmg.yaml', 'ratings.tmg.yaml']);
    });
  });

  it('does not write over a file that somebody else has made meanwhile', async () => {
    await withFolderAsync({ 'model/model.tmg.yaml': MODEL }, async (folder) => {
      let isFirst = true;
      const { code } = await importing(folder, () => {
        if (isFirst) {
          isFirst = false;
          writeFileSync(
            join(folder, 'model/ratings.tmg.yaml'),
            RATINGS.replace('x: {T: 5.0}', 'y: {T: 5.0}'),
          );
        }
      });
      assert.equal(code, 0);
      const text = [...readdirSync(join(folder, 'model'))]
        .map((name) => readFileSync(join(folder, 'model', name), 'utf8'))
        .join('');
      assert.match(text, /y: \{T: 5\.0\}/);
      assert.match(text, /x: \{T: 6\.5\}/);
    });
  });

  it('leaves a link one, changes what it leads to, and keeps who may read it', async () => {
    await withFolderAsync({ 'model/model.tmg.yaml': MODEL }, async (folder) => {
      mkdirSync(join(folder, 'model/parts'));
      const real = join(folder, 'model/parts/shared.yaml');
      writeFileSync(real, RATINGS);
      chmodSync(real, 0o640);
      const link = join(folder, 'model/ratings.tmg.yaml');
      symlinkSync('parts/shared.yaml', link);
      const { code } = await importing(folder, () => undefined);
      assert.equal(code, 0);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(readlinkSync(link), 'parts/shared.yaml');
      assert.match(readFileSync(real, 'utf8'), /x: \{T: 6\.5\}/);
      assert.equal(statSync(real).mode & 0o777, 0o640);
    });
  });
});

describe('a worksheet with many mistakes', () => {
  const rows = Array.from({ length: 250 }, (_, index) => `A,x,word ${index}\n`).join('');
  const files = { ...FILES, 'sheet.csv': `Component,Interface,T\n${rows}A,y,n/a\n` };

  it('lists a hundred of a kind with their places, then their number, and all in a file', async () => {
    await withFolderAsync(files, async (folder) => {
      const args = ['import', 'sheet.csv', '--output', 'model'];
      const plain = await runIn(folder, args);
      assert.equal(plain.code, 1);
      assert.equal(
        plain.out.match(/ {2}sheet\.csv:\d+:5: "word \d+" is the name of no vector/g)?.length,
        100,
      );
      assert.match(plain.out, /sheet\.csv:252:5: "n\/a" is no rating; write none/);
      assert.match(plain.out, /\.\.\. and 150 more like this; --report FILE has all\n/);
      for (const report of ['all.txt', 'all.json']) {
        const run = await runIn(folder, [...args, '--report', report]);
        assert.match(run.out, new RegExp(`and 150 more like this; ${report} has all`));
        const text = run.written[report] ?? '';
        assert.equal(text.match(/is the name of no vector/g)?.length, 250);
        assert.match(text, /"?n\/a\\?"? is no rating; write none/);
      }
      const json = JSON.parse(
        (await runIn(folder, [...args, '--report', 'r.json'])).written['r.json'] ?? '',
      ) as {
        notes: { kind: string; count: number; notes: { line: number; column: number; message: string }[] }[];
      };
      assert.deepEqual(
        json.notes.map(({ kind, count, notes }) => [kind, count, notes.length]),
        [
          ['problem', 250, 250],
          ['problem', 1, 1],
        ],
      );
      assert.deepEqual([json.notes[0]?.notes[9]?.line, json.notes[0]?.notes[9]?.column], [11, 5]);
    });
  });

  it('says what to do with a folder', async () => {
    await withFolderAsync({ ...files, 'other/a.dbc': 'BU_: A\n', 'other/b.txt': '' }, async (folder) => {
      const cases: readonly (readonly [string, RegExp])[] = [
        ['.', /\. is a folder; name the files in it that make one model, one by one: \.\/sheet\.csv\.\n$/],
        ['other', /other is a folder; name the files in it .*: other\/a\.dbc\.\n$/],
        ['model', /model is a folder with TMG files, which need no import; /],
      ];
      for (const [path, expected] of cases) {
        const run = await runIn(folder, ['import', path, '--output', 'out']);
        assert.equal(run.code, 2);
        assert.match(run.error, expected);
      }
    });
  });
});
