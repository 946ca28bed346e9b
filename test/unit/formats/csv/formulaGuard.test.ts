import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCell } from '../../../../src/formats/csv/cell';
import { CsvEditor } from '../../../../src/formats/csv/editCsv';
import { tokenize } from '../../../../src/formats/csv/tokenizer';
import { csvLine } from '../../../../src/formats/csv/writeCsv';

const DELIMITERS = [',', ';', '\t'] as const;
const SPLITTERS = [',', ';', '\t', '|'] as const;

/** Texts of the characters that matter, and some that do not. */
const text = fc
  .array(fc.constantFrom('a', '1', ' ', "'", '"', '=', '+', '-', '@', '\t', '\r', '\n', ...SPLITTERS), {
    maxLength: 12,
  })
  .map((characters) => characters.join(''));

const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });

function written(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => csvLine(row, delimiter)).join('');
}

/** Splits as spreadsheets do: quotes count at the beginning of a cell, and what follows a closing one belongs to it. */
function asSpreadsheet(csv: string, delimiters: readonly string[]): string[] {
  const cells: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' = 'start';
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at] ?? '';
    if (state === 'quoted') {
      if (character !== '"') {
        cell += character;
      } else if (csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else {
        state = 'plain';
      }
    } else if (state === 'start' && character === '"') {
      state = 'quoted';
    } else if (delimiters.includes(character) || character === '\r' || character === '\n') {
      cells.push(cell);
      cell = '';
      state = 'start';
    } else {
      cell += character;
      state = 'plain';
    }
  }
  return [...cells, cell];
}

/** Every way to split a text but at its own delimiter without heeding quotes. */
function cellsOf(csv: string, delimiter: string): string[] {
  return SPLITTERS.flatMap((splitter) => [
    ...asSpreadsheet(csv, [splitter]),
    ...asSpreadsheet(csv, [splitter, delimiter]),
    ...parsed(csv, splitter),
    ...(splitter === delimiter ? [] : csv.split(/\r\n|\r|\n/).flatMap((line) => line.split(splitter))),
  ]);
}

/** What a library reads; nothing where quotes are not closed as it wants them. */
function parsed(csv: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(csv, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return rows.flat();
  } catch {
    return [];
  }
}

/** Whether a spreadsheet computes a cell, also one that takes white space off first. */
function isFormula(cell: string): boolean {
  return /^\s*[=+\-@]/.test(cell);
}

describe('CSV and formulas', () => {
  it('has no cell that is a formula, whatever a spreadsheet splits at', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const csv = written(rows, delimiter);
        const bad = cellsOf(csv, delimiter).filter(isFormula);
        assert.deepEqual(bad, [], JSON.stringify(csv));
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back as it was, blanks at the ends of cells aside', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const tokens = tokenize(written(rows, delimiter), delimiter);
        const read = rows.map((row, record) =>
          row.map((_, column) => {
            const field = tokens.field(record, column);
            return (field && readCell(field, tokens)?.value.trim()) ?? '';
          }),
        );
        assert.deepEqual(
          read,
          rows.map((row) => row.map((cell) => cell.trim())),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a cell that an edit writes, in whatever table', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...DELIMITERS), (value, delimiter) => {
        const csv = `Component${delimiter}Asset${delimiter}Note\nX${delimiter}Y${delimiter}Z\n`;
        const start = csv.lastIndexOf('Z');
        const edit = new CsvEditor(csv).setCell({ start, end: start + 1 }, value);
        assert.ok(edit);
        const after = csv.slice(0, edit.range.start) + edit.newText + csv.slice(edit.range.end);
        const tokens = tokenize(after, delimiter);
        const field = tokens.field(1, 2);
        assert.equal((field && readCell(field, tokens)?.value.trim()) ?? '', value.trim());
        assert.deepEqual(cellsOf(after, delimiter).filter(isFormula), [], JSON.stringify(after));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes what no spreadsheet takes for a formula as it always has', () => {
    const line = ['a;b', 'x|y', 'left - right', "it's", '1; 2', 'a = b', 'e@f', ';', '"-'];
    assert.equal(csvLine(line), `a;b,x|y,left - right,it's,1; 2,a = b,e@f,;,"""-"\r\n`);
    assert.equal(csvLine(['=1', '-', "'@x", '\tx']), "'=1,'-,''@x,'\tx\r\n");
  });

  it('takes long runs in a time that grows with their length', () => {
    for (const run of [' ', "'", '"', ';', ';"', '; ', "; '", '\n', '\t']) {
      const long = run.repeat(300_000);
      assert.ok(csvLine([`${long}x`, `a;${long}x`]).length >= 600_000);
    }
  });
});
