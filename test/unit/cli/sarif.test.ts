import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { type CliRun, runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';
import { placeOf, sarifRun } from '../../support/sarif';

const GOLDEN = goldenModel('E: 6.8');
const TYPO = 'name: Typo\ncomponents:\n  A: {interfaces: [X], facilty: F}\n';
const WIDE = { files: { 'model.tmg.yaml': goldenModel('all: 6.8') } };

async function check(files: Record<string, string>, ...options: string[]): Promise<CliRun> {
  return runInProcess(['check', '.', '--format', 'sarif', ...options], { files });
}

async function chains(...options: string[]): Promise<CliRun> {
  return runInProcess(['chains', '.', '--format', 'sarif', ...options], WIDE);
}

/** What a log says besides its results. */
function notes(text: string): (readonly [string | undefined, string | undefined])[] {
  const [invocation] = sarifRun(text).invocations ?? [];
  return (invocation?.toolExecutionNotifications ?? []).map(({ level, message }) => [level, message.text]);
}

describe('tmg check --format sarif', () => {
  it('names the program, the analysis and the rules that were broken', async () => {
    const { code, out, error } = await check({ 'model.tmg.yaml': TYPO });
    assert.deepEqual([code, error], [1, '']);
    const run = sarifRun(out);
    const { name, version: written, rules } = run.tool.driver;
    assert.deepEqual([name, written, run.columnKind], ['TMG Workbench', version, 'utf16CodeUnits']);
    assert.equal(run.automationDetails?.id, 'tmg/check/');
    const rule = rules?.find(({ id }) => id === 'unknown-key');
    assert.equal(
      rule?.shortDescription?.text,
      'A key of a YAML file is none that the format knows in this place.',
    );
    assert.match(rule?.help?.markdown ?? '', /^## Why it matters\n/);
    assert.equal(rule?.defaultConfiguration?.level, 'error');
    const result = run.results.find(({ ruleId }) => ruleId === 'unknown-key');
    assert.equal(placeOf(result?.locations?.[0]), 'model.tmg.yaml:3:24');
  });

  it('is one run for several models, its files named as seen from the repository', async () => {
    const files = { '.git/HEAD': '', 'models/a/model.tmg.yaml': TYPO, 'models/b/model.tmg.yaml': TYPO };
    const { out } = await runInProcess(['check', 'models/b', 'models/a', '--format', 'sarif'], { files });
    assert.deepEqual(
      sarifRun(out)
        .results.filter(({ ruleId }) => ruleId === 'unknown-key')
        .map(({ locations }) => placeOf(locations?.[0])),
      ['models/a/model.tmg.yaml:3:24', 'models/b/model.tmg.yaml:3:24'],
    );
  });

  it('is a gate from the level on that is asked for', async () => {
    const files = { 'model.tmg.yaml': `settings: {severity: {no-entry-point: warning}}\n${GOLDEN}` };
    const codes = await Promise.all(
      [[], ['--fail-on', 'warning'], ['--fail-on', 'information']].map(
        async (options) => (await check(files, ...options)).code,
      ),
    );
    assert.deepEqual(codes, [0, 1, 1]);
    assert.deepEqual(
      [...new Set(sarifRun((await check(files)).out).results.map(({ level }) => level))].sort(),
      ['note', 'warning'],
    );
  });

  it('has at most 5,000 problems, errors first, and says what it leaves out', async () => {
    // So many files, because of one code in one file only so many are kept.
    const files = Array.from({ length: 6 }, (_, file) => {
      const wrong = Array.from({ length: 900 }, (_, index) => `  C${file}-${index}: {interfaces: [X]}\n`);
      return [`part${file}.tmg.yaml`, `components:\n${wrong.join('')}`] as const;
    });
    const text = 'components:\n  Z: {interfaces: [X], facilty: F}\n';
    const { out, error } = await check({ 'model.tmg.yaml': text, ...Object.fromEntries(files) });
    const { results, tool } = sarifRun(out);
    assert.equal(results.length, 5000);
    assert.deepEqual(
      [results[0]?.ruleId, results[0]?.level, results.at(-1)?.level],
      ['unknown-key', 'error', 'note'],
    );
    assert.match(error, /^tmg: The log has the worst 5,000 problems, .* left out\.$/m);
    assert.deepEqual(notes(out), [['warning', /^tmg: (.*)$/m.exec(error)?.[1]]]);
    for (const { id, properties } of tool.driver.rules ?? []) {
      assert.match(String(properties?.['security-severity']), /^\d\.\d$/, id);
    }
  });

  it('has no results where there are no problems', async () => {
    const text =
      'settings: {stepRule: same}\ncomponents: {A: {interfaces: [X], assets: {D: {}}}}\nratingRules: [{match: {interface: X}, all: 5}]\ninterfaces: {X: {entry: true}}\n';
    const run = sarifRun((await check({ 'model.tmg.yaml': text })).out);
    assert.deepEqual([run.results, run.tool.driver.rules], [[], []]);
  });

  it('is the same in every folder', async () => {
    const first = await check({ 'model.tmg.yaml': TYPO });
    assert.deepEqual(await check({ 'model.tmg.yaml': TYPO }), first);
  });
});

describe('tmg chains --format sarif', () => {
  it('has every chain, best first, where nothing narrows it down', async () => {
    const { code, out } = await chains();
    assert.equal(code, 0);
    const run = sarifRun(out);
    assert.equal(run.automationDetails?.id, 'tmg/chains/');
    assert.equal(run.results.length, 108);
    const ranks = run.results.map(({ rank }) => rank ?? 0);
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => b - a),
    );
    assert.deepEqual(notes(out), []);
  });

  it('has the chains at or above the gate, and fails where there is one', async () => {
    const failed = await chains('--fail-at', '4.624');
    assert.equal(failed.code, 1);
    const probabilities = sarifRun(failed.out).results.map(({ properties }) => properties?.['probability']);
    assert.equal(Math.min(...probabilities.map(Number)), 4.624);
    assert.ok(probabilities.length > 10 && probabilities.length < 108);
    const passed = await chains('--fail-at', '6.9');
    assert.equal(passed.code, 0);
    assert.deepEqual(sarifRun(passed.out).results, []);
  });

  it('has the chains at or above another P where that is asked for', async () => {
    const run = await chains('--at-least', '4.624', '--fail-at', '6.9');
    assert.equal(run.code, 0);
    assert.ok(sarifRun(run.out).results.length > 10);
  });

  it('says how many chains it leaves out', async () => {
    const { out } = await chains('--top', '5', '--at-least', '4.624');
    assert.equal(sarifRun(out).results.length, 5);
    const [[level, text] = []] = notes(out);
    assert.equal(level, 'note');
    assert.match(
      text ?? '',
      /^Model "Client Server": the first 5 of \d+ chains are listed; --top lists more\.$/,
    );
    const autopilot = await runInProcess(['chains', 'examples/autopilot', '--format', 'sarif']);
    assert.equal(sarifRun(autopilot.out).results.length, 1000);
    assert.match(notes(autopilot.out)[0]?.[1] ?? '', /the first 1,000 of 111,248 chains are listed/);
  });

  it('has at most the worst 5,000 of all models, and says in the log and on standard error what it leaves out', async () => {
    const args = [
      'chains',
      'examples/autopilot',
      'examples/client-server',
      '--format',
      'sarif',
      '--top',
      'all',
    ];
    const { out, error } = await runInProcess(args);
    const { results } = sarifRun(out);
    assert.equal(results.length, 5000);
    const ranks = results.map(({ rank }) => rank ?? 0);
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => b - a),
    );
    assert.ok(results.some(({ properties }) => properties?.['model'] === 'Client Server'));
    const cut =
      'The log has the worst 5,000 chains, as many as GitHub shows of a run; 106,284 more are left out.';
    assert.deepEqual(notes(out), [['warning', cut]]);
    assert.equal(error, `tmg: ${cut}\n`);
  });

  it('says what is wrong with a model and its search', async () => {
    const files = {
      'model.tmg.yaml': `settings: {countLimit: 5, searchLimit: 1}\n${GOLDEN}filters: {banned: [[Servr]]}\n`,
    };
    const { code, out } = await runInProcess(['chains', '.', '--format', 'sarif'], { files });
    assert.equal(code, 1);
    assert.deepEqual(
      notes(out).map(([level, text]) => `${level}: ${text?.replace(/\d+/g, 'N')}`),
      [
        'error: Model "Client Server": N error; the chains are those of what is valid. tmg check shows them.',
        'note: Model "Client Server": the best N of at least N chains were kept.',
        'warning: Model "Client Server": the search ended early, the best chains may be missing.',
      ],
    );
  });

  it('is one run for several models', async () => {
    const { code, out } = await runInProcess([
      'chains',
      'examples',
      '--format',
      'sarif',
      '--top',
      '3',
      '--fail-at',
      '7.4',
    ]);
    assert.equal(code, 1);
    const run = sarifRun(out);
    assert.deepEqual(
      run.results.map(({ properties }) => properties?.['model']),
      ['Autopilot L4', 'Client Server', 'Client Server'].flatMap((name) => [name, name, name]),
    );
    assert.match(
      placeOf(run.results[0]?.locations?.[0]),
      /^examples\/autopilot\/.+\.tmg\.(yaml|csv):\d+:\d+$/,
    );
  });

  it('has no groups', async () => {
    const run = await chains('--group', 'asset');
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.match(run.error, /^tmg: --group lists groups; /);
    assert.equal((await runInProcess(['chains', '.', '--group', 'asset', '--at-least', '4'], WIDE)).code, 2);
  });
});

describe('tmg chains --at-least', () => {
  it('lists only chains with this P or more, whatever they are sorted by, and counts all', async () => {
    const files = { files: { 'model.tmg.yaml': `settings: {weight: security}\n${goldenModel('all: 6.8')}` } };
    const listed = async (...options: string[]): Promise<{ total: number; probabilities: number[] }> => {
      const { out } = await runInProcess(['chains', '.', '--format', 'json', ...options], files);
      const { total, chains: all } = JSON.parse(out) as { total: number; chains: { probability: number }[] };
      return { total, probabilities: all.map(({ probability }) => probability) };
    };
    for (const sort of ['probability', 'risk']) {
      const { total, probabilities } = await listed('--sort', sort);
      const expected = probabilities.filter((probability) => probability >= 6.8);
      assert.ok(expected.length > 10 && expected.length < total);
      assert.deepEqual(await listed('--sort', sort, '--at-least', '6.8'), { total, probabilities: expected });
    }
  });
});
