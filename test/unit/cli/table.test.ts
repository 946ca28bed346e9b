import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';
import { readWorkbook } from '../../support/xlsxFile';

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

  it('writes the same cells as XLSX, to a file or through a pipe', async () => {
    const csv = parse((await runInProcess(['table', '.'], ONE)).out) as string[][];
    const args = ['table', '.', '--format', 'xlsx'];
    const file = await runInProcess([...args, '--output', 'threats.xlsx'], { ...ONE, terminal: true });
    const piped = await runInProcess(args, ONE);
    assert.deepEqual([file.code, file.out, file.error, piped.code, piped.error], [0, '', '', 0, '']);
    assert.equal(piped.out, file.written['threats.xlsx']);
    const [threats, model] = await readWorkbook(Buffer.from(piped.out, 'latin1'));
    assert.deepEqual(
      threats?.rows.map((row) => row.map((cell) => String(cell ?? ''))),
      csv,
    );
    assert.deepEqual(model?.rows[0]?.slice(0, 2), ['Model', 'Client Server']);
  });

  it('writes no XLSX to a terminal, and says what to do, before it computes', async () => {
    const run = await runInProcess(['table', '.', '--format', 'xlsx'], {
      ...ONE,
      terminal: true,
      progress: true,
    });
    assert.deepEqual(run, {
      code: 2,
      out: '',
      error: 'tmg: XLSX is nothing for a terminal; name a file with --output, or use a pipe.\n',
      written: {},
    });
  });

  it('writes a Markdown table', async () => {
    const { code, out } = await runInProcess(['table', '.', '--format', 'md'], { ...ONE, terminal: true });
    assert.equal(code, 0);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 20);
    assert.match(lines[2] ?? '', /^\| [0-9a-f]{16} \| .* \| 6\.8 \| Medium \|$/);
  });

  it('says where a file cannot be written', async () => {
    const run = await runInProcess(['table', '.', '--format', 'xlsx', '--output', 'no/threats.xlsx'], {
      ...ONE,
      refusal: 'ENOENT: no such file',
    });
    assert.deepEqual(
      [run.code, run.error],
      [2, 'tmg: Cannot write no/threats.xlsx: ENOENT: no such file.\n'],
    );
  });

  it('tells on a terminal how many rows it has written, but not where the rows go there themselves', async () => {
    const args = ['table', 'examples/autopilot'];
    const file = await runInProcess([...args, '--format', 'xlsx', '--output', 'threats.xlsx'], {
      progress: true,
      terminal: true,
    });
    assert.match(file.error, /\rAutopilot L4: [\d,]+ of 111,248 rows written/);
    assert.ok(file.error.endsWith('\r\u001b[K'));
    const shown = await runInProcess([...args, '--max-length', '11'], { progress: true, terminal: true });
    assert.doesNotMatch(shown.error, /written/);
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

  it('describes chains in the wording that is asked for, in tables, reports and SARIF', async () => {
    const files = { files: { 'model.tmg.yaml': goldenModel('E: 6.8') } };
    for (const [args, plain, guide] of [
      [
        ['table', '.'],
        /At any time, an attacker attacks [^"]*\. Risk rating: /,
        /An attacker at any time, attacks /,
      ],
      [
        ['report', '.', '--date', '2026-01-31'],
        /At any time, an attacker attacks [^<]*\. Risk rating: /,
        /An attacker at any time, attacks /,
      ],
      [
        ['chains', '.', '--format', 'sarif'],
        /At any time, an attacker attacks [^"]*\. Risk rating: /,
        /An attacker at any time, attacks /,
      ],
    ] as const) {
      const byDefault = await runInProcess([...args], files);
      assert.match(byDefault.out, plain);
      assert.doesNotMatch(byDefault.out, guide);
      assert.equal((await runInProcess([...args, '--sentences', 'plain'], files)).out, byDefault.out);
      const asGuide = await runInProcess([...args, '--sentences', 'guide'], files);
      assert.match(asGuide.out, guide);
      assert.doesNotMatch(asGuide.out, plain);
      assert.deepEqual([asGuide.code, asGuide.error], [byDefault.code, byDefault.error]);
    }
  });
});
