import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const GOLDEN = goldenModel('E: 6.8');
const SAME = {
  files: {
    'a/model.tmg.yaml': GOLDEN,
    'b/model.tmg.yaml': GOLDEN,
    'c/model.tmg.yaml': GOLDEN.replace('Client Server', 'Other'),
  },
};

describe('models of one name', () => {
  it('are told apart by folder where people read', async () => {
    const chains = await runInProcess(['chains', '.', '--top', '0'], SAME);
    assert.deepEqual(chains.out.split('\n'), [
      'Client Server (a): 18 chains (E 18)',
      'Client Server (b): 18 chains (E 18)',
      'Other: 18 chains (E 18)',
      '',
    ]);
    const check = await runInProcess(['check', '.'], SAME);
    assert.match(check.error, /^Client Server \(a\): .*\nClient Server \(b\): .*\nOther: /m);
    const advise = await runInProcess(['advise', '.'], SAME);
    assert.match(advise.out, /^Client Server \(a\): [^]*\nClient Server \(b\): [^]*\nOther: /);
  });

  it('are named by folder in every message that asks to choose one, and that is what --model takes', async () => {
    const why = ['--from', 'Internet', '--to', 'DB'];
    for (const args of [['table'], ['report'], ['graph'], ['rate'], ['why', ...why]]) {
      const [command = '', ...options] = args;
      const several = await runInProcess([command, '.', ...options], SAME);
      assert.deepEqual([several.code, several.out], [2, '']);
      assert.match(
        several.error,
        /^tmg: .* is that of one model; choose one with --model: "a" \(Client Server\), "b" \(Client Server\), "Other"\.\n$/,
      );
      for (const model of ['a', 'b', './b', 'Other']) {
        const one = await runInProcess([command, '.', '--model', model, ...options], SAME);
        assert.equal(one.code, 0, `${command} ${model}: ${one.error}`);
      }
    }
  });

  it('are both chosen by their name where a command takes several', async () => {
    const { out } = await runInProcess(['chains', '.', '--model', 'Client Server', '--top', '0'], SAME);
    assert.equal(out.split('\n').length, 3);
  });
});

describe('--model', () => {
  it('adds up, in the order of folders, and names none twice', async () => {
    const args = ['chains', '.', '--top', '0', '--model', 'Other', '--model', 'a', '--model', 'a'];
    const { out } = await runInProcess(args, SAME);
    assert.deepEqual(out.split('\n'), ['Client Server: 18 chains (E 18)', 'Other: 18 chains (E 18)', '']);
    const check = await runInProcess(['check', '.', '--model', 'Other', '--model', 'b'], SAME);
    assert.match(check.error, /^Client Server: .*\nOther: .*\n$/);
  });

  it('has to fit a model each time', async () => {
    const run = await runInProcess(['chains', '.', '--model', 'Other', '--model', 'xyz'], SAME);
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.equal(
      run.error,
      'tmg: No model is named "xyz"; there are: a (Client Server), b (Client Server), Other\n',
    );
  });
});
