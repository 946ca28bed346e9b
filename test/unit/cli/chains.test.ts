import assert from 'node:assert/strict';
import type { ChainJson } from '../../../src/report/chainJson';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const GOLDEN = goldenModel('E: 6.8');
const ONE = { files: { 'model.tmg.yaml': GOLDEN } };
const TWO = {
  files: { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': GOLDEN.replace('Client Server', 'Second') },
};
const WEIGHTED = {
  files: {
    'model.tmg.yaml': `settings: {weight: security}\n${GOLDEN.replace('DB: {}', 'DB: {security: 4}').replace('Frontend: {}', 'Frontend: {security: 5}')}`,
  },
};

function jsonLines<T>(text: string): T[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describe('tmg chains, as text', () => {
  it('lists the best chains in columns below the counts', async () => {
    const { code, out, error } = await runInProcess(['chains', '.', '--top', '3'], ONE);
    assert.deepEqual([code, error], [0, '']);
    assert.deepEqual(out.split('\n'), [
      'Client Server: 18 chains (E 18)',
      '#    P  Rating  Type  Id                Asset                        Path',
      '1  6.8  Medium  E     857aa215a9bb529f  Backend of Server            Gateway1 > Server',
      '2  6.8  Medium  E     1de6b73878f2b013  DB of Server                 Gateway1 > Server',
      '3  6.8  Medium  E     b2add5a9ab94b969  Frontend of Client Computer  LAN1 > Virtual-Router-Client-Computer > LAN2 > Client Computer',
      '... and 15 more; --top all lists every one.',
      '',
    ]);
  });

  it('lists twenty on a terminal, all of them in a pipe and in a file, and only the counts for none', async () => {
    const many = { files: { 'model.tmg.yaml': goldenModel('all: 6.8') } };
    const lines = (text: string): string[] => text.trimEnd().split('\n');
    const terminal = { ...many, terminal: true };
    const shown = lines((await runInProcess(['chains', '.'], terminal)).out);
    assert.equal(shown.length, 2 + 20 + 1);
    assert.equal(shown.at(-1), '... and 88 more; --top all lists every one.');
    const piped = await runInProcess(['chains', '.'], many);
    assert.equal(lines(piped.out).length, 2 + 108);
    const all = await runInProcess(['chains', '.', '--top', 'all'], terminal);
    assert.equal(all.out, piped.out);
    const file = await runInProcess(['chains', '.', '--output', 'all.txt'], terminal);
    assert.equal(file.written['all.txt'], piped.out);
    const none = await runInProcess(['chains', '.', '--top', '0'], many);
    assert.equal(none.out, 'Client Server: 108 chains (S 18, T 18, R 18, I 18, D 18, E 18)\n');
  });

  it('lists twenty groups on a terminal and all in a pipe', async () => {
    const many = { files: { 'model.tmg.yaml': goldenModel('all: 6.8') } };
    const args = ['chains', '.', '--group', 'entry', '--group', 'relation'];
    const shown = (await runInProcess(args, { ...many, terminal: true })).out.trimEnd().split('\n');
    const piped = (await runInProcess(args, many)).out.trimEnd().split('\n');
    assert.match(shown[1] ?? '', /entry, relation$/);
    assert.equal(shown.length, 2 + 20 + 2);
    assert.equal(shown.at(-2), `... and ${piped.length - 3 - 20} more groups; --top all lists every one.`);
    assert.deepEqual(shown.slice(0, 22), piped.slice(0, 22));
  });

  it('numbers the rows of the list, whatever it is sorted by and starts with', async () => {
    for (const options of [[], ['--sort', 'risk'], ['--at-least', '4']]) {
      const { out } = await runInProcess(['chains', '.', ...options], WEIGHTED);
      const numbers = [...out.matchAll(/^ *(\d+) +[\d.]+ /gm)].map(([, number]) => Number(number));
      assert.ok(numbers.length > 5);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
      );
    }
  });

  it('says how many chains are not listed because of their P', async () => {
    const { out } = await runInProcess(['chains', '.', '--at-least', '6.8', '--top', '2'], ONE);
    assert.match(
      out,
      /\n\.\.\. and \d+ more; --top all lists every one\.\n\d+ chains with a lower P are not listed \(--at-least\)\.\n$/,
    );
  });

  it('says how many chains have no risk where they are sorted by it', async () => {
    const { error } = await runInProcess(['chains', '.', '--sort', 'risk', '--top', '0'], WEIGHTED);
    assert.equal(
      error,
      'tmg: Client Server: 6 chains have no risk, because these assets have no rating for security, and they stand last: Backend of Server.\n',
    );
    assert.equal((await runInProcess(['chains', '.', '--top', '0'], WEIGHTED)).error, '');
  });

  it('shows the names of assets beside their ids in groups, and says what Medium+ and the order are', async () => {
    const text = GOLDEN.replace('DB: {}', 'DB: {id: V-01}');
    const { out } = await runInProcess(['chains', '.', '--group', 'asset'], {
      files: { 'model.tmg.yaml': text },
    });
    assert.match(out, / {2}DB \(V-01\)\n/);
    assert.match(out, / {2}Server\/Backend\n/);
    assert.match(out, /\nMedium\+: chains with P of 4 or more\. Order: best P first\.\n$/);
  });

  it('has a column of risks where the model has a weight, and sorts by it', async () => {
    const { out } = await runInProcess(['chains', '.', '--sort', 'risk', '--top', '18'], WEIGHTED);
    const [, head = '', ...rows] = out.trimEnd().split('\n');
    assert.match(head, /^ *# +P +Risk +Rating/);
    const risks = rows.map((row) => row.trim().split(/ +/)[2]);
    assert.deepEqual(risks.slice(0, 4), ['6.8', '6.8', '6.8', '5.44']);
    const without = risks.indexOf('-');
    assert.ok(without > 0 && risks.slice(without).every((risk) => risk === '-'));
  });

  it('says in the counts what was kept and what was not searched', async () => {
    const kept = await runInProcess(['chains', '.', '--max-chains', '5', '--top', '0'], ONE);
    assert.equal(kept.out, 'Client Server: 18 chains (E 18); best 5 kept\n');
    const limits = 'settings: {countLimit: 3, searchLimit: 1}\n';
    const ended = await runInProcess(['chains', '.', '--top', '0'], {
      files: { 'model.tmg.yaml': limits + GOLDEN },
    });
    assert.match(
      ended.out,
      /^Client Server: at least 5 chains.*search ended early, the best may be missing$/m,
    );
    assert.match(ended.error, /^model\.tmg\.yaml:\d+:\d+: warning too-many-chains: /m);
  });

  it('groups by several keys, those with most to fix first', async () => {
    const { out } = await runInProcess(['chains', '.', '--group', 'asset, relation', '--top', '2'], ONE);
    assert.deepEqual(out.split('\n').slice(1), [
      'Chains  Medium+  Best P  asset, relation',
      '     6        3     6.8  Server/Backend, Gateway1 > Server',
      '     6        3     6.8  Server/DB, Gateway1 > Server',
      '... and 13 more groups; --top all lists every one.',
      'Medium+: chains with P of 4 or more. Order: most Medium+ first, then most chains.',
      '',
    ]);
  });

  it('shows models one below the other, sorted by folder', async () => {
    const { out } = await runInProcess(['chains', 'b', 'a', 'b', '--top', '0'], TWO);
    assert.deepEqual(out.split('\n'), ['Client Server: 18 chains (E 18)', 'Second: 18 chains (E 18)', '']);
    const named = await runInProcess(['chains', '.', '--model', 'Second', '--top', '0'], TWO);
    assert.equal(named.out, 'Second: 18 chains (E 18)\n');
  });
});

describe('tmg chains, as JSON', () => {
  it('is one document for one model, without chains too', async () => {
    const run = await runInProcess(['chains', '.', '--format', 'json', '--min-probability', '10'], ONE);
    assert.deepEqual(JSON.parse(run.out), {
      model: 'Client Server',
      complete: true,
      total: 0,
      totalIsLowerBound: false,
      advised: 0,
      advisedIsLowerBound: false,
      lengthCuts: null,
      kept: 0,
      byType: {},
      byLength: {},
      chains: [],
    });
    assert.ok(run.out.endsWith('\n'));
  });

  it('is a list for several models', async () => {
    const { out } = await runInProcess(['chains', '.', '--format', 'json', '--top', '1'], TWO);
    const { models } = JSON.parse(out) as { models: { model: string; chains: ChainJson[] }[] };
    assert.deepEqual(
      models.map(({ model, chains }) => [model, chains.length]),
      [
        ['Client Server', 1],
        ['Second', 1],
      ],
    );
  });

  it('is a line per chain, with the model where there are several', async () => {
    const one = await runInProcess(['chains', '.', '--format', 'ndjson', '--max-length', '1'], ONE);
    const chains = jsonLines<ChainJson & { model?: string }>(one.out);
    assert.deepEqual(
      chains.map(({ model, path }) => [model, path.length]),
      Array.from({ length: 4 }, () => [undefined, 2]),
    );
    const two = await runInProcess(['chains', '.', '--format', 'ndjson', '--top', '1'], TWO);
    assert.deepEqual(
      jsonLines<{ model: string }>(two.out).map(({ model }) => model),
      ['Client Server', 'Second'],
    );
  });

  it('has a risk where the model has a weight, null without a rating', async () => {
    const { out } = await runInProcess(['chains', '.', '--format', 'ndjson', '--max-length', '1'], WEIGHTED);
    const risks = jsonLines<ChainJson>(out).map(({ asset, risk }) => [asset.name, risk]);
    assert.deepEqual(risks.slice(0, 3), [
      ['Backend', null],
      ['DB', (6.8 * 4) / 5],
      ['Frontend', 6.8],
    ]);
  });

  it('has groups with their best chain in both forms', async () => {
    type Group = { model?: string; key: string[]; chains: number; best: ChainJson };
    const args = ['chains', '.', '--group', 'asset', '--top', '2'];
    const document = await runInProcess([...args, '--format', 'json'], ONE);
    const { groups } = JSON.parse(document.out) as { groups: Group[] };
    assert.deepEqual(
      groups.map(({ chains, best }) => [chains, best.probability]),
      [
        [6, 6.8],
        [6, 6.8],
      ],
    );
    const lines = await runInProcess([...args, '--format', 'ndjson'], TWO);
    assert.deepEqual(
      jsonLines<Group>(lines.out).map(({ model }) => model),
      ['Client Server', 'Client Server', 'Second', 'Second'],
    );
    const several = await runInProcess([...args, '--format', 'json'], TWO);
    const { models } = JSON.parse(several.out) as { models: { model: string; groups: Group[] }[] };
    assert.deepEqual(
      models.map(({ model }) => model),
      ['Client Server', 'Second'],
    );
    assert.deepEqual(models[0]?.groups, groups);
  });
});

describe('tmg chains, its gates', () => {
  it('fails if a chain has that P, and only then', async () => {
    const codes = [];
    for (const limit of ['6.8', '6.81', '0']) {
      codes.push((await runInProcess(['chains', '.', '--top', '0', '--fail-at', limit], ONE)).code);
    }
    assert.deepEqual(codes, [1, 0, 1]);
    const narrow = ['chains', '.', '--fail-at', '0', '--type', 'S'];
    assert.equal((await runInProcess(narrow, ONE)).code, 0);
  });

  it('fails for a model with errors, says which, and computes the rest', async () => {
    const files = { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': `${GOLDEN}vectors: {x: 1}\n` };
    const run = await runInProcess(['chains', '.', '--top', '0'], { files });
    assert.equal(run.code, 1);
    assert.equal(run.out.split('\n').length, 3);
    assert.match(run.error, /^b\/model\.tmg\.yaml:\d+:\d+: error [a-z-]+: .*\n$/);
  });
});
