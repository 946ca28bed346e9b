import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';

/** `A1` to `A3` lead to the asset by ways that a filter bans; `Z` leads to it. */
const model = (settings: string, filters: string): string => `name: M
settings: {stepRule: elevation, stride: [E], ${settings}}
components:
  A1: {interfaces: [In, a1, b1, c1]}
  A2: {interfaces: [a1, b1, c1, a2, b2, c2]}
  A3: {interfaces: [a2, b2, c2, D]}
  Z: {interfaces: [In, D]}
  Target: {interfaces: [D], assets: {Data: {}, Other: {}}}
interfaces: {In: {entry: true}}
ratingRules: [{match: {component: "*"}, all: 9.0}]
filters: {banned: [${filters}]}
`;
const TWO_KEPT = { files: { 'model.tmg.yaml': model('maxChains: 1', '') } };
const NONE_FOUND = { files: { 'model.tmg.yaml': model('searchLimit: 1', '["*", Target]') } };
const FOUND_BY_SEARCH = {
  files: { 'model.tmg.yaml': model('searchLimit: 3', '["*", "*", Target], [Z, Z]').replace('Z: {', 'Z0: {') },
};

describe('results that are not whole', () => {
  it('say of assets that no kept chain reaches, and of no more', async () => {
    const { out } = await runInProcess(['report', '.', '--date', '2026-01-31'], TWO_KEPT);
    assert.match(
      out,
      /None of the chains that are kept reaches Other of Target; there may be others that do\./,
    );
    assert.doesNotMatch(out, /No chain reaches/);
    const graph = await runInProcess(['graph', '.', '--max-chains', '1', '--format', 'svg'], TWO_KEPT);
    assert.match(graph.out, />on no chain that is kept</);
  });

  it('never say that there is no chain where the search ended before it had found one', async () => {
    for (const args of [
      ['chains', '.'],
      ['chains', '.', '--group', 'asset'],
      ['chains', '.', '--format', 'sarif'],
      ['advise', '.'],
      ['report', '.', '--date', '2026-01-31'],
      ['graph', '.'],
    ]) {
      const { out, error } = await runInProcess(args, NONE_FOUND);
      assert.doesNotMatch(
        (out + error).replace(/<script.*/s, ''),
        /There is no (attack )?chain|No (attack )?chain (?!was found|is )|at least 0|best 0/,
        args.join(' '),
      );
    }
    const { out, error } = await runInProcess(['chains', '.'], NONE_FOUND);
    assert.equal(out, 'M: no chain found so far; the search ended early, there may be some\n');
    assert.match(error, /before it had found one; there may be some/);
  });

  it('say why there may be no chain, and not that there is none', async () => {
    // Two beginnings of ways are as many as a search may follow here: too few for the only chain.
    const text = model('searchLimit: 1', '').replace('A1: {interfaces: [In, a1', 'A1: {interfaces: [a1');
    const args = ['why', '.', '--from', 'In', '--to', 'Target/Data'];
    const setting = {
      files: {
        'model.tmg.yaml': text.replace(
          'Z: {interfaces: [In, D]}',
          'Z: {interfaces: [In, z]}\n  Y: {interfaces: [z, y]}\n  X: {interfaces: [y, D]}',
        ),
      },
    };
    const { out } = await runInProcess(args, setting);
    assert.match(
      out,
      /^The search for chains .* ended early \(searchLimit\), before it had found one: there may be some\./,
    );
    assert.doesNotMatch(out, /twice/);
    assert.equal(
      JSON.parse((await runInProcess([...args, '--format', 'json'], setting)).out).complete,
      false,
    );
  });

  it('say what may occur twice in a chain', async () => {
    const page = async (text: string): Promise<string> =>
      (await runInProcess(['report', '.', '--date', '2026-01-31'], { files: { 'model.tmg.yaml': text } }))
        .out;
    assert.match(await page(model('', '')), /Nothing occurs twice in it\. There/);
    assert.match(await page(model('', '[Z, A1]')), /but for one thing: where a filter bans the straight way/);
    assert.match(await page(model('uniqueness: relationships', '')), /No relation is crossed twice in it;/);
  });

  it('do not pass a gate', async () => {
    const gate = await runInProcess(['chains', '.', '--fail-at', '5'], NONE_FOUND);
    assert.equal(gate.code, 1);
    assert.match(gate.error, /the search ended early, .* and --fail-at fails\./);
    assert.equal((await runInProcess(['chains', '.', '--fail-at', '9.5'], TWO_KEPT)).code, 0);
  });

  it('count no fewer chains than were found', async () => {
    const { out } = await runInProcess(['chains', '.', '--format', 'json'], FOUND_BY_SEARCH);
    const { total, totalIsLowerBound, kept, byType } = JSON.parse(out);
    assert.deepEqual([total >= kept, totalIsLowerBound, kept, byType], [true, true, 2, { E: 2 }]);
  });
});
