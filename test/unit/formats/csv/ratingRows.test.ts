import assert from 'node:assert/strict';
import type { RatingRecord } from '../../../../src/formats/records';
import { findingsOf, messagesOf, readLines, slices, values } from './reading';

const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const WIDE = 'Component;Interface;S;T;R;I;D;E;All;Techniques;Note;Status;Ref';
const LONG = 'Component;Interface;STRIDE;CVSS;Techniques';

function kinds({ cells }: RatingRecord): string[] {
  return Object.entries(cells).map(([key, cell]) => `${key} ${cell.value.kind} ${cell.text}`);
}

function techniques({ techniques: list }: RatingRecord): string[] {
  return list.map(({ type, ids }) => `${type}: ${values(ids).join(' ')}`);
}

describe('CSV table of ratings, wide', () => {
  it('reads vectors, scores, names, none and all', () => {
    const records = readLines(
      WIDE,
      `Server;Gateway1;${VECTOR};7,1;none;usb-root;;8.5;3;E: T1068 T1078, D: T1499;kiosk;agreed;SEC-1`,
    );
    const [rating] = records.ratings;
    assert.ok(rating);
    assert.deepEqual(findingsOf(records), []);
    assert.deepEqual([rating.component.value, rating.interface.value], ['Server', 'Gateway1']);
    assert.deepEqual(kinds(rating), [
      `S vector ${VECTOR}`,
      'T score 7,1',
      'R none none',
      'I name usb-root',
      'E score 8.5',
      'all score 3',
    ]);
    const score = rating.cells.T;
    assert.ok(score?.value.kind === 'score' && score.value.score === 7.1);
    assert.equal(records.text.slice(score.range.start, score.range.end), '7,1');
    assert.deepEqual(
      [rating.note?.value, rating.status?.value, rating.ref?.value],
      ['kiosk', 'agreed', 'SEC-1'],
    );
    assert.deepEqual(techniques(rating), ['E: T1068 T1078', 'D: T1499']);
    assert.deepEqual(
      slices(
        records,
        rating.techniques.flatMap(({ ids }) => ids),
      ),
      ['T1068', 'T1078', 'T1499'],
    );
  });

  it('keeps a row whose ratings are all empty', () => {
    const records = readLines(WIDE, 'Server;Gateway1', 'Server;LAN;;;;;;;;;open');
    assert.deepEqual(
      records.ratings.map((rating) => [kinds(rating), rating.note?.value]),
      [
        [[], undefined],
        [[], 'open'],
      ],
    );
  });

  it('rates several interfaces alike', () => {
    const records = readLines(WIDE, 'Server;USB 1, USB 2;;;;;;5');
    assert.deepEqual(values(records.ratings.map((rating) => rating.interface)), ['USB 1', 'USB 2']);
  });

  it('reads a plain list of techniques for all types', () => {
    const records = readLines(WIDE, 'a;b;;;;;;5;;"T1; T2, T3 T4"', 'a;c;;;;;;5;;"T5; all: T6; e:T7; T8"');
    assert.deepEqual(records.ratings.map(techniques), [['all: T1 T2 T3 T4'], ['all: T5 T6', 'E: T7 T8']]);
  });

  it('reports techniques for an unknown type under it', () => {
    const records = readLines(WIDE, 'a;b;;;;;;5;;"X: T1; E: T2"');
    assert.deepEqual(findingsOf(records), ['wrong-type: X']);
    assert.deepEqual(records.ratings.map(techniques), [['E: T2']]);
  });

  it('puts a wrong metric under the metric, in plain and quoted cells', () => {
    const bad = VECTOR.replace('PR:N', 'PR:X');
    const records = readLines(WIDE, `a;b;${bad}`, `a;c; "${bad}" `);
    const found = records.findings.map(({ code, range }) => [
      code,
      records.text.slice(range.start, range.end),
    ]);
    assert.equal(found.length, 2);
    for (const [code, text] of found) {
      assert.equal(code, 'invalid-cvss');
      assert.match(text ?? '', /^(PR:X|X)$/);
    }
    assert.deepEqual(
      records.ratings.map(({ cells }) => cells.S?.value.kind),
      ['invalid', 'invalid'],
    );
  });

  it('reports a score outside 0 to 10 and one with two decimals', () => {
    const records = readLines(WIDE, 'a;b;10,1;7,15');
    assert.deepEqual(findingsOf(records), ['invalid-score: 10,1', 'invalid-score: 7,15']);
  });

  it('reports a status that is none, with the nearest', () => {
    const records = readLines(WIDE, 'a;b;;;;;;;;;;agred', 'a;c;;;;;;;;;;Draft');
    assert.deepEqual(findingsOf(records), ['wrong-type: agred']);
    assert.deepEqual(records.findings[0]?.data, { nearest: 'agreed' });
    assert.deepEqual(
      records.ratings.map(({ status }) => status?.value),
      [undefined, 'draft'],
    );
  });

  it('leaves out a row without component or interface', () => {
    const records = readLines(WIDE, ';b;5', 'a;;5', 'a;b;5');
    assert.deepEqual(findingsOf(records), ['wrong-type: ;b;5', 'wrong-type: a;;5']);
    assert.equal(records.ratings.length, 1);
  });
});

describe('CSV table of ratings, long', () => {
  it('takes letters, full names and all', () => {
    const words = ['E', 't', 'elevation of privilege', 'DenialOfService', 'ALL'];
    const records = readLines(LONG, ...words.map((word) => `a;b;${word};5`));
    assert.deepEqual(findingsOf(records), []);
    assert.deepEqual(records.ratings.map(kinds), [
      ['E score 5'],
      ['T score 5'],
      ['E score 5'],
      ['D score 5'],
      ['all score 5'],
    ]);
  });

  it('reports another word and leaves out the row', () => {
    const records = readLines(LONG, 'a;b;Tamperin;5', 'a;b;X;5', 'a;b;E;6');
    assert.deepEqual(findingsOf(records), ['wrong-type: Tamperin', 'wrong-type: X']);
    assert.equal(records.findings[0]?.data.nearest, 'Tampering');
    assert.match(messagesOf(records)[0] ?? '', /did you mean "Tampering"\?/);
    assert.equal(records.ratings.length, 1);
  });

  it('gives a plain list of techniques to the type of the row', () => {
    const records = readLines(LONG, 'a;b;E;5;T1200 T0812', 'a;b;D;5;"T1; E: T2"');
    assert.deepEqual(records.ratings.map(techniques), [['E: T1200 T0812'], ['D: T1', 'E: T2']]);
  });

  it('takes an empty CVSS cell as not rated, and asks for STRIDE', () => {
    const records = readLines(LONG, 'a;b;E;', 'a;b;;5');
    assert.deepEqual(records.ratings.map(kinds), [[]]);
    assert.deepEqual(findingsOf(records), ['wrong-type: a;b;;5']);
  });
});
