import assert from 'node:assert/strict';
import type { ChainJson } from '../../../src/report/chainJson';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const GOLDEN = goldenModel('E: 6.8');
const ONE = { files: { 'model.tmg.yaml': GOLDEN } };
const TWO = {
  files: { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': GOLDEN.replace('Client Server', 'Second') },
};

describe('tmg why', () => {
  it('describes the best chain and rates its steps', async () => {
    const vectors = {
      'vectors.tmg.yaml':
        'ratings: {network: {Internet: {E: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}}}\n',
    };
    const run = await runInProcess(['why', '.', '--from', 'Internet', '--to', 'DB'], {
      files: { ...ONE.files, ...vectors },
    });
    assert.deepEqual([run.code, run.error], [0, '']);
    assert.deepEqual(run.out.split('\n').slice(1), [
      'P 6.664',
      '  Internet > network: E 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      '  Gateway1 > Server: E 6.8',
      '',
    ]);
    assert.match(run.out, /^At any time, an attacker attacks .*\. Risk rating: Medium\.\n/);
  });

  it('lists the steps that would have to be open where there is no chain', async () => {
    const none = `${GOLDEN}ratings: {Server: {Gateway1: {E: none}}}\n`;
    const args = ['why', '.', '--from', 'Internet', '--to', 'DB', '--type', 'E'];
    const run = await runInProcess(args, { files: { 'model.tmg.yaml': none } });
    assert.equal(run.code, 0);
    assert.match(run.out, /^No chain leads from Internet to DB\.\n.*not possible.*\n {2}Gateway1 > Server: /);
    const asJson = await runInProcess([...args, '--format', 'json'], { files: { 'model.tmg.yaml': none } });
    const { best, cuts } = JSON.parse(asJson.out) as {
      best: ChainJson | null;
      cuts: { cause: string; type: string; relations: { interface: string; component: string }[] }[];
    };
    assert.equal(best, null);
    assert.deepEqual(
      cuts.map(({ cause, type, relations }) => [
        cause,
        type,
        relations.map((relation) => [relation.interface, relation.component]),
      ]),
      [['none', 'E', [['Gateway1', 'Server']]]],
    );
  });

  it('writes the best chain as JSON as `chains` does', async () => {
    const why = ['why', '.', '--from', 'Internet', '--to', 'DB', '--format', 'json'];
    const chains = ['chains', '.', '--from', 'Internet', '--to', 'DB', '--top', '1', '--format', 'ndjson'];
    const { best } = JSON.parse((await runInProcess(why, ONE)).out) as { best: ChainJson };
    assert.deepEqual(best, JSON.parse((await runInProcess(chains, ONE)).out));
  });

  it('asks for both ends and for one model', async () => {
    for (const args of [['--from', 'Internet'], ['--to', 'DB'], []]) {
      const run = await runInProcess(['why', '.', ...args], ONE);
      assert.deepEqual([run.code, run.error], [2, 'tmg: Give both --from INTERFACE and --to ASSET.\n']);
    }
    const args = ['why', '.', '--from', 'Internet', '--to', 'DB'];
    const several = await runInProcess(args, TWO);
    assert.deepEqual([several.code, several.out], [2, '']);
    assert.match(several.error, /^tmg: Several models .*--model/);
    assert.equal((await runInProcess([...args, '--model', 'Second'], TWO)).code, 0);
  });

  it('finds an asset by its id, and every one of a name', async () => {
    const text = GOLDEN.replace('Frontend: {}', 'DB: {id: CLIENT-DB}');
    const files = { 'model.tmg.yaml': text };
    const assets = async (to: string): Promise<string[]> => {
      const { out } = await runInProcess(['chains', '.', '--to', to, '--format', 'json'], { files });
      const { chains } = JSON.parse(out) as { chains: ChainJson[] };
      return [...new Set(chains.map(({ asset }) => asset.id))].sort();
    };
    assert.deepEqual(await assets('CLIENT-DB'), ['CLIENT-DB']);
    assert.deepEqual(await assets('DB'), ['CLIENT-DB', 'Server/DB']);
  });
});

describe('tmg advise', () => {
  it('counts chains per length in columns, and advises one for a P', async () => {
    const { code, out } = await runInProcess(['advise', '.', '--min-probability', '4'], ONE);
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n'), [
      'Client Server: chains per length',
      'Length  Chains  Lowest P  Highest P',
      '     1       4       6.8        6.8',
      '     3       5     4.624        6.8',
      '     5       3     3.144      4.624',
      '     7       4     3.144      3.144',
      '     9       2     2.138      2.138',
      'The longest chain with P of at least 4 has length 5.',
      '',
    ]);
  });

  it('says where counting ended early', async () => {
    const files = { 'model.tmg.yaml': `settings: {countLimit: 3}\n${GOLDEN}` };
    const { out } = await runInProcess(['advise', '.'], { files });
    assert.match(out, /^Client Server: chains per length \(at least: counting ended early\)$/m);
  });

  it('writes JSON: the advice for one model, a list with names for several', async () => {
    type Advice = { model?: string; lengths: { length: number }[]; advised: number; complete: boolean };
    const one = JSON.parse((await runInProcess(['advise', '.', '--format', 'json'], ONE)).out) as Advice;
    assert.deepEqual([one.model, one.advised, one.complete], [undefined, 9, true]);
    const text = (await runInProcess(['advise', '.', '--format', 'json'], TWO)).out;
    const { models } = JSON.parse(text) as { models: Advice[] };
    assert.deepEqual(models, [
      { model: 'Client Server', ...one },
      { model: 'Second', ...one },
    ]);
  });

  it('fails for a model with errors', async () => {
    const files = { 'model.tmg.yaml': `${GOLDEN}filters: {banned: [[Servr]]}\n` };
    const run = await runInProcess(['advise', '.'], { files });
    assert.equal(run.code, 1);
    assert.match(run.error, /: error unknown-component: .*did you mean "Server"/);
    assert.match(run.out, /^Client Server: chains per length$/m);
  });
});
