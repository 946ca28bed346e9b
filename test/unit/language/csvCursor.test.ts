import { deepEqual, equal, ok } from 'node:assert/strict';
import { csvCursor } from '../../../src/language/csvCursor';
import { marked } from '../../support/caret';
import { exampleTexts, mutate, randomFrom } from '../../support/mutations';

/** Table, column, prefix and range at the caret, and what else stands around it. */
function at(source: string): unknown {
  const { text, offset } = marked(source);
  const cursor = csvCursor(text, offset);
  if (!cursor) {
    return undefined;
  }
  const { position, table, column, prefix, range, cell, part, siblings } = cursor;
  const place = position === 'header' ? 'header' : `${table} ${column}`;
  return [
    place,
    prefix,
    text.slice(range.start, range.end),
    text.slice(cell.start, cell.end),
    part,
    siblings.join('/'),
  ];
}

const CASES: readonly (readonly [string, string, unknown])[] = [
  ['an empty file', '|', ['header', '', '', '', 0, '']],
  ['a header', 'Component,Ass|', ['header', 'Ass', 'Ass', 'Ass', 0, 'Component']],
  [
    'a cell',
    'Component,Asset\nBö|se Kiste,X\n',
    ['assets Component', 'Bö', 'Böse Kiste', 'Böse Kiste', 0, ''],
  ],
  ['an empty cell', 'Component,Asset\nA, |\n', ['assets Asset', '', '', ' ', 0, '']],
  ['a new row', 'Component;Asset\r\nA;B\r\n|', ['assets Component', '', '', '', 0, '']],
  ['a blank row', 'Component;Asset\n|\nA;B\n', ['assets Component', '', '', '', 0, '']],
  ['a quoted cell', 'Component;Asset\n"A ""|x";B\n', ['assets Component', 'A ""', 'A ""x', '"A ""x"', 0, '']],
  ['a quote that nothing closes', 'Component;Asset\n"A|\nC;D\n', ['assets Component', 'A', 'A', '"A', 0, '']],
  ['a blank at the end', 'Component;Asset\nA |;B\n', ['assets Component', 'A ', 'A ', 'A ', 0, '']],
  [
    'an item of a list',
    'Component,Interface\nA,"X, Y|z, W"\n',
    ['interfaces Interface', 'Y', 'Yz', '"X, Yz, W"', 1, 'X/W'],
  ],
  ['no item yet', 'Component;Interface\nA;X, |\n', ['interfaces Interface', '', '', 'X, ', 1, 'X']],
  [
    'a separator of a name',
    'Component;Interface\nA;X\\, y|\n',
    ['interfaces Interface', 'X\\, y', 'X\\, y', 'X\\, y', 0, ''],
  ],
  ['a label', 'Component,Interface\nA:Comm|,X\n', ['interfaces Component', 'Comm', 'Comm', 'A:Comm', 1, 'A']],
  ['a table that is none', 'Component,Foo\n|A,B\n', ['undefined Component', '', 'A', 'A', 0, '']],
  ['an unknown column', 'Component,Asset,Foo\nA,B,|\n', ['assets undefined', '', '', '', 0, '']],
  ['a comment', 'Component,Asset\n# tmg-ignore |x: y\n', undefined],
];

describe('csvCursor', () => {
  for (const [title, source, expected] of CASES) {
    it(`reads ${title}`, () => {
      deepEqual(at(source), expected);
    });
  }

  it('reads a sequence', () => {
    const text = 'Banned\nA|Bö|C\n';
    const cursor = csvCursor(text, text.indexOf('ö'));
    deepEqual([cursor?.prefix, cursor?.part, cursor?.siblings], ['B', 1, ['A', 'C']]);
  });

  it('knows the other cells of the row', () => {
    const { text, offset } = marked('Component;Interface;T\nA;"X, Y";|\n');
    const row = csvCursor(text, offset)?.row;
    equal(row?.get('Component'), 'A');
    equal(row?.get('Interface'), 'X, Y');
    equal(row?.get('T'), undefined);
  });

  it('never throws, and finds what stands before the caret', () => {
    const texts = exampleTexts('.csv');
    for (let seed = 0; seed < 600; seed++) {
      const text = mutate(texts[seed % texts.length] ?? '', seed);
      const random = randomFrom(seed);
      for (let round = 0; round < 10; round++) {
        const offset = Math.floor(random() * (text.length + 1));
        const cursor = csvCursor(text, offset);
        ok(!cursor || text.slice(cursor.range.start, offset) === cursor.prefix);
        ok(!cursor || (cursor.range.start <= offset && offset <= cursor.range.end));
      }
    }
  });
});
