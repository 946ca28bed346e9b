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
      'P 6.664, Medium, Elevation of Privilege, chain 0d4cb4dbd05cb804',
      '  Internet > network: E 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H (vectors.tmg.yaml:1:35)',
      '  Gateway1 > Server: E 6.8 by rule (model.tmg.yaml:10:8)',
      '',
    ]);
    assert.match(run.out, /^At any time, an attacker attacks .*\. Risk rating: Medium\.\n/);
  });

  it('lists the steps that would have to be open where there is no chain', async () => {
    const none = `${GOLDEN}ratings: {Server: {Gateway1: {E: none}}}\n`;
    const args = ['why', '.', '--from', 'Internet', '--to', 'DB', '--type', 'E'];
    const run = await runInProcess(args, { files: { 'model.tmg.yaml': none } });
    assert.equal(run.code, 0);
    assert.deepEqual(run.out.split('\n'), [
      'No chain leads from Internet to DB within length 13.',
      'Steps on the way are rated as not possible (none or 0), for Elevation of Privilege:',
      '  Gateway1 > Server: rated none or 0 (model.tmg.yaml:11:34)',
      '',
    ]);
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

  it('says that a type does not threaten the asset, and not that nothing connects them', async () => {
    const files = {
      'model.tmg.yaml': `components:
  A: {interfaces: [I], assets: {D: {stride: [S, T]}}}
interfaces: {I: {entry: true}}
ratings: {A: {I: {S: 5, T: none, R: 5}}}
`,
    };
    const of = async (...more: string[]) =>
      runInProcess(['why', '.', '--from', 'I', '--to', 'D', ...more], { files });
    const sentence =
      'No asset that was asked for is threatened by Repudiation and Denial of Service: "stride" names the types that do threaten it, so it has no chains of others.';
    assert.equal(
      (await of('--type', 'R,D')).out,
      `No chain leads from I to D within length 13.\n${sentence}\n`,
    );
    assert.match(
      (await of('--type', 'T,R,D')).out,
      /\n- Steps on the way are rated as not possible .*, for Tampering:\n.*\n- No asset .* Repudiation and Denial of Service: /,
    );
    const json = JSON.parse((await of('--type', 'R', '--format', 'json')).out) as { cuts: unknown };
    assert.deepEqual(json.cuts, [{ cause: 'stride', type: 'R', types: ['R'], relations: [] }]);
    const chains = await runInProcess(['chains', '.', '--type', 'R'], { files });
    assert.match(chains.error, /No asset that was asked for is threatened by Repudiation: /);
  });

  it('says each cause once, with all the types for which it is one', async () => {
    const text = `settings: {maxLength: 3}
components:
  A: {interfaces: [In, L]}
  B: {interfaces: [L, M]}
  C: {interfaces: [M], assets: {Data: {}}}
interfaces: {In: {entry: true}}
ratings:
  A: {In: {S: 5, T: 5, D: 5}}
  B: {L: {S: 5, T: none, D: 5}}
  C: {M: {S: 5, T: 5, D: 5}}
`;
    const run = async (...options: string[]): Promise<string> => {
      const args = ['why', '.', '--from', 'In', '--to', 'Data', '--type', 'S,T,D', ...options];
      return (await runInProcess(args, { files: { 'model.tmg.yaml': text } })).out;
    };
    assert.deepEqual(
      (await run('--max-length', '13')).split('\n')[1],
      'P 1.25, Low, Spoofing, chain e3cf0f4bd75f3a80',
    );
    assert.deepEqual((await run()).split('\n'), [
      'No chain leads from In to Data within length 3. What stands in the way, each by itself:',
      '- Every way is longer than the maximum length 3, for Spoofing and Denial of Service; the shortest way has length 5.',
      '- Several things stand in the way together, for Tampering; the shortest way has length 5:',
      '  L > B: rated none or 0 (model.tmg.yaml:9:20)',
      '',
    ]);
    const { model, cuts } = JSON.parse(await run('--format', 'json')) as {
      model: string;
      cuts: { cause: string; types: string[]; relations: { source: { line: number } }[] }[];
    };
    assert.match(model, /^tmg-/);
    assert.deepEqual(
      cuts.map(({ cause, types, relations }) => [cause, types, relations.map(({ source }) => source.line)]),
      [
        ['length', ['S', 'D'], []],
        ['together', ['T'], [9]],
      ],
    );
  });

  it('says "for all types" where they have a cause in common', async () => {
    const text = GOLDEN.replace('E: 6.8', 'all: 6.8');
    const args = ['why', '.', '--from', 'Internet', '--to', 'Frontend', '--max-length', '3'];
    const { out } = await runInProcess(args, { files: { 'model.tmg.yaml': text } });
    assert.equal(
      out,
      'No chain leads from Internet to Frontend within length 3.\nEvery way is longer than the maximum length 3, for all types; the shortest way has length 7.\n',
    );
  });

  it('leads to the line of what is in the way, whatever it is', async () => {
    const model = (b: string, more: string): string => `components:
  X: {interfaces: [In, L]}
  Y: {interfaces: [L], assets: {A: {}}${b}}
interfaces: {In: {entry: true}}
ratings:
  X: {In: {T: 9}}
${more}`;
    const cases = [
      [model('', ''), 'L > Y: not rated (model.tmg.yaml:3:20)'],
      [model('', '  Y: {L: {T: none}}\n'), 'L > Y: rated none or 0 (model.tmg.yaml:7:14)'],
      [model(', labels: [EXT]', '  Y: {L: {T: 5}}\n'), 'L > Y: out of scope (EXT) (model.tmg.yaml:3:3)'],
      [
        model('', '  Y: {L: {T: 5}}\nfilters:\n  banned:\n    - [X, Y]\n'),
        'L > Y: banned by a filter (model.tmg.yaml:10:7)',
      ],
    ] as const;
    for (const [text, expected] of cases) {
      const args = ['why', '.', '--from', 'In', '--to', 'A', '--type', 'T'];
      const { out } = await runInProcess(args, { files: { 'model.tmg.yaml': text } });
      assert.equal(out.trimEnd().split('\n').at(-1)?.trim(), expected);
    }
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
    assert.match(
      several.error,
      /^tmg: An explanation is that of one model; .*--model: "Client Server", "Second"\.$/m,
    );
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
      "Maximum length M' 5 is enough to find every chain with P of at least 4.",
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
    assert.deepEqual([one.model, one.advised, one.complete], ['Client Server', 5, true]);
    const text = (await runInProcess(['advise', '.', '--format', 'json'], TWO)).out;
    const { models } = JSON.parse(text) as { models: Advice[] };
    assert.deepEqual(models, [one, { ...one, model: 'Second' }]);
  });

  it('fails for a model with errors', async () => {
    const files = { 'model.tmg.yaml': `${GOLDEN}filters: {banned: [[Servr]]}\n` };
    const run = await runInProcess(['advise', '.'], { files });
    assert.equal(run.code, 1);
    assert.match(run.error, /: error unknown-component: .*did you mean "Server"/);
    assert.match(run.out, /^Client Server: chains per length$/m);
  });
});
