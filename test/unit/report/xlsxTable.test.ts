import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { xlsxTable, type XlsxTableOptions } from '../../../src/report/xlsxTable';
import { THREAT_COLUMNS } from '../../../src/formats/threatColumns';
import { threatRow } from '../../../src/threats/threatRow';
import { EXAMPLES, exampleFiles } from '../../support/exampleFiles';
import { goldenModel } from '../../support/golden';
import { modelFrom } from '../../support/modelFrom';
import { toYaml } from '../../support/randomModel';
import { ratedModel } from '../../support/randomTable';
import { elementsOf, parseXml, textOf, type XmlElement } from '../../support/wellFormedXml';
import { collected, type ReadSheet, readWorkbook, readZip } from '../../support/xlsxFile';

const GOLDEN = computeChains(modelFrom(goldenModel('E: 6.8')).model);

async function written(set: ChainSet, options?: XlsxTableOptions): Promise<Buffer> {
  return collected(xlsxTable(set, options));
}

/** The rows of all sheets of threats, the header of each taken off. */
function threatRows(sheets: readonly ReadSheet[]): ReadSheet['rows'] {
  const threats = sheets.filter(({ name }) => name !== 'Model');
  return threats.flatMap(({ rows: [header, ...rows] }) => {
    assert.deepEqual(header, THREAT_COLUMNS);
    return rows;
  });
}

/** What the engine says of the chains at some positions; an empty text is an empty cell. */
function expectedRows(set: ChainSet, positions: readonly number[] = [...Array(set.size).keys()]) {
  return positions.map((position) => {
    const row = threatRow(set.chain(position), set.model);
    return THREAT_COLUMNS.map((column) => (row[column] === '' ? null : (row[column] ?? null)));
  });
}

/** The elements of the sheets, by file. */
function sheetElements(file: Buffer): Map<string, XmlElement> {
  const sheets = [...readZip(file)].filter(([name]) => name.startsWith('xl/worksheets/'));
  return new Map(sheets.map(([name, text]) => [name, parseXml(text.replace(/^<\?xml [^>]*\?>\s*/, ''))]));
}

/** The model of a component, an interface, an asset and a facility of these names, in double quotes as YAML has them. */
function namedModel(...names: readonly [string, string, string, string]): ChainSet {
  const [component, entry, asset, facility] = names.map((name) => JSON.stringify(name));
  const { model } = modelFrom(`name: ${asset}
components: {${component}: {facility: ${facility}, interfaces: [${entry}], assets: {${asset}: {}}}}
interfaces: {${entry}: {entry: true, attackers: [${facility}]}}
ratingRules: [{match: {component: "*"}, T: 5}]
`);
  const set = computeChains(model);
  assert.equal(set.size, 1);
  return set;
}

describe('xlsxTable', () => {
  it('is read back cell by cell for the examples', async () => {
    for (const name of EXAMPLES) {
      const { model } = modelFrom(exampleFiles(name));
      const set = computeChains(model, chainOptions(model.settings, { maxLength: 9 }));
      assert.deepEqual(threatRows(await readWorkbook(await written(set))), expectedRows(set), name);
    }
  });

  it('is read back cell by cell for random models, in sheets of any size', async () => {
    let sheets = 0;
    await fc.assert(
      fc.asyncProperty(ratedModel, fc.integer({ min: 1, max: 40 }), async (document, rowsPerSheet) => {
        const set = computeChains(modelFrom(toYaml(document)).model);
        const read = await readWorkbook(await written(set, { rowsPerSheet }));
        assert.deepEqual(threatRows(read), expectedRows(set));
        sheets = Math.max(sheets, read.length);
      }),
      { numRuns: 60 },
    );
    assert.ok(sheets > 5, String(sheets));
  });

  it('begins a further sheet where one is full, and only then', async () => {
    const names = async (rowsPerSheet: number): Promise<(readonly [string, number])[]> =>
      (await readWorkbook(await written(GOLDEN, { rowsPerSheet }))).map(({ name, rows }) => [
        name,
        rows.length,
      ]);
    assert.equal(GOLDEN.size, 18);
    const model = (await names(100)).at(-1);
    assert.deepEqual(await names(18), [['Threats', 19], model]);
    assert.deepEqual(await names(17), [['Threats', 18], ['Threats 2', 2], model]);
    const many = await names(1);
    assert.equal(many.length, 19);
    assert.deepEqual(many[17], ['Threats 18', 2]);
  });

  it('has a header and no rows where there are no chains', async () => {
    const set = computeChains(modelFrom(goldenModel('E: none')).model);
    const sheets = await readWorkbook(await written(set));
    assert.deepEqual(sheets[0], { name: 'Threats', rows: [[...THREAT_COLUMNS]] });
  });

  it('has only the rows that are asked for, in their order', async () => {
    const positions = Int32Array.of(3, 1, 17);
    const sheets = await readWorkbook(await written(GOLDEN, { positions, rowsPerSheet: 2 }));
    assert.deepEqual(threatRows(sheets), expectedRows(GOLDEN, [3, 1, 17]));
    assert.deepEqual(sheets.at(-1)?.rows[1]?.slice(0, 2), ['Rows in this file', 3]);
  });

  it('keeps the header in sight, filters all rows, and says how wide columns are', async () => {
    const file = await written(GOLDEN, { rowsPerSheet: 10 });
    const sheets = sheetElements(file);
    for (const [name, lastRow] of [
      ['xl/worksheets/sheet1.xml', 11],
      ['xl/worksheets/sheet2.xml', 9],
    ] as const) {
      const sheet = sheets.get(name);
      assert.ok(sheet);
      const attributes = (element: string): unknown[] =>
        elementsOf(sheet, element).map((found) => Object.fromEntries(found.attributes));
      assert.deepEqual(attributes('pane'), [
        { ySplit: '1', topLeftCell: 'A2', state: 'frozen', activePane: 'bottomLeft' },
      ]);
      assert.deepEqual(attributes('autoFilter'), [{ ref: `A1:T${lastRow}` }]);
      assert.deepEqual(attributes('dimension'), [{ ref: `A1:T${lastRow}` }]);
      assert.equal(attributes('col').length, 20);
    }
    assert.match(
      readZip(file).get('xl/workbook.xml') ?? '',
      /<definedName name="_xlnm\._FilterDatabase" localSheetId="1">'Threats 2'!\$A\$1:\$T\$9<\/definedName>/,
    );
  });

  it('gives every cell its type and its place, and has no formula', async () => {
    const file = await written(namedModel('=1+1', '@SUM(A1)', '-2+3', '+cmd|x'), { rowsPerSheet: 7 });
    for (const [name, sheet] of sheetElements(file)) {
      assert.deepEqual(elementsOf(sheet, 'f'), [], name);
      const cells = elementsOf(sheet, 'c');
      assert.ok(cells.length > 30, name);
      for (const cell of cells) {
        const content = textOf(cell);
        if (cell.attributes.get('t') !== 'inlineStr') {
          assert.equal(cell.attributes.get('t'), undefined);
          assert.match(content, /^[\d.e-]+$/);
        }
      }
      for (const row of elementsOf(sheet, 'row')) {
        const number = row.attributes.get('r');
        const places = elementsOf(row, 'c').map(({ attributes }) => attributes.get('r') ?? '');
        assert.ok(
          places.every((place) => place.replace(/^[A-T]/, '') === number),
          places.join(' '),
        );
        assert.deepEqual(places, [...new Set(places)].sort());
      }
    }
  });

  it('tells how many rows have been written', async () => {
    const { model } = modelFrom(exampleFiles('autopilot'));
    const set = computeChains(model, chainOptions(model.settings, { maxLength: 11 }));
    const told: number[] = [];
    await written(set, { progress: (rows) => told.push(rows) });
    assert.ok(told.length > 2, String(told.length));
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
    assert.equal(told.at(-1), set.size);
  });

  it('is the same for the same chains, whenever it is written', async () => {
    const writtenIn = async (year: number): Promise<Buffer> => {
      mock.timers.enable({ apis: ['Date'], now: new Date(year, 1, 2) });
      try {
        return await written(GOLDEN);
      } finally {
        mock.timers.reset();
      }
    };
    assert.deepEqual(await writtenIn(2001), await writtenIn(2047));
  });

  it('bears a reader that stops early', async () => {
    const { model } = modelFrom(exampleFiles('autopilot'));
    const set = computeChains(model, chainOptions(model.settings, { maxLength: 11 }));
    let rows = 0;
    const pieces = xlsxTable(set, { progress: (count) => (rows = count) });
    for await (const piece of pieces) {
      if (piece.length > 1000 && rows > 0) {
        break;
      }
    }
    for (let turn = 0; turn < 1000; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(rows > 0 && rows < set.size, `${rows} of ${set.size}`);
  });
});

describe('hostile names in XLSX', () => {
  /** Writes a name in four places and reads it back from all of them. */
  async function readBack(name: string): Promise<(string | number | null | undefined)[]> {
    const sheets = await readWorkbook(await written(namedModel(name, name, name, name)));
    const [, row] = sheets[0]?.rows ?? [];
    return [row?.[1], row?.[2], row?.[3], row?.[8], row?.[10], sheets[1]?.rows[0]?.[1]];
  }

  const KEPT: readonly (readonly [string, string])[] = [
    ['formulas', '=HYPERLINK("http://example.com";"x")'],
    ['a formula of another kind', "@SUM(1+9)*cmd|' /C calc'!A0"],
    ['markup', `<is></is></c>&amp;<![CDATA[x]]>"'&#10;`],
    ['control characters that XML forbids', 'a\u0001b\u0000c\u001fd\u000be\u0008'],
    ['characters that XML forbids and that are none', 'a\ufffeb\uffffc'],
    ['what looks like the escape of a control character', '_x0041_x0042_ _x000D_ _x005F_'],
    ['line breaks and tabs', 'one\r\ntwo\nthree\rfour\tfive'],
    ['right to left', '\u202eevil\u202c \u05d0\u05d1\u05d2 \u0627\u0644'],
    ['characters beyond the basic plane', '😀𝄞'],
    ['error values', '#REF!'],
    ['numbers', '007'],
    ['blanks within', 'a  b   c'],
    ['C1 control characters', 'a\u0085b\u009fc'],
  ];
  for (const [what, name] of KEPT) {
    it(`keeps ${what}`, async () => {
      assert.deepEqual(
        await readBack(name),
        Array.from({ length: 6 }, () => name),
      );
    });
  }

  it('replaces halves of surrogate pairs', async () => {
    assert.deepEqual(
      await readBack('a\ud800b\udc00c'),
      Array.from({ length: 6 }, () => 'a\ufffdb\ufffdc'),
    );
  });

  it('cuts what is longer than a cell can be, never within a character', async () => {
    const [long] = await readBack('x'.repeat(40_000));
    assert.equal(long, `${'x'.repeat(32_766)}…`);
    const [pairs] = await readBack(`x${'😀'.repeat(20_000)}`);
    assert.equal(pairs, `x${'😀'.repeat(16_382)}…`);
    const [fitting] = await readBack('\u0001'.repeat(32_767));
    assert.equal(fitting, '\u0001'.repeat(32_767));
  });

  it('survive whatever they are', async () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !text.includes('\u0000'));
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        assert.deepEqual(
          await readBack(`n${text}`),
          Array.from({ length: 6 }, () => `n${text}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});
