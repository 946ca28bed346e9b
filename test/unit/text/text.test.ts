import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareCodePoints } from '../../../src/text/compare';
import { LineIndex } from '../../../src/text/lineIndex';
import { formatMessage, shownMessage } from '../../../src/text/message';
import { nearestName } from '../../../src/text/nearest';
import { applyEdits } from '../../../src/text/textEdit';

describe('compareCodePoints', () => {
  it('orders as comparing arrays of code points does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [left, right] = [[...a], [...b]].map((text) =>
          text.map((point) => point.codePointAt(0) as number),
        );
        const difference = (left ?? []).findIndex((point, index) => point !== right?.[index]);
        const expected =
          difference < 0 || difference >= (right?.length ?? 0)
            ? (left?.length ?? 0) - (right?.length ?? 0)
            : (left?.[difference] ?? 0) - (right?.[difference] ?? 0);
        assert.equal(Math.sign(compareCodePoints(a, b)), Math.sign(expected));
      }),
      { numRuns: 3000 },
    );
  });

  it('puts U+1F600 after U+FFFD, which UTF-16 units would not', () => {
    assert.ok(compareCodePoints('\u{1F600}', '\uFFFD') > 0);
    assert.deepEqual(['\uFFFD', '\u{1F600}'].sort(), ['\u{1F600}', '\uFFFD']);
  });
});

describe('LineIndex', () => {
  it('counts lines at LF, CRLF and a lone CR', () => {
    const lines = new LineIndex('a\nb\r\nc\rd');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(2), { line: 2, column: 1 });
    assert.deepEqual(lines.positionAt(5), { line: 3, column: 1 });
    assert.deepEqual(lines.positionAt(7), { line: 4, column: 1 });
    assert.deepEqual(
      [1, 2, 3, 4].map((line) => lines.lineText(line)),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('leads from an offset to a position and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), fc.nat(40), (text, offset) => {
        const target = Math.min(offset, text.length);
        const lines = new LineIndex(text);
        assert.equal(lines.offsetAt(lines.positionAt(target)), target);
      }),
    );
  });

  it('clamps positions outside the text', () => {
    const lines = new LineIndex('ab\nc');
    assert.equal(lines.offsetAt({ line: 9, column: 1 }), 4);
    assert.equal(lines.offsetAt({ line: 0, column: 5 }), 0);
    assert.equal(lines.offsetAt({ line: 1, column: 99 }), 3);
  });
});

describe('applyEdits', () => {
  it('applies edits in any order, insertions at one place in theirs', () => {
    const at = (start: number, end: number, newText: string) => ({ range: { start, end }, newText });
    assert.equal(
      applyEdits('abcdef', [at(4, 5, 'X'), at(0, 1, ''), at(2, 2, '1'), at(2, 2, '2')]),
      'b12cdXf',
    );
  });

  it('refuses edits that overlap or leave the text', () => {
    const edit = (start: number, end: number) => ({ range: { start, end }, newText: '' });
    assert.throws(() => applyEdits('abc', [edit(0, 2), edit(1, 3)]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 4)]), RangeError);
  });
});

describe('nearestName', () => {
  it('finds the name that was meant', () => {
    assert.equal(nearestName('Gatway1', ['LAN1', 'Gateway1', 'Gateway2']), 'Gateway1');
    assert.equal(nearestName('gateway1', ['Gateway2', 'Gateway1']), 'Gateway1');
    assert.equal(nearestName('Severr', ['Server', 'Router']), 'Server');
  });

  it('suggests nothing where nothing is near', () => {
    assert.equal(nearestName('Brake', ['Telematics', 'Gateway']), undefined);
    assert.equal(nearestName('x', []), undefined);
    assert.equal(nearestName('X', ['S', 'T']), undefined);
    assert.equal(nearestName('s', ['T', 'S']), 'S');
  });
});

describe('formatMessage', () => {
  it('fills placeholders and leaves those without an argument', () => {
    assert.equal(formatMessage({ template: '{a} and {b} and {a}', args: { a: 1 } }), '1 and {b} and 1');
    assert.equal(formatMessage({ template: '{constructor}', args: {} }), '{constructor}');
  });
});

describe('shownMessage', () => {
  it('cuts names that nobody would read to their end, and leaves the others', () => {
    const template = '"{name}" has {count} chains.';
    const long = `${'x'.repeat(499)}😀${'y'.repeat(9000)}`;
    assert.equal(shownMessage({ template, args: { name: 'A', count: 3 } }), '"A" has 3 chains.');
    assert.equal(
      shownMessage({ template, args: { name: long, count: 3 } }),
      `"${'x'.repeat(499)}…" has 3 chains.`,
    );
    assert.equal(formatMessage({ template, args: { name: long, count: 3 } }), `"${long}" has 3 chains.`);
  });
});
