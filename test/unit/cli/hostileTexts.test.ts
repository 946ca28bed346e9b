import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';
import { terminalText } from '../../../src/cli/terminal';

/** Drives a terminal, turns the direction of writing, or shows nothing. */
const HOSTILE =
  'N\u001b[31m\u001b]0;title\u0007\u009b1m\u202e\u2066\u200b\u200e\u061c\ufeff\u00ad\u2028\u{e0041}\r\u0008\u007f';
/** What must not leave the program, but for line ends. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function safe(text: string, what: string): void {
  const found = UNSAFE.exec(text.replaceAll('\n', ''));
  assert.equal(found, null, `${what}: ${JSON.stringify(text.slice(found?.index ?? 0).slice(0, 40))}`);
}

const name = JSON.stringify(HOSTILE);
const MODEL = `name: ${name}
components:
  ${name}: {interfaces: [${name}, Y], facility: ${name}, assets: {${name}: {id: ${JSON.stringify(`${HOSTILE}id`)}, securty: 3}}}
  B: {interfaces: [Y], labels: [${JSON.stringify(`Virtual${HOSTILE}`)}]}
  Alone: {}
interfaces: {${name}: {entry: true, attackers: [${name}]}}
ratings: {${name}: {${name}: {T: ${name}, E: 5}, Z: {T: 4}}}
filters: {banned: [[${name}, Q]]}
ratingRules: [{match: {interface: "*"}, all: 5}]
`;
const FILE = `f${HOSTILE.replaceAll('\r', '')}.tmg.yaml`;
const FILES = {
  'm/model.tmg.yaml': MODEL,
  [`m/${FILE}`]: 'components: [\n',
  [`m/${HOSTILE}.TMG.CSV`]: '',
  'o/model.tmg.yaml': MODEL,
  'broken.dbc': 'BO_ x\n',
};

/** Each way to a message with a text of a file or an argument in it. */
const RUNS: readonly (readonly string[])[] = [
  ['check', 'm'],
  ['check', 'm', '--model', 'x'],
  ['check', 'm', '--model', HOSTILE],
  ['check', HOSTILE],
  ['check', `m/${HOSTILE}.TMG.CSV`],
  ['check', 'm', `--${HOSTILE}`],
  ['check', 'm', '--format', HOSTILE],
  [HOSTILE],
  ['chains', 'm'],
  ['chains', 'm', '--group', 'asset,entry,relation,last-step'],
  ['chains', 'm', '--group', HOSTILE],
  ['chains', 'm', '--type', HOSTILE],
  ['chains', 'm', '--top', HOSTILE],
  ['chains', 'm', '--to', 'x'],
  ['chains', 'm', '--to', HOSTILE],
  ['chains', 'm', '--from', 'x'],
  ['chains', 'm', '--from', HOSTILE],
  ['chains', 'm', '--from', 'Y'],
  ['chains', 'm', '--output', `${HOSTILE}/x`],
  ['chains', 'm', '--output', `m/${HOSTILE}.tmg.csv`],
  ['table', 'm', 'o'],
  ['table', 'm'],
  ['table', 'm', '--format', 'md'],
  ['report', 'm', 'o'],
  ['report', 'm', '--date', HOSTILE, '--output', 'x'],
  ['graph', 'm', 'o'],
  ['graph', 'm', '--format', 'dot'],
  ['graph', 'm', '--format', 'mermaid'],
  ['graph', 'm', '--chain', HOSTILE],
  ['rate', 'm', 'o'],
  ['rate', 'm', '--all'],
  ['why', 'm', 'o', '--from', HOSTILE, '--to', HOSTILE],
  ['why', 'm', '--from', HOSTILE, '--to', HOSTILE],
  ['why', 'm', '--from', HOSTILE, '--to', HOSTILE, '--type', 'T'],
  ['advise', 'm'],
  ['import', HOSTILE, '--output', 'x'],
  ['import', 'broken.dbc', '--output', 'm'],
  ['import', 'broken.dbc', '--output', HOSTILE],
  ['import', 'm/model.tmg.yaml', '--output', HOSTILE, '--format', 'worksheet'],
];

describe('texts of files and arguments', () => {
  for (const args of RUNS) {
    it(`leave the program as text that drives no terminal: ${JSON.stringify(args).slice(0, 60)}`, async () => {
      const run = await runInProcess(args, { files: FILES, terminal: true });
      // A table for a spreadsheet begins with a mark that says how it is encoded.
      safe(
        run.out
          .replace(/^\ufeff/, '')
          .replaceAll('\r\n', '\n')
          .replaceAll('\t', ' '),
        'out',
      );
      safe(run.error, 'error');
      assert.ok(run.out + run.error !== '');
    });
  }

  it('are cut with a sign where they are very long', async () => {
    const long = 'x'.repeat(10_000);
    const blanks = 'a b '.repeat(2500).trim();
    for (const text of [long, blanks]) {
      const model = `components: {"${text}": {interfaces: [Y], facilty: F, assets: {D: {}}}}\nratings: {"${text}": {Q: {T: 1}}}\n`;
      for (const args of [
        ['check', '.'],
        ['check', '.', '--model', text],
        ['chains', '.', '--to', text],
      ]) {
        const { out, error } = await runInProcess(args, { files: { 'model.tmg.yaml': model } });
        const longest = Math.max(...`${out}${error}`.split('\n').map((line) => line.length));
        assert.ok(longest < 5000, `${args.slice(0, 3).join(' ').slice(0, 40)}: ${longest}`);
        assert.match(out + error, /…/);
      }
    }
  });

  it('go into files and pipes of machines as they are', async () => {
    const { out } = await runInProcess(['table', 'm', '--format', 'json'], { files: FILES });
    assert.ok(out.includes(JSON.stringify(HOSTILE).slice(1, -1)));
  });
});

describe('a piece of output for a terminal', () => {
  it('keeps line ends, and colours and progress of the program itself', () => {
    for (const own of [
      'a\nb\r\nc\td',
      '\u001b[31mHigh\u001b[0m',
      '\rPlant: 5 chains',
      '\r\u001b[K',
      '\ufeffa,b',
    ]) {
      assert.equal(terminalText(own, true), own);
    }
    assert.equal(terminalText('a\rb\u001b[2J\u001b[35m', true), 'a\\u000db\\u001b[2J\\u001b[35m');
    assert.equal(terminalText('\u001b[31mHigh', false), '\\u001b[31mHigh');
  });

  it('keeps what people write: joined pictures, flags, numbers in Arabic', () => {
    for (const text of ['👩‍👩‍👧', '🏳️‍🌈', '👩🏽‍💻', 'Gerät', '\u0600\u0661']) {
      assert.equal(terminalText(text, true), text);
    }
    assert.equal(terminalText('a\u200db', true), 'a\\u200db');
  });
});
