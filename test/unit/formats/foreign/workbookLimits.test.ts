import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '../../../../src/text/columnLetters';
import { importRun, notesOf } from '../../../support/importing';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly rows: string;
  readonly shared?: string;
  readonly before?: string;
  readonly styles?: string;
}

/** A workbook of one sheet, Data, from the markup of its parts. */
function workbook({ rows, shared = '', before = '', styles = '' }: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('r2', 'sharedStrings', 'sharedStrings.xml'),
      relation('r3', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 9,
  });
}

function text(address: string, value: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

const TABLE = `<row r="1">${text('A1', 'Component')}${text('B1', 'Interface')}</row><row r="2">${text('A2', 'A')}${text('B2', 'x')}</row>`;

async function problemsOf(parts: Parts): Promise<string> {
  const run = await importRun({ 'x.xlsx': workbook(parts) });
  assert.equal(run.snapshot.model.components.size, 0);
  return notesOf(run.report, 'problem').join('\n');
}

describe('what a workbook would take to read', () => {
  it('is what other tables take where it is little', async () => {
    const run = await importRun({ 'x.xlsx': workbook({ rows: TABLE }) });
    assert.deepEqual(notesOf(run.report, 'problem'), []);
    assert.deepEqual([...run.snapshot.model.components.keys()], ['A']);
  });

  it('leaves out cells far from the table, and says where they stand', async () => {
    for (const [far, place] of [
      [text('XFD1', 'stray'), 'Data!XFD1'],
      [`<c r="CV1" t="n"><v>5</v></c>`, 'Data!CV1'],
    ] as const) {
      const rows = TABLE.replace('</row>', `${far}</row>`);
      const run = await importRun({ 'x.xlsx': workbook({ rows }) });
      assert.deepEqual(notesOf(run.report, 'problem'), []);
      assert.deepEqual(
        notesOf(run.report, 'left-out').filter((note) => note.includes('far from')),
        [`x.xlsx:${place}: This cell stands far from the table, so it is left out.`],
      );
      assert.deepEqual([...run.snapshot.model.components.keys()], ['A']);
    }
    const below = `${TABLE}<row r="1048575">${text('A1048575', 'a')}${text('B1048575', 'b')}</row>`;
    const run = await importRun({ 'x.xlsx': workbook({ rows: below }) });
    assert.match(
      notesOf(run.report, 'left-out').join('\n'),
      /x\.xlsx:Data!A1048575: This cell and 1 more stand far from the table/,
    );
    assert.deepEqual([...run.snapshot.model.components.keys()], ['A']);
  });

  it('reads a table that begins further down and to the right', async () => {
    const rows = `<row r="5">${text('D5', 'Component')}${text('E5', 'Interface')}</row><row r="6">${text('D6', 'A')}${text('E6', 'x')}</row>`;
    const run = await importRun({ 'x.xlsx': workbook({ rows }) });
    assert.deepEqual([...run.snapshot.model.components.keys()], ['A']);
  });

  it('refuses a text that very many cells share', async () => {
    const cell = (row: number): string => `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`;
    const rows = Array.from({ length: 4000 }, (_, index) => cell(index + 1)).join('');
    const problems = await problemsOf({ rows, shared: `<si><t>${'x'.repeat(30_000)}</t></si>` });
    assert.match(problems, /hold more than the 20 million characters that are read; split it/);
  });

  it('refuses more cells, and a larger area, than are read', async () => {
    const cells = `<row>${'<c/>'.repeat(1_100_000)}</row>`;
    assert.match(
      await problemsOf({ rows: cells }),
      /more than the 400000 cells or 100000 rows that are read/,
    );
    const rows = '<row><c><v>1</v></c></row>'.repeat(100_001);
    assert.match(await problemsOf({ rows }), /more than the 400000 cells or 100000 rows/);
    const wide = `<row r="1">${Array.from({ length: 900 }, (_, index) => text(`${columnLetters(index)}1`, 'a')).join('')}</row>`;
    const long = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 2}"><c><v>1</v></c></row>`);
    assert.match(await problemsOf({ rows: wide + long.join('') }), /more than the 400000 cells/);
  });

  it('refuses parts with more elements than are read, and does not look at others', async () => {
    const links = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(2000)}</cols>`;
    assert.match(await problemsOf({ rows: TABLE, before: links }), /more formats, links and different texts/);
    assert.match(
      await problemsOf({ rows: TABLE, shared: '<si/>'.repeat(600_000) }),
      /more formats, links and different texts/,
    );
    assert.match(
      await problemsOf({ rows: TABLE, styles: '<xf/>'.repeat(600_000) }),
      /more formats, links and different texts/,
    );
  });

  it('is counted without being taken in by comments, quotes and sections', async () => {
    const rows = `<!-- <c r="XFD1"><v>1</v></c> --><row r="1" x="&gt; <c r='ZZ9'>">${text('A1', '<![CDATA[Component]]>')}${text('B1', 'Interface')}</row><row r="2">${text('A2', 'A')}${text('B2', 'x')}</row>`;
    const run = await importRun({ 'x.xlsx': workbook({ rows }) });
    assert.deepEqual(
      notesOf(run.report, 'left-out').filter((note) => note.includes('far from')),
      [],
    );
    assert.deepEqual([...run.snapshot.model.components.keys()], ['A']);
  });
});

describe('a threat table', () => {
  it('is not taken for a table of assets, as CSV and in a workbook', async () => {
    const columns = ['Index', 'Component', 'Asset', 'First Entry-Point', 'Full Description', 'STRIDE Type'];
    const csv = await importRun({ 'threats.csv': `${columns.join(';')}\n1;A;B;x;y;Tampering\n` });
    const cells = columns.map((column, index) => text(`${columnLetters(index)}1`, column)).join('');
    const book = await importRun({ 'threats.xlsx': workbook({ rows: `<row r="1">${cells}</row>` }) });
    for (const [run, place] of [
      [csv, 'threats.csv'],
      [book, 'threats.xlsx:Data'],
    ] as const) {
      assert.equal(run.snapshot.model.components.size, 0);
      assert.deepEqual(
        notesOf(run.report, 'problem').filter((note) => note.startsWith(`${place}: This is a threat table`))
          .length,
        1,
        notesOf(run.report, 'problem').join('\n'),
      );
    }
  });
});
