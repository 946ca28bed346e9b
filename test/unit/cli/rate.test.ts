import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { runInProcess } from '../../support/cliRun';
import { readZip } from '../../support/xlsxFile';

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

  it('offers none and the named vectors in a workbook, says how to fill it in, and is read without that sheet', async () => {
    const files = {
      'model.tmg.yaml': `${MODEL}vectors: {"=usb": CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}\n`,
    };
    const run = await runInProcess(['rate', '.', '--format', 'xlsx'], { files });
    const bytes = Buffer.from(run.out, 'latin1');
    const markup = readZip(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const validations = [...markup.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/g)].map(
      ([all]) => all,
    );
    assert.deepEqual(
      validations.map((one) => /sqref="([^"]*)"/.exec(one)?.[1]),
      ['G2:G3', 'H2:H3', 'J2:J3'],
    );
    // An error message would keep people from writing vectors and scores.
    assert.ok(validations.every((one) => !one.includes('showErrorMessage')));
    assert.ok(markup.indexOf('</sheetData>') < markup.indexOf('<autoFilter'));
    assert.ok(markup.indexOf('<autoFilter') < markup.indexOf('<dataValidations'));
    const [, from = '', to = ''] =
      /<formula1>(?:'|&apos;)How to fill(?:'|&apos;)!\$A\$(\d+):\$A\$(\d+)<\/formula1>/.exec(markup) ?? [];
    const [, guide] = await readXlsxFile(bytes);
    assert.equal(guide?.sheet, 'How to fill');
    assert.deepEqual(guide?.data.slice(Number(from) - 1, Number(to)), [
      ['none', 0, 'It was considered, and is not possible.'],
      ['=usb', 6.8, 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ]);
    assert.match(
      String(guide?.data[2]?.[2]),
      /T Tampering, D Denial of Service\. Choose .* a score from 0 to 10/,
    );
    const back = await runInProcess(['import', 'sheet.xlsx', '--output', '.'], {
      files: { ...files, 'sheet.xlsx': bytes },
    });
    assert.equal(back.code, 0, back.out + back.error);
    assert.equal(back.out, 'sheet.xlsx (rating worksheet)\n\nChanged in .: nothing\nCheck: 3 information\n');
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
