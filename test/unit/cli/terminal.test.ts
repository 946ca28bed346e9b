import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { withProgress } from '../../../src/cli/computing';
import type { CommandIo } from '../../../src/cli/io';
import { Reading } from '../../../src/cli/reading';
import { columns, printable } from '../../../src/cli/terminal';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const GOLDEN = goldenModel('E: 6.8');

describe('colour', () => {
  const files = { 'model.tmg.yaml': GOLDEN };
  const commands = [
    ['chains', '.'],
    ['chains', '.', '--group', 'asset'],
    ['check', '.'],
    ['advise', '.'],
    ['--help'],
  ];

  it('adds escape sequences where the terminal wants it, and changes nothing else', async () => {
    for (const args of commands) {
      const plain = await runInProcess(args, { files });
      const coloured = await runInProcess(args, { files, colour: true });
      assert.equal(plain.out, stripVTControlCharacters(plain.out), args.join(' '));
      assert.equal(stripVTControlCharacters(coloured.out), plain.out, args.join(' '));
      assert.equal(coloured.error, stripVTControlCharacters(coloured.error), args.join(' '));
    }
  });

  it('tells High from Medium from Low, whatever the names are', async () => {
    const text = goldenModel('S: 9\n    T: 6\n    R: 2').replaceAll('Gateway1', 'High Low');
    const args = ['chains', '.', '--max-length', '1', '--top', '99'];
    const { out } = await runInProcess(args, { files: { 'model.tmg.yaml': text }, colour: true });
    const colours = [...out.matchAll(/\u001b\[(\d+)m(High|Medium|Low)\u001b/g)].map(
      ([, colour, rating]) => `${rating} ${colour}`,
    );
    assert.deepEqual([...new Set(colours)], ['High 31', 'Medium 33', 'Low 32']);
    assert.equal(colours.length, out.trimEnd().split('\n').length - 2);
  });

  it('never goes into a machine format', async () => {
    for (const args of [
      ['chains', '.', '--format', 'json'],
      ['chains', '.', '--format', 'ndjson'],
      ['table', '.'],
      ['check', '.', '--format', 'json'],
    ]) {
      const { out } = await runInProcess(args, { files, colour: true });
      assert.ok(!out.includes('\u001b'), args.join(' '));
    }
  });
});

/** The messages of a computation that reports 5 and then, after the given pause, 1,234 chains. */
function messages(progress: boolean, pause: number): string[] {
  const written: string[] = [];
  const io: CommandIo = {
    workingDirectory: '/',
    reading: new Reading(),
    outClosed: () => false,
    writeOut: () => undefined,
    writeError: (text) => void written.push(text),
    writeFile: async () => undefined,
    terminal: false,
    colour: false,
    progress,
  };
  mock.timers.enable({ apis: ['Date'], now: 1 });
  const result = withProgress(io, 'Plant', (control) => {
    control.progress(5);
    mock.timers.tick(pause);
    control.progress(1234);
    return control.cancelled();
  });
  mock.timers.reset();
  assert.equal(result, false);
  return written;
}

describe('progress', () => {
  it('shows on a terminal after a while, and is wiped at the end', () => {
    assert.deepEqual(messages(true, 120), ['\rPlant: 1,234 chains', '\r\u001b[K']);
    assert.deepEqual(messages(true, 20), []);
  });

  it('never shows where standard error is no terminal', () => {
    assert.deepEqual(messages(false, 120), []);
  });

  it('leaves nothing on standard output', async () => {
    const files = { 'model.tmg.yaml': GOLDEN };
    const quiet = await runInProcess(['chains', '.'], { files });
    assert.equal((await runInProcess(['chains', '.'], { files, progress: true })).out, quiet.out);
  });
});

describe('printable', () => {
  it('takes escape sequences out and shows what else could drive a terminal', () => {
    assert.equal(printable('a\u001b[31mb\u001b]0;title\u0007c'), 'abc');
    assert.equal(printable('a\nb\tc\u0000'), 'a\\u000ab\\u0009c\\u0000');
    assert.equal(
      printable('a\u202eb\u2066c\u200fd\u009be\u2028'),
      'a\\u202eb\\u2066c\\u200fd\\u009be\\u2028',
    );
    assert.equal(printable('Gerät 😀 <b>'), 'Gerät 😀 <b>');
  });
});

describe('columns', () => {
  it('pads to the widest cell, counting characters beyond the basic plane once', () => {
    assert.deepEqual(
      columns(
        [
          ['n', 'name', 'rest'],
          ['10', '😀😀😀😀😀', 'x'],
        ],
        new Set([0]),
      ),
      [' n  name   rest', '10  😀😀😀😀😀  x'],
    );
  });

  it('pads no last cell, and bears rows of different lengths', () => {
    assert.deepEqual(columns([['a'], ['bcd', 'e']]), ['a', 'bcd  e']);
    assert.deepEqual(columns([]), []);
  });
});
