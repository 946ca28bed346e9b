import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const marked = `${goldenModel('E: 6.8')}interfaces: {Terminal: {entry: true}}\n`;
const ONE = {
  files: {
    'model.tmg.yaml': marked,
    'notes.txt': 'none',
    'empty/readme.md': '',
  },
};

/** What is wrong, the arguments, and what standard error says of it. */
const CASES: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an option that is none', ['chains', '.', '--tpo', '3'], /unknown option '--tpo'[^]*--top/],
  ['a command that is none', ['chain', '.'], /unknown command 'chain'[^]*chains/],
  ['no path', ['check'], /missing required argument 'path'/],
  ['a path that is not there', ['check', 'nowhere'], /^tmg: There is no file or folder nowhere; /],
  ['a file of another kind', ['check', 'notes.txt'], /^tmg: notes\.txt is not a TMG file; .*\.tmg\.yaml/],
  ['a folder without files', ['check', 'empty'], /^tmg: No TMG files are in empty; /],
  [
    'a model that is not there',
    ['check', '.', '--model', 'Client Servr'],
    /did you mean "Client Server"\?$/m,
  ],
  ['a model that is like none', ['check', '.', '--model', 'xyz'], /there are: Client Server$/m],
  [
    'a format of another command',
    ['table', '.', '--format', 'ndjson'],
    /Allowed choices are csv, xlsx, json, md/,
  ],
  [
    'a type that is none',
    ['chains', '.', '--type', 'S,X'],
    /"X" is no STRIDE type; give some of S,T,R,I,D,E/,
  ],
  ['no type', ['chains', '.', '--type', ''], /"" is no STRIDE type/],
  [
    'a grouping that is none',
    ['chains', '.', '--group', 'asset,size'],
    /"size" is no grouping; give some of /,
  ],
  ['a length of 0', ['chains', '.', '--max-length', '0'], /a whole number from 1 to 307/],
  ['a length beyond all P', ['chains', '.', '--max-length', '308'], /a whole number from 1 to 307/],
  ['a count that is no whole number', ['chains', '.', '--top', '2.5'], /a whole number of at least 0/],
  ['a count below 0', ['chains', '.', '--max-chains', '-1'], /whole number of at least 1/],
  ['a P above 10', ['chains', '.', '--fail-at', '10.1'], /Give a number from 0 to 10/],
  ['a P that is none', ['chains', '.', '--min-probability', ''], /Give a number from 0 to 10/],
  [
    'an asset that is not there',
    ['chains', '.', '--to', 'Frontent'],
    /no asset "Frontent"; did you mean "Frontend"\?/,
  ],
  ['an asset that is like none', ['chains', '.', '--to', 'xyz'], /has no asset "xyz"\.$/m],
  [
    'an interface that is not there',
    ['chains', '.', '--from', 'Termina'],
    /no entry point "Termina"; did you mean "Terminal"\?/,
  ],
  [
    'an interface that is no entry',
    ['chains', '.', '--from', 'LAN1'],
    /"LAN1" of model "Client Server" is no entry point; mark it/,
  ],
];

describe('wrong usage of tmg', () => {
  for (const [what, args, expected] of CASES) {
    it(`is ${what}: exit code 2, a sentence, and no output`, async () => {
      const run = await runInProcess(args, ONE);
      assert.deepEqual([run.code, run.out], [2, '']);
      assert.match(run.error, expected);
    });
  }

  it('is an output that cannot be written, with the reason in one line', async () => {
    const args = ['table', '.', '--output', 'x.csv'];
    const run = await runInProcess(args, {
      ...ONE,
      refusal: 'EACCES: no permission.\n    at open (x.js:1:1)',
    });
    assert.deepEqual([run.code, run.error], [2, 'tmg: Cannot write x.csv: EACCES: no permission.\n']);
  });

  it('is no command at all: the help, on standard error', async () => {
    const run = await runInProcess([], ONE);
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.match(run.error, /^Usage: tmg .*check.*chains.*table.*why.*advise/s);
  });
});

describe('help of tmg', () => {
  it('goes to standard output, for every command', async () => {
    for (const command of ['check', 'chains', 'table', 'why', 'advise']) {
      const run = await runInProcess([command, '--help']);
      assert.deepEqual([run.code, run.error], [0, '']);
      assert.ok(run.out.startsWith(`Usage: tmg ${command} [options] <path...>\n`));
      assert.match(run.out, /--format <format> /);
    }
  });

  it('names the version', async () => {
    assert.deepEqual(await runInProcess(['--version']), {
      code: 0,
      out: `${version}\n`,
      error: '',
      written: {},
    });
  });
});
