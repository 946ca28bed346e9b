import assert from 'node:assert/strict';
import { detectDelimiter } from '../../../../src/formats/csv/delimiter';
import { parseCsv } from '../../../../src/formats/csv/parseCsv';

describe('detectDelimiter', () => {
  const samples: readonly [string, string, string | undefined][] = [
    ['commas', 'Component,Interface\nServer,Gateway1\n', ','],
    ['semicolons as German Excel writes them', 'Component;Interface;S\r\nServer;Gateway1;7,1\r\n', ';'],
    ['tabs', 'Component\tInterface\nServer\tGateway1, LAN\n', '\t'],
    ['commas with lists at semicolons', 'id,list\n1,a;b;c\n2,a;b\n', ','],
    ['semicolons with lists at commas', 'Component;Interface\nServer;a, b, c\nRouter;a, b\n', ';'],
    ['delimiters inside quotes', '"a;b;c","d"\n"1;2","3"\n', ','],
    ['one column with commas and semicolons below', 'Banned\nA|B|C\nX, Y|Z;1\n', undefined],
    ['one column', 'name\nServer\n', undefined],
    ['two columns without rows', 'Vector;CVSS', ';'],
    ['short rows', 'a;b;c\n1\n2;3\n', ';'],
    ['a header with both, rows decide', 'a;b, c;d\n1;2;3\n4;5;6\n', ';'],
    ['an ignore comment with commas first', '# tmg-ignore unknown-column: a, b, c\na;b\n1;2\n', ';'],
    ['commas where semicolons split alike', 'a,b;c\n1,2;3\n', ','],
    ['semicolons where tabs split alike', 'a;b\tc\n1;2\t3\n', ';'],
    ['nothing', '', undefined],
  ];
  for (const [name, text, expected] of samples) {
    it(`finds ${name}`, () => assert.equal(detectDelimiter(text), expected));
  }
});

describe('parseCsv', () => {
  it('honours a first line sep=, and does not read it as a record', () => {
    for (const first of ['sep=;\r\n', 'SEP=;\n', '"sep=;"\r']) {
      const tokens = parseCsv(`${first}a,b;c\n`);
      assert.equal(tokens.delimiter, ';');
      assert.deepEqual([tokens.recordCount, tokens.value(0, 0), tokens.value(0, 1)], [1, 'a,b', 'c']);
    }
  });

  it('honours an unusual sep= too', () => {
    assert.equal(parseCsv('sep=|\na|b\n').fieldCount(0), 2);
  });

  it('passes over a byte order mark, before sep= too', () => {
    assert.deepEqual(parseCsv('\ufeffa,b').recordRange(0), { start: 1, end: 4 });
    assert.equal(parseCsv('\ufeffsep=;\na;b').value(0, 1), 'b');
  });
});
