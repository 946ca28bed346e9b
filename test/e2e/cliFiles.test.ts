import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runTmg, withFolder, withFolderAsync } from '../support/runTmg';
import { sarifRun } from '../support/sarif';
import { readWorkbook } from '../support/xlsxFile';
import type { ChainsJson } from '../../src/cli/chainsJson';
import { json } from '../support/tmgJson';

describe('tmg table', () => {
  it('writes twenty columns as CSV that a second reader reads back', () => {
    const { out } = runTmg(['table', 'examples/client-server', '--format', 'csv']);
    const rows = parse(out) as string[][];
    assert.equal(rows.length, 37);
    assert.ok(rows.every((row) => row.length === 20));
    const { chains } = json<ChainsJson>(['chains', 'examples/client-server', '--format', 'json']);
    assert.deepEqual(
      rows.slice(1).map((row) => [row[0], Number(row[18])]),
      chains.map(({ id, probability }) => [id, probability]),
    );
  });

  it('writes the same rows as XLSX, to a file and through a pipe', async () => {
    const args = ['table', 'examples/client-server', '--format', 'xlsx'];
    const { stdout, status } = spawnSync(process.execPath, ['dist/cli.js', ...args]);
    assert.equal(status, 0);
    const csv = parse(runTmg(['table', 'examples/client-server']).out) as string[][];
    const [threats] = await readWorkbook(stdout);
    assert.deepEqual(
      threats?.rows.map((row) => row.map((cell) => String(cell ?? ''))),
      csv,
    );
    await withFolderAsync({}, async (folder) => {
      const file = join(folder, 'threats.xlsx');
      assert.deepEqual(runTmg([...args, '--output', file]), { code: 0, out: '', error: '' });
      assert.deepEqual(readFileSync(file), stdout);
    });
  });

  it('writes 111,248 rows as XLSX and as Markdown', () => {
    withFolder({}, (folder) => {
      const file = join(folder, 'threats.xlsx');
      const run = runTmg(['table', 'examples/autopilot', '--format', 'xlsx', '--output', file]);
      assert.equal(run.code, 0, run.error);
      assert.ok(readFileSync(file).length > 5_000_000);
    });
    const { out } = runTmg(['table', 'examples/autopilot', '--format', 'md']);
    assert.equal(out.trimEnd().split('\n').length, 111_250);
  });

  it('writes the same rows as JSON', () => {
    const rows = json<Record<string, unknown>[]>(['table', 'examples/client-server', '--format', 'json']);
    const csv = parse(runTmg(['table', 'examples/client-server']).out, { columns: true }) as Record<
      string,
      string
    >[];
    assert.deepEqual(
      rows.map((row) => row['Full Description']),
      csv.map((row) => row['Full Description']),
    );
  });

  it('writes to a file, formula-safe', () => {
    const model =
      'components: {"=cmd|x": {interfaces: [I], assets: {"+A": {}}}}\nratingRules: [{match: {interface: "*"}, T: 9}]\n';
    withFolder({ 'model.tmg.yaml': model }, (folder) => {
      const output = join(folder, 'out.csv');
      assert.equal(runTmg(['table', folder, '--output', output]).code, 0);
      const [row] = parse(readFileSync(output, 'utf8'), { columns: true }) as Record<string, string>[];
      assert.equal(row?.['Component'], "'=cmd|x");
      assert.equal(row?.['Asset'], "'+A");
    });
  });

  it('asks for one model where there are several', () => {
    const run = runTmg(['table', 'examples']);
    assert.equal(run.code, 2);
    assert.match(run.error, /--model/);
  });
});

describe('SARIF', () => {
  it('has the diagnostics, explained, and the exit code of the gate', () => {
    const run = runTmg(['check', 'test/fixtures/broken/unknown-component', '--format', 'sarif']);
    assert.equal(run.code, 1);
    const { tool, results } = sarifRun(run.out);
    const rule = tool.driver.rules?.find(({ id }) => id === 'unknown-component');
    assert.match(rule?.help?.markdown ?? '', /## How to fix it/);
    assert.ok(results.some(({ ruleId, level }) => ruleId === 'unknown-component' && level === 'error'));
  });

  it('has the chains at or above the gate', () => {
    const args = ['chains', 'examples/client-server', '--format', 'sarif', '--fail-at'];
    const failed = runTmg([...args, '7.5']);
    assert.equal(failed.code, 1);
    assert.equal(sarifRun(failed.out).results.length, 4);
    const passed = runTmg([...args, '7.6']);
    assert.equal(passed.code, 0);
    assert.deepEqual(sarifRun(passed.out).results, []);
  });
});
