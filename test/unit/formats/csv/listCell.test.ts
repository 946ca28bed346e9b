import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  joinList,
  LIST_SEPARATORS,
  ONLY_TO_SEPARATORS,
  splitItems,
  splitList,
} from '../../../../src/formats/csv/listCell';

function cell(value: string) {
  return { value, range: { start: 10, end: 10 + value.length }, textStart: 10 };
}

function split(value: string, separators?: string): string[] {
  return splitList(cell(value), separators).map((item) => item.value);
}

describe('splitList', () => {
  it('splits at comma, semicolon and line break, and trims', () => {
    assert.deepEqual(split('a, b;c\nd\r\ne ,, f'), ['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('takes a separator or backslash after a backslash into the name', () => {
    assert.deepEqual(split('a\\, b, c\\\\, d\\;e'), ['a, b', 'c\\', 'd;e']);
  });

  it('leaves other backslashes alone', () => {
    assert.deepEqual(split('C:\\dir, x\\|y, z\\'), ['C:\\dir', 'x\\|y', 'z\\']);
  });

  it('splits at | only where it is asked to', () => {
    assert.deepEqual(split('a|b'), ['a|b']);
    assert.deepEqual(split('a|b\\|c, d', ONLY_TO_SEPARATORS), ['a', 'b|c', 'd']);
  });

  it('gives each name its range, escapes included', () => {
    const value = ' a ,  b\\,c ;d';
    const ranges = splitList(cell(value)).map(({ range }) => value.slice(range.start - 10, range.end - 10));
    assert.deepEqual(ranges, ['a', 'b\\,c', 'd']);
  });

  it('gives every name the whole cell where characters moved', () => {
    const moved = { ...cell('a, b'), textStart: undefined };
    assert.deepEqual(
      splitList(moved).map(({ range }) => range),
      [moved.range, moved.range],
    );
  });

  it('keeps empty items where they matter', () => {
    assert.deepEqual(
      splitItems(cell('A||C|'), '|').map((item) => item.value),
      ['A', '', 'C', ''],
    );
  });
});

describe('joinList', () => {
  it('is read back as it was', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('a', 'ä', '\\', ',', ';', '|', '\n', ' ', ':'),
        minLength: 1,
        maxLength: 6,
      })
      .filter((text) => text.trim() === text && text !== '');
    for (const separators of [LIST_SEPARATORS, ONLY_TO_SEPARATORS, '|']) {
      fc.assert(
        fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
          assert.deepEqual(split(joinList(names, separators), separators), names);
        }),
        { numRuns: 1000 },
      );
    }
  });
});
