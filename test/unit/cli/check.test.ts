import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';

const GOOD =
  'name: Good\nsettings: {stepRule: same}\ncomponents: {A: {interfaces: [X], assets: {D: {}}}}\nratingRules: [{match: {interface: X}, all: 5}]\ninterfaces: {X: {entry: true}}\n';
const TYPO = 'name: Typo\ncomponents:\n  A: {interfaces: [X], facilty: F}\n';

/** A model whose only problem has the given level. */
function levelled(level: string): string {
  const settings = `settings: {stepRule: same, severity: {missing-rating: ${level}}}`;
  return GOOD.replace('settings: {stepRule: same}', settings).replace('all: 5', 'E: 5');
}

async function codeFor(text: string, ...options: string[]): Promise<number> {
  const { code } = await runInProcess(['check', '.', ...options], { files: { 'model.tmg.yaml': text } });
  return code;
}

describe('tmg check', () => {
  it('says on standard error that there is nothing wrong, and prints nothing', async () => {
    const run = await runInProcess(['check', '.', '--fail-on', 'information'], {
      files: { 'model.tmg.yaml': GOOD },
    });
    assert.deepEqual(run, { code: 0, out: '', error: 'Good: no problems\n', written: {} });
  });

  it('prints a line per problem, as seen from the working directory, and sums up per model', async () => {
    const files = { 'a/model.tmg.yaml': TYPO, 'b/model.tmg.yaml': GOOD };
    const { code, out, error } = await runInProcess(['check', 'b', 'a'], { files });
    assert.equal(code, 1);
    assert.match(
      out,
      /^a\/model\.tmg\.yaml:3:24: error unknown-key: .*no key "facilty"; did you mean "facility"\?$/m,
    );
    assert.match(error, /^Typo: 1 error, .*\nGood: no problems\n$/);
  });

  it('checks only the model of a name', async () => {
    const files = { 'a/model.tmg.yaml': TYPO, 'b/model.tmg.yaml': GOOD };
    const run = await runInProcess(['check', '.', '--model', 'Good'], { files });
    assert.deepEqual([run.code, run.error], [0, 'Good: no problems\n']);
  });

  it('checks the whole model of a file that is named; outside a repository only its folder', async () => {
    const files = { 'model.tmg.yaml': GOOD, 'more/b.tmg.yaml': 'components: {B: {interfaces: [Y]}}\n' };
    const names = async (more: Record<string, string>): Promise<string[]> => {
      const args = ['check', 'more/b.tmg.yaml', '--format', 'json'];
      const { out } = await runInProcess(args, { files: { ...files, ...more } });
      return (JSON.parse(out) as { models: { model: string }[] }).models.map(({ model }) => model);
    };
    assert.deepEqual(await names({ '.git/HEAD': '' }), ['Good']);
    assert.deepEqual(await names({}), ['more']);
  });

  it('fails from the level on that is asked for, errors by default', async () => {
    const expected = {
      error: [1, 1, 1],
      warning: [0, 1, 1],
      information: [0, 0, 1],
      off: [0, 0, 0],
    };
    for (const [level, codes] of Object.entries(expected)) {
      const text = levelled(level);
      assert.deepEqual(
        [
          await codeFor(text),
          await codeFor(text, '--fail-on', 'warning'),
          await codeFor(text, '--fail-on', 'information'),
        ],
        codes,
        level,
      );
    }
  });

  it('writes JSON with the places that belong to a problem, and keeps standard error quiet', async () => {
    const text = 'components:\n  A: {interfaces: [X]}\n  A: {interfaces: [Y]}\n';
    const run = await runInProcess(['check', '.', '--format', 'json'], { files: { 'model.tmg.yaml': text } });
    assert.equal(run.error, '');
    const { models } = JSON.parse(run.out) as {
      models: { problems: { code: string; line: number; related: { line: number; message: string }[] }[] }[];
    };
    const twice = models[0]?.problems.find(({ code }) => code === 'duplicate-key');
    assert.equal(twice?.line, 3);
    assert.deepEqual(
      twice.related.map(({ line }) => line),
      [2],
    );
  });

  it('writes to a file instead', async () => {
    const run = await runInProcess(['check', '.', '--output', 'problems.txt'], {
      files: { 'model.tmg.yaml': TYPO },
    });
    assert.equal(run.out, '');
    assert.match(run.written['problems.txt'] ?? '', /: error unknown-key: /);
  });

  it('shows names of files that would drive a terminal as text', async () => {
    const { out } = await runInProcess(['check', '.'], { files: { 'a\u001b[31m\u202e.tmg.yaml': TYPO } });
    assert.match(out, /^a\\u202e\.tmg\.yaml:3:24: /m);
    assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
  });
});
