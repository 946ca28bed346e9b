import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTmg, withFolder, withFolderAsync } from '../support/runTmg';
import { describeWhere } from '../support/testData';

const OLD = 'the old content\n';
const AUTOPILOT = ['table', 'examples/autopilot'];

/** Ends as a signal or an exit code says. */
async function ended(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal ?? code ?? -1;
}

function temporaryIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'));
}

/** Resolves when a file is being written beside its target, or the program has ended. */
async function untilWriting(child: ChildProcess, folder: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && temporaryIn(folder).length === 0) {
    await new Promise((next) => setImmediate(next));
  }
}

describe('a program that is ended while it writes', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
    it(`by ${signal} leaves the old file as it was`, async () => {
      await withFolderAsync({ 'out.csv': OLD }, async (folder) => {
        const file = join(folder, 'out.csv');
        const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/endlessWriter.ts', file], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const end = ended(child);
        await once(child.stdout, 'data');
        assert.equal(readFileSync(file, 'utf8'), OLD);
        assert.equal(temporaryIn(folder).length, 1);
        child.kill(signal);
        assert.equal(await end, signal);
        assert.equal(readFileSync(file, 'utf8'), OLD);
        // Nothing can clean up after SIGKILL.
        assert.equal(temporaryIn(folder).length, signal === 'SIGKILL' ? 1 : 0);
      });
    });

    it(`by ${signal} in a large table leaves the old file or all of the new one`, async () => {
      await withFolderAsync({ 'out.csv': OLD }, async (folder) => {
        const file = join(folder, 'out.csv');
        const child = spawn(process.execPath, ['dist/cli.js', ...AUTOPILOT, '--output', file]);
        const end = ended(child);
        await untilWriting(child, folder);
        child.kill(signal);
        const how = await end;
        const content = readFileSync(file, 'utf8');
        if (content !== OLD) {
          assert.equal(content, runTmg(AUTOPILOT).out);
        }
        assert.ok(how === signal || how === 0, String(how));
        if (how === signal && signal !== 'SIGKILL') {
          assert.deepEqual(readdirSync(folder), ['out.csv']);
        }
      });
    });
  }
});

describe('an output file', () => {
  it('is one of two that are written at once, never a mixture', async () => {
    await withFolderAsync({}, async (folder) => {
      const file = join(folder, 'out');
      const formats = ['csv', 'json'];
      const runs = formats.map((format) =>
        ended(spawn(process.execPath, ['dist/cli.js', ...AUTOPILOT, '--format', format, '--output', file])),
      );
      assert.deepEqual(await Promise.all(runs), [0, 0]);
      const content = readFileSync(file, 'utf8');
      const wholes = formats.map((format) => runTmg([...AUTOPILOT, '--format', format]).out);
      assert.ok(wholes.includes(content));
      assert.deepEqual(readdirSync(folder), ['out']);
    });
  });

  it('stays as it was where the limit for the size of files is met', () => {
    withFolder({ 'out.csv': OLD }, (folder) => {
      const file = join(folder, 'out.csv');
      const command = [process.execPath, 'dist/cli.js', ...AUTOPILOT, '--output', file];
      const run = spawnSync('bash', ['--norc', '-c', 'ulimit -f 64; "$@"', 'bash', ...command]);
      assert.notEqual(run.status, 0);
      assert.equal(readFileSync(file, 'utf8'), OLD);
    });
  });

  it('keeps its mode, and a link to it stays a link', () => {
    withFolder({ 'real.csv': OLD }, (folder) => {
      chmodSync(join(folder, 'real.csv'), 0o640);
      symlinkSync('real.csv', join(folder, 'link.csv'));
      symlinkSync('made.csv', join(folder, 'new.csv'));
      for (const name of ['link.csv', 'new.csv']) {
        assert.equal(runTmg(['table', 'examples/client-server', '--output', join(folder, name)]).code, 0);
      }
      assert.deepEqual(readdirSync(folder).sort(), ['link.csv', 'made.csv', 'new.csv', 'real.csv']);
      const { out } = runTmg(['table', 'examples/client-server']);
      assert.equal(readFileSync(join(folder, 'real.csv'), 'utf8'), out);
      assert.equal(readFileSync(join(folder, 'made.csv'), 'utf8'), out);
      assert.equal(statSync(join(folder, 'real.csv')).mode & 0o777, 0o640);
    });
  });

  it('may be a device or a pipe, which gets what is written straight', async () => {
    const { out } = runTmg(['table', 'examples/client-server']);
    for (const output of ['-', '/dev/stdout', '/dev/fd/1']) {
      assert.equal(runTmg(['table', 'examples/client-server', '--output', output]).out, out, output);
    }
    assert.ok(!existsSync('-'));
    assert.equal(runTmg(['table', 'examples/client-server', '--output', '/dev/null']).code, 0);
    assert.ok(statSync('/dev/null').isCharacterDevice());
    const full = runTmg(['table', 'examples/client-server', '--output', '/dev/full']);
    assert.deepEqual(
      [full.code, full.error],
      [2, 'tmg: Cannot write /dev/full: ENOSPC: no space left on device.\n'],
    );
    await withFolderAsync({}, async (folder) => {
      const pipe = join(folder, 'pipe');
      assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
      const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
      let read = '';
      reader.stdout.on('data', (piece) => (read += String(piece)));
      const closed = once(reader, 'close');
      const writer = spawn(process.execPath, [
        'dist/cli.js',
        'table',
        'examples/client-server',
        '--output',
        pipe,
      ]);
      assert.equal(await ended(writer), 0);
      await closed;
      assert.equal(read, out);
      assert.ok(statSync(pipe).isFIFO());
    });
  });

  it('is a folder in no case', () => {
    withFolder({ 'out/x': '' }, (folder) => {
      const run = runTmg(['table', 'examples/client-server', '--output', join(folder, 'out')]);
      assert.equal(run.code, 2);
      assert.match(run.error, /^tmg: Cannot write .*: EISDIR/);
    });
  });
});

/** A file system of 64 KB, if one can be had; the folder it is in. */
const small = mkdtempSync(join(tmpdir(), 'tmg-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
if (!isMounted) {
  rmSync(small, { recursive: true });
}

describeWhere('a full disk', isMounted ? undefined : 'no small file system can be mounted', () => {
  after(() => {
    assert.equal(spawnSync('umount', [small]).status, 0);
    rmSync(small, { recursive: true });
  });

  it('leaves the old file whole, and nothing beside it, for every command', () => {
    const commands = [
      ['table'],
      ['table', '--format', 'xlsx'],
      ['chains', '--format', 'json'],
      ['report'],
      ['graph', '--format', 'json'],
    ];
    for (const [index, [command = '', ...options]] of commands.entries()) {
      const folder = join(small, String(index));
      mkdirSync(folder);
      const file = join(folder, 'out');
      writeFileSync(file, OLD);
      const run = runTmg([command, 'examples/autopilot', ...options, '--output', file]);
      assert.equal(run.code, 2, command);
      assert.match(run.error, /^tmg: Cannot write .*: ENOSPC: no space left on device\.$/m);
      assert.equal(readFileSync(file, 'utf8'), OLD);
      assert.deepEqual(readdirSync(folder), ['out']);
    }
  });

  it('is told where standard output is on it', () => {
    const out = join(small, 'stdout');
    const run = spawnSync(
      'bash',
      ['-c', '"$@" > "$0"', out, process.execPath, resolve('dist/cli.js'), ...AUTOPILOT],
      { encoding: 'utf8' },
    );
    assert.equal(run.status, 2);
    assert.equal(run.stderr, 'tmg: Cannot write to standard output: ENOSPC: no space left on device.\n');
    rmSync(out);
  });
});
