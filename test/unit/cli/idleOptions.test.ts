import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const PLAIN = { files: { 'model.tmg.yaml': goldenModel('E: 6.8') } };
const WEIGHTED = {
  files: {
    'model.tmg.yaml': `settings: {weight: security, minProbability: 3}\n${goldenModel('E: 6.8').replace('{}', '{security: 1}')}`,
  },
};
const WHY = ['why', '.', '--from', 'Internet', '--to', 'DB'];

/** Command lines with an option that has no effect, and what is said of it. */
const IDLE: readonly (readonly [readonly string[], RegExp])[] = [
  [['chains', '.', '--sort', 'risk'], /--sort risk has no effect: the model has no weight/],
  [['chains', '.', '--group', 'asset', '--sort', 'risk'], /--sort has no effect on groups/],
  [['chains', '.', '--group', 'asset', '--sort', 'probability'], /--sort has no effect on groups/],
  [['chains', '.', '--at-least', '3', '--min-probability', '3'], /--at-least has no effect/],
  [['chains', '.', '--fail-at', '3', '--min-probability', '4'], /--fail-at 3 sees no chain with a P below 4/],
  [['chains', '.', '--top', '3', '--top', '5'], /--top is given several times; only the last one counts/],
  [['chains', '.', '--format', 'json', '--format', 'text'], /--format is given several times/],
  [
    ['chains', '.', '--max-length', '3', '--max-length', '5', '--max-length', '7'],
    /^tmg: --max-length is given several times; only the last one counts\.$/m,
  ],
  [['table', '.', '--step-rule', 'same', '--step-rule', 'elevation'], /--step-rule is given several times/],
  [[...WHY, '--max-chains', '3'], /--max-chains has no effect/],
  [[...WHY, '--min-probability', '3'], /--min-probability has no effect/],
  [['advise', '.', '--max-chains', '3'], /--max-chains has no effect/],
  [['graph', '.', '--format', 'mermaid', '--layout', 'force'], /--layout has no effect on Mermaid/],
  [['graph', '.', '--output', 'g.mmd', '--layout', 'force'], /--layout has no effect on Mermaid/],
];

const USED: readonly (readonly [readonly string[], typeof PLAIN])[] = [
  [['chains', '.', '--top', '3'], PLAIN],
  [['chains', '.', '--sort', 'probability'], PLAIN],
  [['chains', '.', '--at-least', '4', '--min-probability', '3'], PLAIN],
  [['chains', '.', '--fail-at', '7', '--min-probability', '3'], PLAIN],
  [['chains', '.', '--type', 'S', '--type', 'E', '--to', 'DB', '--to', 'Backend'], PLAIN],
  [['graph', '.', '--format', 'mermaid'], PLAIN],
  [['graph', '.', '--format', 'dot', '--layout', 'force'], PLAIN],
  [['rate', '.', '--all', '--all'], PLAIN],
];

describe('options without effect', () => {
  for (const [args, expected] of IDLE) {
    it(`are told: tmg ${args.join(' ')}`, async () => {
      const { code, error } = await runInProcess(args, PLAIN);
      assert.notEqual(code, 2);
      assert.match(error, expected);
      assert.equal(error.match(/^tmg: /gm)?.length, 1, error);
    });
  }

  it('are none of those that have one', async () => {
    for (const [args, setting] of USED) {
      const { error } = await runInProcess(args, setting);
      assert.doesNotMatch(error, /^tmg: /m, args.join(' '));
    }
  });

  it('are told of each model for itself', async () => {
    const { error } = await runInProcess(['chains', '.', '--sort', 'risk', '--fail-at', '2'], WEIGHTED);
    assert.doesNotMatch(error, /--sort risk has no effect/);
    assert.match(error, /--fail-at 2 sees no chain with a P below 3/);
    const facilities = await runInProcess(['graph', '.', '--layout', 'facility'], {
      files: {
        'model.tmg.yaml':
          'components: {A: {interfaces: [X], assets: {D: {}}}}\nratingRules: [{match: {interface: X}, all: 5}]\n',
      },
    });
    assert.match(facilities.error, /--layout facility has no effect: no component has a facility/);
  });
});

describe('options that are given several times', () => {
  const total = async (...options: string[]): Promise<number> => {
    const many = { files: { 'model.tmg.yaml': goldenModel('all: 6.8') } };
    const { out } = await runInProcess(['chains', '.', '--format', 'json', ...options], many);
    return (JSON.parse(out) as { total: number }).total;
  };

  it('add up: types, entries and assets', async () => {
    for (const [option, first, second, both] of [
      ['--type', 'D', 'E', 'D,E'],
      ['--from', 'Internet', 'Terminal', undefined],
      ['--to', 'DB', 'Server/Backend', undefined],
    ] as const) {
      const sum = (await total(option, first)) + (await total(option, second));
      assert.ok(sum > 0);
      assert.equal(await total(option, first, option, second), sum);
      if (both !== undefined) {
        assert.equal(await total(option, both), sum);
      }
    }
  });

  it('count once where they name the same', async () => {
    assert.equal(await total('--to', 'DB', '--to', 'Server/DB'), await total('--to', 'DB'));
  });

  it('add up for every command that narrows chains down', async () => {
    const ends = ['--from', 'Internet', '--from', 'Terminal', '--to', 'DB', '--to', 'Backend'];
    for (const command of ['table', 'report', 'graph', 'advise', 'why']) {
      const file = { ...PLAIN, terminal: false };
      const both = await runInProcess([command, '.', ...ends], file);
      const reversed = await runInProcess(
        [command, '.', ...ends.slice(2, 4), ...ends.slice(0, 2), ...ends.slice(6), ...ends.slice(4, 6)],
        file,
      );
      const last = await runInProcess([command, '.', ...ends.slice(2, 4), ...ends.slice(6)], file);
      assert.deepEqual([both.code, both.error], [0, ''], command);
      assert.notEqual(
        both.out.replaceAll(/\d{4}-\d\d-\d\d/g, ''),
        last.out.replaceAll(/\d{4}-\d\d-\d\d/g, ''),
        command,
      );
      if (command !== 'report') {
        assert.equal(both.out, reversed.out, command);
      }
    }
  });
});
