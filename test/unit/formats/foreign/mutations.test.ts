import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { errorsOf, IMPORT_FIXTURES, importRun } from '../../../support/importing';
import { MODEL_TABLES } from '../../../support/modelTables';
import { mutate, randomFrom } from '../../../support/mutations';

const RUNS = 2000;

function asCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map((cell) => (cell === null ? '' : `"${cell}"`)).join(';')).join('\r\n');
}

async function survive(files: Readonly<Record<string, string | Uint8Array>>, what: string): Promise<number> {
  const { texts, snapshot, report } = await importRun(files);
  assert.deepEqual(errorsOf(snapshot), [], what);
  assert.ok(
    Object.keys(texts).length > 0 || report.notes.some(({ kind }) => kind === 'problem'),
    `${what}: neither a model nor a problem`,
  );
  return Object.keys(texts).length > 0 ? 1 : 0;
}

describe('importFiles on mutations', () => {
  for (const file of readdirSync(IMPORT_FIXTURES).sort()) {
    it(`neither throws nor makes a model with errors: ${RUNS} of ${file}`, async () => {
      const text = readFileSync(`${IMPORT_FIXTURES}/${file}`, 'utf8');
      let models = 0;
      for (let seed = 0; seed < RUNS; seed++) {
        models += await survive({ [file]: mutate(text, seed) }, `seed ${seed}`);
      }
      assert.ok(models > RUNS / 2, `only ${models} models`);
    });
  }

  it(`neither throws nor makes a model with errors: ${RUNS} of CSV tables`, async () => {
    const tables = Object.entries(MODEL_TABLES).map(([name, rows]) => [`${name}.csv`, asCsv(rows)] as const);
    let models = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const files = tables.map(([name, text], index) => [
        name,
        seed % tables.length === index ? mutate(text, seed) : text,
      ]);
      models += await survive(Object.fromEntries(files) as Record<string, string>, `seed ${seed}`);
    }
    assert.ok(models > RUNS / 2, `only ${models} models`);
  });

  it(`neither throws nor makes a model with errors: ${RUNS} of a workbook, in its cells and in its bytes`, async () => {
    let models = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const random = randomFrom(seed);
      const sheets = Object.entries(MODEL_TABLES).map(([name, rows]) => ({
        name,
        rows: rows.map((row) => row.map((cell) => (random() < 0.05 ? mutate(String(cell), seed) : cell))),
      }));
      const bytes = Uint8Array.from(await writeXlsx({ sheets }));
      if (seed % 2 === 1) {
        for (let change = 0; change < 4; change++) {
          bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        }
      }
      models += await survive({ 'book.xlsx': bytes }, `seed ${seed}`);
    }
    assert.ok(models > RUNS / 4, `only ${models} models`);
  });
});
