import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';

const GOLDEN = goldenModel('E: 6.8');
const ONE = { files: { 'model.tmg.yaml': GOLDEN } };

describe('tmg table', () => {
  it('writes a row per chain, the same as CSV and as JSON', async () => {
    const csv = await runInProcess(['table', '.'], ONE);
    const json = await runInProcess(['table', '.', '--format', 'json'], ONE);
    assert.deepEqual([csv.code, csv.error, json.code, json.error], [0, '', 0, '']);
    const rows = parse(csv.out, { columns: true, bom: true }) as Record<string, string>[];
    const objects = JSON.parse(json.out) as Record<string, unknown>[];
    assert.equal(rows.length, 18);
    const columns = Object.keys(rows[0] ?? {});
    assert.deepEqual(
      rows,
      // Ratings that an asset does not have are left out in JSON.
      objects.map((row) => Object.fromEntries(columns.map((column) => [column, String(row[column] ?? '')]))),
    );
  });

  it('has a header and no rows where there are no chains', async () => {
    const narrowed = ['table', '.', '--type', 'S'];
    assert.equal((await runInProcess(narrowed, ONE)).out.trimEnd().split('\n').length, 1);
    assert.equal((await runInProcess([...narrowed, '--format', 'json'], ONE)).out, '[]\n');
  });

  it('goes to a file that is named as seen from the working directory', async () => {
    const plain = await runInProcess(['table', '.'], ONE);
    const run = await runInProcess(['table', '.', '--output', 'out/threats.csv'], ONE);
    assert.deepEqual(run, { code: 0, out: '', error: '', written: { 'out/threats.csv': plain.out } });
  });

  it('is that of one model', async () => {
    const files = { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': GOLDEN.replace('Client Server', 'B') };
    const several = await runInProcess(['table', '.'], { files });
    assert.deepEqual([several.code, several.out], [2, '']);
    assert.match(several.error, /choose one with --model: "Client Server", "B"\.\n$/);
    const one = await runInProcess(['table', '.', '--model', 'B'], { files });
    assert.deepEqual([one.code, one.out], [0, (await runInProcess(['table', '.'], ONE)).out]);
  });

  it('fails for a model with errors, and is written all the same', async () => {
    const files = { 'model.tmg.yaml': `${GOLDEN}filters: {banned: [[Servr]]}\n` };
    const run = await runInProcess(['table', '.'], { files });
    assert.equal(run.code, 1);
    assert.equal((parse(run.out) as string[][]).length, 19);
    assert.match(run.error, /: error unknown-component: /);
  });
});
