import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { CsvTokens } from '../../../../src/formats/csv/csvTokens';
import { tokenize } from '../../../../src/formats/csv/tokenizer';
import { readsInProportion } from '../../../support/charactersRead';

function rows(tokens: CsvTokens): string[][] {
  return Array.from({ length: tokens.recordCount }, (_, record) =>
    Array.from({ length: tokens.fieldCount(record) }, (_, column) => tokens.value(record, column)),
  );
}

function problems(text: string): string[] {
  const tokens = tokenize(text, ',');
  return Array.from({ length: tokens.recordCount }, (_, record) =>
    Array.from(
      { length: tokens.fieldCount(record) },
      (_, column) => tokens.field(record, column)?.problem ?? '',
    ),
  )
    .flat()
    .filter((problem) => problem !== '');
}

const plainField = fc.string({
  unit: fc.constantFrom('a', 'B', '1', ' ', 'ä', '😀', '.', "'", '='),
  maxLength: 6,
});
const wildField = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', 'ö', '😀'),
  maxLength: 8,
});
const cell = fc.oneof(
  plainField,
  wildField.map((text) => `"${text.replaceAll('"', '""')}"`),
);

describe('tokenize', () => {
  it('agrees with csv-parse on every value, and every range slices back', () => {
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    const delimiter = fc.constantFrom(',', ';', '\t');
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    let compared = 0;
    fc.assert(
      fc.property(table, lineEnd, delimiter, fc.boolean(), (cells, end, mark, closed) => {
        const text = cells.map((row) => row.join(mark)).join(end) + (closed ? end : '');
        const expected = parse(text, {
          delimiter: mark,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
        }) as string[][];
        const tokens = tokenize(text, mark);
        assert.deepEqual(rows(tokens), expected);
        for (const [record, row] of expected.entries()) {
          const fields = row.map((_, column) => tokens.field(record, column));
          const whole = tokens.recordRange(record);
          assert.equal(fields[0]?.range.start, whole.start);
          assert.equal(fields.at(-1)?.range.end, whole.end);
          for (const [column, field] of fields.entries()) {
            assert.ok(field);
            compared++;
            const inner = text.slice(field.inner.start, field.inner.end);
            assert.equal(field.moved, inner !== field.value);
            assert.equal(inner.replaceAll('""', '"'), row[column]);
            assert.equal(text.slice(field.range.start, field.range.end), field.quoted ? `"${inner}"` : inner);
            assert.equal(field.problem, undefined);
          }
        }
      }),
      { numRuns: 4000 },
    );
    assert.ok(compared > 10_000);
  });

  it('ends lines with LF, CRLF and CR, and keeps them inside quotes', () => {
    assert.deepEqual(rows(tokenize('a,b\nc\r\nd\re,"f\r\ng"', ',')), [
      ['a', 'b'],
      ['c'],
      ['d'],
      ['e', 'f\r\ng'],
    ]);
  });

  it('makes no record of a final line end, and one of an empty line', () => {
    assert.deepEqual(rows(tokenize('', ',')), []);
    assert.deepEqual(rows(tokenize('a\n', ',')), [['a']]);
    assert.deepEqual(rows(tokenize('a\n\nb,', ',')), [['a'], [''], ['b', '']]);
  });

  it('has one column without a delimiter', () => {
    assert.deepEqual(rows(tokenize('a,b;c\td\n"e"', undefined)), [['a,b;c\td'], ['e']]);
  });

  it('ends the cell of an unclosed quote with its line', () => {
    const text = 'a,"b, c\nd,"e"\nf,g\n';
    assert.deepEqual(rows(tokenize(text, ',')), [
      ['a', 'b, c'],
      ['d', 'e'],
      ['f', 'g'],
    ]);
    assert.deepEqual(problems(text), ['unclosed']);
  });

  it('sees each of several unclosed quotes, the last one in the text too', () => {
    const text = 'a,"b\nc,"d\n"e,f\ng,""\nh,"i';
    assert.deepEqual(rows(tokenize(text, ',')), [['a', 'b'], ['c', 'd'], ['e,f'], ['g', ''], ['h', 'i']]);
    assert.deepEqual(problems(text), ['unclosed', 'unclosed', 'unclosed', 'unclosed']);
  });

  it('takes characters after a closing quote into the cell, as spreadsheets do', () => {
    const text = '"a"b,"c ""x"" d" e,f\n';
    assert.deepEqual(rows(tokenize(text, ',')), [
      ['ab', 'c "x" d e', 'f'].map((value) => value.replace('d e', 'd e')),
    ]);
    assert.deepEqual(problems(text), ['stray', 'stray']);
  });

  it('passes over blanks around a quoted cell', () => {
    const tokens = tokenize('a, "b, c" ,d', ',');
    assert.deepEqual(rows(tokens), [['a', 'b, c', 'd']]);
    assert.deepEqual(problems('a, "b, c" ,d'), []);
  });

  it('takes quotes inside an unquoted cell as they are', () => {
    assert.deepEqual(rows(tokenize('19" rack,b""c\n', ',')), [['19" rack', 'b""c']]);
  });

  it('does not read far text again and again', () => {
    const textOf = (lines: number): string => `"x\n${'"" ,""\n"a""\n'.repeat(lines)}`;
    assert.ok(tokenize(textOf(2000), ',').recordCount > 2000);
    assert.ok(readsInProportion((lines) => () => tokenize(textOf(lines), ',')));
  });

  it('reads no more records than asked for', () => {
    assert.deepEqual(rows(tokenize('a\nb\nc\n', ',', 2, 1)), [['b']]);
  });
});
