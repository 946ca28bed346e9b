import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { JsonOutputs } from '../../../src/cli/jsonOutputs';
import { runIn, runInProcess } from '../../support/cliRun';
import { JsonPage } from '../../support/jsonPage';
import { withFolderAsync } from '../../support/runTmg';

const EXAMPLES = ['examples/client-server', 'examples/client-server-csv', 'examples/autopilot'];
/** The autopilot example has more chains than are needed to see all fields. */
const FEW = ['--max-length', '7'];
const CHAINS = 'tmg chains --format json';
const CHAIN_LINES = 'tmg chains --format ndjson';
const GROUPS = 'tmg chains --group KEYS --format json';
const GROUP_LINES = 'tmg chains --group KEYS --format ndjson';

/** A model with what the examples do not have: a weight, an isolated component, problems with related places. */
const ODD = `name: Odd
settings: {weight: security, stepRule: elevation, maxLength: 3}
components:
  Gate: {interfaces: [In, Lan]}
  Vault: {interfaces: [Lan, Deep], assets: {Gold: {security: 5}, Dust: {}}}
  Cellar: {interfaces: [Deep], assets: {Wine: {security: 2, operation: 3}}}
  Alone: {}
interfaces: {In: {entry: true}}
ratings:
  Gate: {In: {E: 9, S: none}}
  Vault: {Lan: {E: 9, T: 5}}
  Cellar: {Deep: {E: 8, T: 5}}
`;
const ODD_MORE = `interfaces: {In: {entry: false}}
ratings: {Gate: {In: {E: 3}}}
`;

/** Runs a command that succeeds or finds errors in a model, and answers what it writes. */
async function output(args: readonly string[], folder?: string): Promise<string> {
  const run = await (folder === undefined ? runInProcess(args) : runIn(folder, args));
  assert.ok(run.code < 2, run.error);
  return run.out;
}

describe('docs/json.md', () => {
  const page = new JsonPage();

  /** Compares what a command writes with what the page says. */
  function compare(command: keyof JsonOutputs, ...texts: readonly string[]): void {
    assert.ok(texts.length > 0, command);
    for (const text of texts) {
      assert.deepEqual(page.problems(command, JSON.parse(text)).slice(0, 10), []);
    }
  }

  function lines(text: string): string[] {
    return text.split('\n').filter((line) => line !== '');
  }

  async function compareAll(paths: readonly string[], folder?: string): Promise<void> {
    const run = (command: string, ...options: string[]): Promise<string> =>
      output([command, ...paths, ...options], folder);
    compare('tmg check --format json', await run('check', '--format', 'json'));
    compare(CHAINS, await run('chains', ...FEW, '--format', 'json', '--top', '200'));
    compare(CHAIN_LINES, ...lines(await run('chains', ...FEW, '--format', 'ndjson', '--top', '200')));
    for (const keys of ['asset,entry', 'relation,last-step']) {
      const grouped = [...FEW, '--group', keys, '--top', '20'];
      compare(GROUPS, await run('chains', ...grouped, '--format', 'json'));
      compare(GROUP_LINES, ...lines(await run('chains', ...grouped, '--format', 'ndjson')));
    }
    compare('tmg advise --format json', await run('advise', ...FEW, '--format', 'json'));
    if (paths.length === 1) {
      const table = await run('table', ...FEW, '--max-chains', '200', '--format', 'json');
      compare('tmg table --format json', table);
      compare('tmg graph --format json', await run('graph', ...FEW, '--format', 'json'));
      compare('tmg graph --format json', await run('graph', ...FEW, '--chain', '--format', 'json'));
    }
  }

  const comparisons = new Map<string, () => Promise<void>>([
    ...EXAMPLES.map((example) => [example, () => compareAll([example])] as const),
    ['several models', () => compareAll(EXAMPLES.slice(0, 2))],
    [
      'a model with problems and a weight',
      () => {
        const files = { 'model.tmg.yaml': ODD, 'more.tmg.yaml': ODD_MORE, 'old.tmg.yaml.bak': '' };
        return withFolderAsync(files, (folder) => compareAll(['.'], folder));
      },
    ],
    [
      'why there is a chain, and why there is none',
      async () => {
        const why = (path: string, to: string, ...options: string[]): string[] => {
          const from = path === '.' ? 'In' : 'Internet';
          return ['why', path, '--from', from, '--to', to, ...options, '--format', 'json'];
        };
        const command = 'tmg why --format json';
        compare(command, await output(why('examples/client-server', 'DB')));
        await withFolderAsync({ 'model.tmg.yaml': ODD }, async (folder) => {
          for (const options of [[], ['--type', 'S'], ['--type', 'T']]) {
            compare(command, await output(why('.', 'Wine', ...options), folder));
          }
        });
      },
    ],
    [
      'the reports of imports',
      async () => {
        const files = {
          'model/model.tmg.yaml': ODD,
          'ratings.csv': 'Component;Interface;E\nGate;In;9\nGate;;x\n',
          'guide.xlsx': readFileSync('test/fixtures/workbooks/guide.xlsx'),
          'empty/.keep': '',
          'other/model.tmg.yaml': ODD.replaceAll('Vault', 'Safe'),
        };
        await withFolderAsync(files, async (folder) => {
          const rate = ['rate', 'model', '--all', '--format', 'xlsx', '--output', 'sheet.xlsx'];
          const { written } = await runIn(folder, rate);
          writeFileSync(`${folder}/sheet.xlsx`, Buffer.from(written['sheet.xlsx'] ?? '', 'latin1'));
          for (const [file, into] of [
            ['ratings.csv', 'model'],
            ['guide.xlsx', 'empty'],
            ['sheet.xlsx', 'other'],
          ] as const) {
            const run = await runIn(folder, ['import', file, '--output', into, '--report', 'r.json']);
            compare('tmg import --report FILE.json', run.written['r.json'] ?? run.error);
          }
        });
      },
    ],
  ]);
  const compared = new Set<string>();

  for (const [what, comparison] of comparisons) {
    it(`describes every field that is written of ${what}, and none that is missing`, async () => {
      await comparison();
      compared.add(what);
    });
  }

  it('has no field that nothing writes', async () => {
    for (const [what, comparison] of comparisons) {
      await (compared.has(what) ? undefined : comparison());
    }
    assert.deepEqual(page.unmet, []);
    assert.ok(page.outputs.size >= 10);
  });

  it('finds a field that is not described, one that is missing, and one of another kind', () => {
    const value = { models: [{ model: 1, problems: [], read: { files: 1, more: 2 } }], unread: [] };
    assert.deepEqual(page.problems('tmg check --format json', value).toSorted(), [
      'tmg check --format json.lookAlikes: missing',
      'tmg check --format json.models[0].model: 1 is not text',
      'tmg check --format json.models[0].read.components: missing',
      'tmg check --format json.models[0].read.more: not described',
      'tmg check --format json.models[0].read.relations: missing',
    ]);
  });
});
