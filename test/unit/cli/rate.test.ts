import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { runInProcess } from '../../support/cliRun';

const MODEL = `name: Plant
settings: {stride: [T, D]}
components:
  "=A": {interfaces: [x, y]}
  B: {interfaces: [x]}
interfaces: {y: {entry: true}}
ratings:
  "=A": {x: {T: 5.0, D: none}, y: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H}}
`;
const ONE = { files: { 'model.tmg.yaml': MODEL } };

describe('tmg rate', () => {
  it('writes the relations that are not rated yet as CSV for spreadsheets, safe against formulas', async () => {
    const run = await runInProcess(['rate', '.'], ONE);
    assert.deepEqual([run.code, run.error], [0, 'Plant: 2 relations without a rating for some type\n']);
    assert.ok(run.out.startsWith('\ufeffComponent,Interface,'));
    const rows = parse(run.out, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map((row) => [row['Component'], row['Interface'], row['T'], row['D'], row['# Rated already']]),
      [
        ["'=A", 'y', '', '', 'T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
        ['B', 'x', '', '', ''],
      ],
    );
  });

  it('writes all relations with their ratings', async () => {
    const run = await runInProcess(['rate', '.', '--all'], ONE);
    const rows = parse(run.out, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map((row) => [row['Component'], row['Interface'], row['T'], row['D']]),
      [
        ["'=A", 'x', '5', 'none'],
        ["'=A", 'y', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', ''],
        ['B', 'x', '', ''],
      ],
    );
    assert.equal(run.error, 'Plant: 3 relations\n');
  });

  it('writes a workbook, the same cells, to a file or a pipe and not to a terminal', async () => {
    const csv = parse((await runInProcess(['rate', '.', '--all'], ONE)).out, { bom: true }) as string[][];
    const file = await runInProcess(['rate', '.', '--all', '--format', 'xlsx', '--output', 'w.xlsx'], ONE);
    const pipe = await runInProcess(['rate', '.', '--all', '--format', 'xlsx'], ONE);
    assert.deepEqual([file.code, file.out, pipe.out], [0, '', file.written['w.xlsx']]);
    const [sheet] = await readXlsxFile(Buffer.from(pipe.out, 'latin1'));
    assert.deepEqual(
      sheet?.data.map((row) => row.map((cell) => String(cell ?? ''))),
      csv.map((row) => row.map((cell) => cell.replace(/^'=/, '='))),
    );
    const terminal = await runInProcess(['rate', '.', '--format', 'xlsx'], { ...ONE, terminal: true });
    assert.equal(terminal.code, 2);
    assert.match(terminal.error, /XLSX is nothing for a terminal/);
  });

  it('is that of one model, and tells its errors', async () => {
    const files = {
      'a/model.tmg.yaml': MODEL,
      'b/model.tmg.yaml': `${MODEL.replace('Plant', 'B')}filters: {banned: [[Z]]}\n`,
    };
    const several = await runInProcess(['rate', '.'], { files });
    assert.deepEqual([several.code, several.out], [2, '']);
    assert.match(several.error, /choose one with --model: "Plant", "B"\.\n$/);
    const one = await runInProcess(['rate', '.', '--model', 'B'], { files });
    assert.equal(one.code, 1);
    assert.match(one.error, /error unknown-component: /);
    assert.ok(one.out.includes('Component'));
  });
});
