import assert from 'node:assert/strict';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { writeXlsx } from 'hucre/xlsx';
import { notesOf } from '../../support/importing';
import { randomFiles, toYaml } from '../../support/randomModel';
import { csvModel } from '../../support/csvModel';
import { randomModel } from '../../support/randomModel';
import { worksheetXlsx } from '../../../src/report/worksheetWriters';
import { isStrideType } from '../../../src/formats/stride';
import {
  comeBack,
  CSV_MODEL,
  DIALECTS,
  fill,
  naiveRatings,
  saved,
  type Texts,
  worksheetOf,
  YAML_MODEL,
} from '../../support/worksheets';
import { snapshotOf } from '../../support/caret';

const ANSWERS = ['5.1', 'none', 'usb', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'];
const SCORES: ReadonlyMap<string, number> = new Map([
  ['5.1', 5.1],
  ['none', 0],
  ['usb', 6.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 7.5],
]);

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The scores that a filled sheet gives, by relation and type; cells that stayed empty give none. */
function answers({ columns, rows }: Sheet): Map<string, number> {
  return new Map(
    rows.flatMap(([component, name = '', ...cells]) =>
      cells.flatMap((cell, index): [string, number][] => {
        const type = columns[index + 2] ?? '';
        const interfaceName = name.replaceAll('\\', '');
        return isStrideType(type) && cell !== ''
          ? [[JSON.stringify([component, interfaceName, type]), SCORES.get(cell) ?? Number.NaN]]
          : [];
      }),
    ),
  );
}

function csvOf(sheet: Sheet, dialect = DIALECTS[0]): Uint8Array {
  assert.ok(dialect);
  return saved([sheet.columns, ...sheet.rows], dialect);
}

async function xlsxOf(sheet: Sheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of worksheetXlsx(sheet)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Lines of a text that another one does not have, in order. */
function lostLines(before: string, after: string): string[] {
  const kept = new Set(after.split(/\r?\n/));
  return before.split(/\r?\n/).filter((line) => !kept.has(line));
}

describe('a filled worksheet', () => {
  for (const [what, model] of [
    ['YAML', YAML_MODEL],
    ['CSV', CSV_MODEL],
  ] as const) {
    for (const dialect of DIALECTS) {
      it(`comes back into a model in ${what}: ${dialect.name}`, async () => {
        const sheet = worksheetOf(model, false);
        const filled = { columns: sheet.columns, rows: fill(sheet, ANSWERS) };
        const { texts, report } = await comeBack(model, { 'sheet.csv': csvOf(filled, dialect) });
        assert.deepEqual(notesOf(report, 'problem'), []);
        const expected = new Map([...naiveRatings(model), ...answers(filled)]);
        assert.deepEqual(new Map([...naiveRatings(texts)].sort()), new Map([...expected].sort()));
        assert.deepEqual(
          snapshotOf(texts).problems.filter(({ severity }) => severity === 'error'),
          [],
        );
      });
    }

    it(`comes back into a model in ${what} as XLSX, which another reader reads too`, async () => {
      const sheet = worksheetOf(model, false);
      const filled = { columns: sheet.columns, rows: fill(sheet, ANSWERS) };
      const bytes = await xlsxOf(filled);
      const [first] = await readXlsxFile(Buffer.from(bytes));
      assert.deepEqual(
        first?.data.map((row) => row.map((cell) => cell ?? '')),
        [filled.columns, ...filled.rows],
      );
      const { texts, report } = await comeBack(model, { 'sheet.xlsx': bytes });
      assert.deepEqual(notesOf(report, 'problem'), []);
      const expected = new Map([...naiveRatings(model), ...answers(filled)]);
      assert.deepEqual(new Map([...naiveRatings(texts)].sort()), new Map([...expected].sort()));
    });

    it(`changes nothing in ${what} where nothing was filled in or changed`, async () => {
      for (const all of [false, true]) {
        for (const dialect of DIALECTS) {
          const sheet = worksheetOf(model, all);
          const { texts } = await comeBack(model, { 'sheet.csv': csvOf(sheet, dialect) });
          assert.deepEqual(texts, model, `${dialect.name} ${all}`);
        }
        const { texts } = await comeBack(model, { 'sheet.xlsx': await xlsxOf(worksheetOf(model, all)) });
        assert.deepEqual(texts, model);
      }
    });
  }

  it('takes numbers that a spreadsheet has made of scores', async () => {
    const sheet = worksheetOf(YAML_MODEL, false);
    const rows = fill(sheet, ['5.1']).map((row) =>
      row.map((cell) => (/^\d+\.\d$/.test(cell) ? Number(cell) + 1e-15 : cell)),
    );
    const bytes = await writeXlsx({ sheets: [{ name: 'Ratings', rows: [[...sheet.columns], ...rows] }] });
    const { texts, report } = await comeBack(YAML_MODEL, { 'sheet.xlsx': Uint8Array.from(bytes) });
    assert.deepEqual(notesOf(report, 'problem'), []);
    assert.equal(naiveRatings(texts).get(JSON.stringify(['Terminal', 'Buchse', 'E'])), 5.1);
  });
});

describe('a changed worksheet of all relations', () => {
  function changedRows(sheet: Sheet, from: string, to: string): Sheet {
    return { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === from ? to : cell))) };
  }

  it('changes the rating where it stands in YAML; quotes, remarks and order stay', async () => {
    const sheet = changedRows(
      worksheetOf(YAML_MODEL, true),
      'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H',
      'usb',
    );
    const { texts } = await comeBack(YAML_MODEL, { 'sheet.csv': csvOf(sheet) });
    const before = YAML_MODEL['ratings.tmg.yaml'] ?? '';
    assert.equal(
      texts['ratings.tmg.yaml'],
      before.replace("'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H'", "'usb'"),
    );
    assert.equal(texts['topology.tmg.yaml'], YAML_MODEL['topology.tmg.yaml']);
  });

  it('adds ratings beside those of the component, and loses no line', async () => {
    const sheet = worksheetOf(YAML_MODEL, false);
    const { texts } = await comeBack(YAML_MODEL, {
      'sheet.csv': csvOf({ columns: sheet.columns, rows: fill(sheet, ANSWERS) }),
    });
    for (const [name, before] of Object.entries(YAML_MODEL)) {
      assert.deepEqual(lostLines(before, texts[name] ?? ''), [], name);
    }
    assert.match(texts['ratings.tmg.yaml'] ?? '', /E: none\n {6}note: agreed\n {6}D: 5\.1\n/);
    assert.equal(texts['topology.tmg.yaml'], YAML_MODEL['topology.tmg.yaml']);
  });

  it('gives one interface of a row of several a row of its own', async () => {
    const sheet = worksheetOf(CSV_MODEL, true);
    const rows = sheet.rows.map((row) =>
      row[0] === 'Steuerung' && row[1] === 'USB' ? replaceAt(row, 6, '2.5') : row,
    );
    const { texts } = await comeBack(CSV_MODEL, { 'sheet.csv': csvOf({ ...sheet, rows }) });
    assert.deepEqual(naiveRatings(texts).get(JSON.stringify(['Steuerung', 'USB', 'T'])), 2.5);
    assert.deepEqual(naiveRatings(texts).get(JSON.stringify(['Steuerung', 'Feldbus', 'T'])), 7.5);
    assert.match(texts['ratings.tmg.csv'] ?? '', /^Steuerung;"?USB"?;2,5;;none/m);
  });

  it('takes a changed note', async () => {
    for (const model of [YAML_MODEL, CSV_MODEL]) {
      const sheet = worksheetOf(model, true);
      const column = sheet.columns.indexOf('Note');
      const rows = sheet.rows.map((row, index) => replaceAt(row, column, `note ${index}: "ok"`));
      const { texts, report } = await comeBack(model, { 'sheet.csv': csvOf({ ...sheet, rows }) });
      assert.deepEqual(notesOf(report, 'problem'), []);
      const { components } = snapshotOf(texts).model;
      for (const [index, row] of rows.entries()) {
        const relation = components.get(row[0] ?? '')?.relations.get((row[1] ?? '').replaceAll('\\', ''));
        assert.deepEqual(relation?.notes, [`note ${index}: "ok"`]);
      }
    }
  });

  it('overrides a rule only where the answer is another one', async () => {
    const sheet = worksheetOf(YAML_MODEL, true);
    const same = await comeBack(YAML_MODEL, { 'sheet.csv': csvOf(sheet) });
    assert.deepEqual(same.texts, YAML_MODEL);
    const other = await comeBack(YAML_MODEL, { 'sheet.csv': csvOf(changedRows(sheet, '3.3', '4.4')) });
    assert.equal(naiveRatings(other.texts).get(JSON.stringify(['Steuerung', 'Tür, links', 'D'])), 4.4);
  });

  it('makes the file that is missing', async () => {
    const model: Texts = { 'topology.tmg.csv': 'Component,Interface\nA,x\nB,x\n' };
    const { texts } = await comeBack(model, { 'sheet.csv': Buffer.from('Component,Interface,T\nA,x,5.1\n') });
    assert.deepEqual(naiveRatings(texts).get(JSON.stringify(['A', 'x', 'T'])), 5.1);
  });
});

describe('a worksheet with mistakes', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'a component that is not there',
      'Steuerun,Feldbus,5',
      /no component "Steuerun"; did you mean "Steuerung"\?$/,
    ],
    [
      'an interface that is not there',
      'Steuerung,Feldbuss,5',
      /no interface "Feldbuss"; did you mean "Feldbus"\?$/,
    ],
    ['a vector that is none', 'Steuerung,Feldbus,CVSS:3.1/AV:X', /sheet\.csv:2:\d+: /],
    ['a name that is none', 'Steuerung,Feldbus,usp', /"usp" is the name of no vector; did you mean "usb"\?$/],
    ['a date', 'Steuerung,Feldbus,07. Jan', /A spreadsheet has made a date of this score/],
    ['a score above 10', 'Steuerung,Feldbus,11', /outside 0 to 10/],
    ['two answers', 'Steuerung,Feldbus,5\nSteuerung,Feldbus,6', /two answers for T/],
  ];
  for (const [what, rows, expected] of cases) {
    it(`says so, with the line, and takes the rest: ${what}`, async () => {
      const text = `Component,Interface,T\n${rows}\nTerminal,Buchse,1.5\n`;
      const { texts, report } = await comeBack(YAML_MODEL, { 'sheet.csv': Buffer.from(text) });
      assert.match(notesOf(report, 'problem')[0] ?? '', expected);
      assert.equal(naiveRatings(texts).get(JSON.stringify(['Terminal', 'Buchse', 'T'])), 1.5);
    });
  }

  it('leaves ratings out where they do not count', async () => {
    const text = 'Component,Interface,T\nVirtual-Kabel,USB,5\n';
    const { texts, report } = await comeBack(YAML_MODEL, { 'sheet.csv': Buffer.from(text) });
    assert.deepEqual(texts, YAML_MODEL);
    assert.match(notesOf(report, 'left-out')[0] ?? '', /is Virtual/);
  });

  it('names row and sheet of a workbook', async () => {
    const rows = [['Ratings of June'], [], ['Component', 'Interface', 'T'], ['Nobody', 'x', '5']];
    const bytes = Uint8Array.from(await writeXlsx({ sheets: [{ name: 'June', rows }] }));
    const { report } = await comeBack(YAML_MODEL, { 'sheet.xlsx': bytes });
    assert.match(
      notesOf(report, 'problem')[0] ?? '',
      /^sheet\.xlsx:June!A4: The model has no component "Nobody"/,
    );
  });
});

describe('worksheets of random models', () => {
  const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H';

  async function holds(model: Texts, seed: number): Promise<void> {
    const sheet = worksheetOf(model, true);
    if (!sheet.columns.some(isStrideType)) {
      // Nothing threatens any asset of the model in a type that it asks for.
      return;
    }
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 16;
    };
    const rows = sheet.rows.map((row) =>
      row.map((cell, index) =>
        isStrideType(sheet.columns[index] ?? '') && next() % 3 === 0
          ? (['5.1', 'none', VECTOR][next() % 3] ?? '')
          : cell,
      ),
    );
    const filled = { columns: sheet.columns, rows };
    const before = naiveRatings(model);
    const wanted = new Map([...answers(filled)].filter(([, score]) => !Number.isNaN(score)));
    const { texts } = await comeBack(model, { 'sheet.csv': csvOf(filled, DIALECTS[2]) });
    const after = naiveRatings(texts);
    for (const [key, score] of new Map([...before, ...wanted])) {
      assert.equal(after.get(key), score, key);
    }
    assert.equal(after.size, new Map([...before, ...wanted]).size);
  }

  it('come back with every answer, and everything else as it was: YAML in several files', async () => {
    const property = fc.asyncProperty(randomFiles, fc.nat(), async (files, seed) =>
      holds(Object.fromEntries([...files].map(([name, document]) => [name, toYaml(document)])), seed),
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it('come back with every answer, and everything else as it was: CSV tables', async () => {
    const property = fc.asyncProperty(randomModel, fc.nat(), async (document, seed) =>
      holds(Object.fromEntries(csvModel(document)), seed),
    );
    await fc.assert(property, { numRuns: 150 });
  });
});

function replaceAt(row: readonly string[], column: number, text: string): string[] {
  return row.map((cell, index) => (index === column ? text : cell));
}

describe('what a worksheet says beside ratings', () => {
  const YAML: Texts = {
    'model.tmg.yaml': `components: {A: {interfaces: [x, y]}, B: {interfaces: [x]}}
settings: {stride: [T, E]}
ratings:
  A:
    x: {T: 5.0, techniques: {E: [T1068]}, status: draft, ref: 'SEC-1'} # mine
    y: {E: 4.0, techniques: [T1078, T1133]}
`,
  };
  const CSV: Texts = {
    'topology.tmg.csv': 'Component;Interface\nA;x, y\nB;x\n',
    'ratings.tmg.csv':
      'Component;Interface;T;E;Techniques;Status;Ref\nA;x;5,0;;E: T1068;draft;SEC-1\nA;y;;4,0;T1133 T1078;;\n',
  };
  const settings = 'settings: {stride: [T, E]}\n';
  const models = [YAML, { ...CSV, 'model.tmg.yaml': settings }];

  it('stands in its cells, comes back unchanged without an edit, and changed or new as one', async () => {
    for (const model of models) {
      const sheet = worksheetOf(model, true);
      const at = (name: string): number => sheet.columns.indexOf(name);
      assert.deepEqual(
        sheet.rows.map((row) => [row[at('Status')], row[at('Ref')], row[at('Techniques')]]),
        [
          ['draft', 'SEC-1', 'E: T1068'],
          ['', '', 'T1078 T1133'],
          ['', '', ''],
        ],
      );
      assert.deepEqual((await comeBack(model, { 'sheet.xlsx': await xlsxOf(sheet) })).texts, model);
      const filled = [
        ['agreed', 'SEC-2', 'T: T1499; E: T1068 T1078'],
        ['draft', '', 'T1078'],
        ['agreed', 'SEC-3', 'T1190'],
      ];
      const rows = sheet.rows.map((row, index) =>
        row.map((cell, column) => {
          const own = [at('Status'), at('Ref'), at('Techniques')].indexOf(column);
          return own < 0 ? cell : (filled[index]?.[own] ?? '');
        }),
      );
      const { texts, report } = await comeBack(model, { 'sheet.xlsx': await xlsxOf({ ...sheet, rows }) });
      assert.deepEqual(notesOf(report, 'problem'), []);
      assert.deepEqual(
        snapshotOf(texts).problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      const again = worksheetOf(texts, true);
      assert.deepEqual(
        again.rows.map((row) => [row[at('Status')], row[at('Ref')], row[at('Techniques')]]),
        filled,
      );
      assert.deepEqual(naiveRatings(texts), naiveRatings(model));
    }
  });

  it('keeps remarks and quotes in YAML', async () => {
    const text = 'Component,Interface,Status,Ref,Techniques,T\nA,x,agreed,SEC-2,T1068,\n';
    const { texts } = await comeBack(YAML, { 'sheet.csv': Buffer.from(text) });
    assert.match(
      texts['model.tmg.yaml'] ?? '',
      /x: \{T: 5\.0, techniques: \[T1068\], status: agreed, ref: 'SEC-2'\} # mine/,
    );
  });
});
