import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';
import { withFolderAsync } from '../../support/runTmg';

/** Rated in part: an E for every relation. */
const MODEL = goldenModel('E: 6.8');
const FILES = {
  'm/model.tmg.yaml': MODEL,
  'm/part/more.tmg.csv': 'Component,Interface\nServer,Gateway1\n',
  'm/data/facts.csv': 'Component,Interface\nServer,Gateway1\n',
  'other/readme.md': '',
};

/** Every command that writes, with what it needs besides. */
const COMMANDS = [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['chains'],
  ['chains', '--format', 'ndjson'],
  ['table'],
  ['table', '--format', 'xlsx'],
  ['why', '--from', 'Internet', '--to', 'DB'],
  ['advise'],
  ['graph'],
  ['report'],
  ['rate', '--all'],
  ['rate', '--format', 'xlsx'],
] as const;

/** Names that are files of a model or would join one, here or on another system. */
const NAMES = [
  'm/model.tmg.yaml',
  './m/../m/model.tmg.yaml',
  'm/MODEL.TMG.YAML',
  'm/part/more.tmg.csv',
  'm/part/More.Tmg.Csv',
  'm/new.tmg.yaml',
  'm/new.tmg.yml',
  'm/.tmg.csv',
  'other/model.tmg.yaml',
  'other/lonely.tmg.csv',
  'm/new.tmg.csv.',
  'm/new.tmg.csv . ',
  'm/new.tmg.csv::$DATA',
  'link.csv',
  'm/data/facts.csv',
  'dangling.csv',
  'm/away.tmg.csv',
];

/** What the files of a folder hold, links as what they are. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => lstatSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

async function withModel(use: (folder: string) => Promise<void>): Promise<void> {
  await withFolderAsync(FILES, async (folder) => {
    symlinkSync('m/model.tmg.yaml', join(folder, 'link.csv'));
    symlinkSync('m/absent.tmg.csv', join(folder, 'dangling.csv'));
    symlinkSync('data/facts.csv', join(folder, 'm/facts.tmg.csv'));
    symlinkSync('m', join(folder, 'm2'));
    await use(folder);
  });
}

describe('an output that is a file of a model, or would become one', () => {
  for (const [command, ...options] of COMMANDS) {
    it(`is refused by ${[command, ...options].join(' ')}, and nothing is touched`, async () => {
      await withModel(async (folder) => {
        const before = contents(folder);
        for (const name of NAMES) {
          const run = await runIn(folder, [command, 'm', ...options, '--output', name]);
          assert.deepEqual([run.code, run.out, run.written], [2, '', {}], name);
          assert.match(
            run.error,
            /(is a file of a model and would be lost|would become a part of a model|this command writes no)/,
          );
        }
        assert.deepEqual(contents(folder), before);
      });
    });
  }

  it('is none where the name only looks a little like one', async () => {
    await withModel(async (folder) => {
      for (const name of ['m/new.csv', 'm/x.tmg.csv.json', 'm/~$x.tmg.csv', 'm/tmg.csv', 'm/x.tmg.xlsx']) {
        const run = await runIn(folder, ['table', 'm', '--output', name]);
        assert.deepEqual([run.code, Object.keys(run.written)], [0, [name]]);
      }
    });
  });
});

describe('a worksheet of what is not rated', () => {
  it('may become a new part of the model that it rates, and changes no chain', async () => {
    await withModel(async (folder) => {
      const { out: before } = await runIn(folder, ['chains', 'm', '--format', 'json']);
      for (const name of ['m/new.tmg.csv', 'm/part/new.tmg.csv', 'm2/linked.tmg.csv']) {
        const run = await runIn(folder, ['rate', 'm', '--output', name]);
        assert.equal(run.code, 0, run.error);
        const sheet = run.written[name];
        assert.ok(sheet !== undefined);
        await withFolderAsync({ ...FILES, 'm/new.tmg.csv': sheet }, async (copy) => {
          assert.equal((await runIn(copy, ['chains', 'm', '--format', 'json'])).out, before);
          const check = await runIn(copy, ['check', 'm', '--fail-on', 'warning']);
          assert.doesNotMatch(check.out, /new\.tmg\.csv.* (?:error|warning) /);
        });
      }
    });
  });

  it('is refused elsewhere, over a file, through a link, or empty', async () => {
    await withModel(async (folder) => {
      symlinkSync('/nowhere/x.csv', join(folder, 'm/away.tmg.csv'));
      mkdirSync(join(folder, 'm/.hidden'));
      const names = [
        'other/new.tmg.csv',
        'm/part/more.tmg.csv',
        'm/new.tmg.yaml',
        'm/NEW.TMG.CSV',
        'm/away.tmg.csv',
        'dangling.csv',
        'm/.hidden/new.tmg.csv',
      ];
      for (const name of names) {
        const run = await runIn(folder, ['rate', 'm', '--output', name]);
        assert.deepEqual([run.code, run.written], [2, {}], name);
      }
    });
    const rated = MODEL.replace('E: 6.8', 'all: 6.8');
    await withFolderAsync({ 'model.tmg.yaml': rated }, async (folder) => {
      assert.equal((await runIn(folder, ['rate', '.'])).error.includes(' 0 relations'), true);
      const run = await runIn(folder, ['rate', '.', '--output', 'new.tmg.csv']);
      assert.deepEqual([run.code, run.written], [2, {}]);
    });
  });
});

describe('tmg import', () => {
  it('has no standard output to write to', async () => {
    const run = await runIn(process.cwd(), ['import', 'x.dbc', '--output', '-']);
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.match(run.error, /name a folder/);
  });
});
