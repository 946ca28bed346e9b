import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { errorsOf, importRun, notesOf, outline } from '../../../support/importing';
import { naiveRatings } from '../../../support/worksheets';

type Cell = string | number | boolean | Date | null;

const EXAMPLE = 'examples/client-server-csv';

/** The tables of the example, which the workbook of LibreOffice was made from. */
function exampleTables(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(EXAMPLE)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(`${EXAMPLE}/${name}`, 'utf8')]),
  );
}

async function workbook(sheets: Readonly<Record<string, Cell[][]>>): Promise<Uint8Array> {
  return Uint8Array.from(
    await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }),
  );
}

describe('importFiles: workbooks', () => {
  it("reads the guide's three tables from a workbook of LibreOffice, with a title above one of them", async () => {
    const run = await importRun({ 'guide.xlsx': readFileSync('test/fixtures/workbooks/guide.xlsx') });
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.deepEqual(notesOf(run.report, 'problem'), []);
    assert.deepEqual(outline(run), {
      facilities: [],
      components: {
        Server:
          'Data Center |  | Gateway1 | DB{"security":4,"operation":3,"tech":2,"compliance":5}, Backend{"security":3,"operation":4,"tech":3,"compliance":2}',
        network: 'Data Center | Communication | Gateway1, Gateway2, Internet | ',
        Router: 'Data Center |  | Gateway2, LAN1 | ',
        'Client Computer':
          'Client |  | Terminal, LAN2 | Frontend{"security":2,"operation":3,"tech":1,"compliance":1}',
        'Virtual-Router-Client-Computer': '- |  | LAN1, LAN2 | ',
      },
      entries: [],
    });
    assert.deepEqual(naiveRatings(run.texts), naiveRatings(exampleTables()));
    assert.match(notesOf(run.report, 'left-out')[0] ?? '', /^guide\.xlsx \[Notes\]: No row at the top/);
  });

  it('reads the same tables from CSV files', async () => {
    const book = await importRun({ 'guide.xlsx': readFileSync('test/fixtures/workbooks/guide.xlsx') });
    const tables = await importRun(exampleTables());
    assert.deepEqual(outline(tables), outline(book));
    assert.deepEqual(naiveRatings(tables.texts), naiveRatings(book.texts));
  });

  it('reads vectors, entries and filters too', async () => {
    const bytes = await workbook({
      Interfaces: [
        ['Component', 'Interface'],
        ['A', 'x, y'],
        ['B', 'x'],
      ],
      Vectors: [
        ['Vector', 'CVSS'],
        ['usb', 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      ],
      Entries: [
        ['Interface', 'Entry', 'Into', 'Attackers', 'Periods'],
        ['x', true, 'A', 'outsider', 'night'],
      ],
      Banned: [['Banned'], ['B|*|A']],
      Only: [
        ['From', 'Via', 'Only To'],
        ['A', 'B', 'A'],
      ],
      Ratings: [
        ['Component', 'Interface', 'STRIDE', 'CVSS', 'Techniques', 'Note', 'Status'],
        ['A', 'x', 'Tampering', 'usb', 'T1068', 'by hand', 'agreed'],
        ['A', 'x', 'E', 7.1, null, null, null],
      ],
    });
    const run = await importRun({ 'book.xlsx': bytes });
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.deepEqual(notesOf(run.report, 'problem'), []);
    const { model } = run.snapshot;
    const relation = model.components.get('A')?.relations.get('x');
    assert.deepEqual(
      [
        relation?.ratings.T?.score,
        relation?.ratings.T?.techniques,
        relation?.ratings.E?.score,
        relation?.notes,
      ],
      [6.8, ['T1068'], 7.1, ['by hand']],
    );
    assert.deepEqual(model.interfaces.get('x'), {
      name: 'x',
      components: ['A', 'B'],
      entry: true,
      into: ['A'],
      attackers: ['outsider'],
      periods: ['night'],
    });
    assert.deepEqual(model.filters, [
      { kind: 'banned', sequence: ['B', '*', 'A'] },
      { kind: 'only', from: 'A', via: 'B', to: ['A'] },
    ]);
  });

  it('keeps the types that threaten an asset, over all rows', async () => {
    const bytes = await workbook({
      Assets: [
        ['Component', 'Asset', 'STRIDE Types'],
        ['A', 'Data', 'Denial of Service T'],
        ['A', 'Data', 'i'],
        ['A', 'Log', null],
      ],
    });
    const { snapshot } = await importRun({ 'b.xlsx': bytes });
    assert.deepEqual(
      [...snapshot.model.assets.values()].map(({ name, stride }) => [name, stride]),
      [
        ['Data', ['T', 'I', 'D']],
        ['Log', undefined],
      ],
    );
  });

  it('says what contradicts or leads nowhere, with sheet and row, and takes the rest', async () => {
    const bytes = await workbook({
      Assets: [
        ['Facility', 'Component', 'Asset', 'Id', 'Rating: Security'],
        ['North', 'A', 'Data', 'D', 4],
        ['South', 'A', 'Data', 'D', 9],
        ['North', 'B', 'Data', 'D', 1],
      ],
      Interfaces: [
        ['Component', 'Interface'],
        ['A', 'x'],
        ['B', 'x'],
      ],
      Ratings: [
        ['Component', 'Interface', 'T', 'E'],
        ['A', 'x', 5, 'CVSS:3.1/AV:Q'],
        ['A', 'x', 6, 'usp'],
        ['C', 'x', 5, null],
        ['B', 'x', new Date(Date.UTC(2026, 0, 7)), 5],
      ],
      Entries: [
        ['Interface', 'Entry', 'Into'],
        ['x', 'yes', 'C'],
        ['z', 'yes', null],
      ],
      Filters: [['Banned'], ['A|C']],
    });
    const run = await importRun({ 'b.xlsx': bytes });
    assert.deepEqual(errorsOf(run.snapshot), []);
    const problems = notesOf(run.report, 'problem');
    const expected = [
      /^b\.xlsx \[Assets\]:3: "A" lies in "North" already, so not in "South" too/,
      /^b\.xlsx \[Assets\]:3: Rating: Security must be a number from 0 to 5/,
      /^b\.xlsx \[Ratings\]:2: "Q" is no value of AV/,
      /^b\.xlsx \[Ratings\]:2: The metrics AC, PR, UI, S, C, I, A are missing/,
      /^b\.xlsx \[Ratings\]:3: "A" has another rating for T through "x" already, so 6 is left out/,
      /^b\.xlsx \[Ratings\]:3: "usp" is the name of no vector/,
      /^b\.xlsx \[Ratings\]:4: There is no component "C", so its ratings are left out/,
      /^b\.xlsx \[Ratings\]:5: A spreadsheet has made a date of this score \(2026-01-07\)/,
      /^b\.xlsx \[Entries\]:2: "C" does not have the interface "x" that is to lead into it/,
      /^b\.xlsx \[Entries\]:3: No component has the interface "z"/,
      /^b\.xlsx \[Filters\]:2: There is no component "C", so the filter is left out/,
    ];
    for (const pattern of expected) {
      assert.ok(
        problems.some((problem) => pattern.test(problem)),
        `${pattern} in\n${problems.join('\n')}`,
      );
    }
    assert.equal(problems.length, expected.length);
    const { model } = run.snapshot;
    assert.deepEqual([...model.assets.keys()], ['D', 'D (2)']);
    assert.equal(model.components.get('A')?.relations.get('x')?.ratings.T?.score, 5);
    assert.equal(model.components.get('B')?.relations.get('x')?.ratings.E?.score, 5);
  });

  it('says what to do with ratings alone, and with another kind of archive', async () => {
    const ratings = await workbook({
      R: [
        ['Component', 'Interface', 'T'],
        ['A', 'x', 5],
      ],
    });
    const alone = await importRun({ 'r.xlsx': ratings });
    assert.match(
      notesOf(alone.report, 'problem').at(-1) ?? '',
      /ratings alone come back into their model with --output/,
    );
    const zip = await importRun({ 'r.xlsx': Buffer.from('PK\u0003\u0004 something else') });
    assert.match(notesOf(zip.report, 'problem')[0] ?? '', /damaged or of another kind/);
  });
});
