import assert from 'node:assert/strict';
import { conflictingRating } from '../../../../src/checks/rules/conflicting-rating';
import { contextOf, fixed, fixedText, found, foundAt } from '../checkTexts';
import { NAMES_MODEL } from '../namesModel';

describe('conflicting-rating', () => {
  const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const files = (other: string) => ({ 'a.tmg.yaml': NAMES_MODEL, 'b.tmg.yaml': other });
  const graph = 'components:\n  A: {interfaces: [x, y]}\n';

  it('reports a second, different rating, with the first', () => {
    const texts = files('ratings: {Server: {LAN: {T: 5.0}}}\n');
    assert.deepEqual(
      found(conflictingRating, texts).map(({ file, at, args }) => [file, at, args.type]),
      [['b.tmg.yaml', '5.0', 'T']],
    );
    const [related] = conflictingRating.check(contextOf(texts))[0]?.related ?? [];
    assert.equal(NAMES_MODEL.slice(related?.range.start, related?.range.end), 'usb-root');
    assert.equal(
      fixedText(conflictingRating, texts, 'Write usb-root here too', 'b.tmg.yaml'),
      'ratings: {Server: {LAN: {T: usb-root}}}\n',
    );
  });

  it('accepts equal ones, and all beside what names the type', () => {
    const equal = 'CVSS:3.1/AC:L/AV:P/PR:N/UI:N/S:U/C:H/I:H/A:H';
    assert.deepEqual(foundAt(conflictingRating, files(`ratings: {Server: {LAN: {T: ${equal}}}}\n`)), []);
    assert.deepEqual(foundAt(conflictingRating, files('ratings: {Server: {LAN: {all: 1.0}}}\n')), []);
  });

  it('reports a cell for all types once', () => {
    const texts = {
      'a.tmg.yaml': 'ratings: {A: {x: {all: 1.0}}}\n',
      'b.tmg.yaml': 'ratings: {A: {x: {all: 2.0}}}\n',
    };
    assert.equal(found(conflictingRating, texts).length, 1);
  });

  it('writes a vector into a CSV cell', () => {
    const texts = {
      'model.tmg.yaml': `${graph}ratings: {A: {x: {T: ${VECTOR}}}}\n`,
      'ratings.tmg.csv': `Component,Interface,T\nA,x,5.0\n`,
    };
    assert.equal(
      fixedText(conflictingRating, texts, `Write ${VECTOR} here too`, 'ratings.tmg.csv'),
      `Component,Interface,T\nA,x,${VECTOR}\n`,
    );
  });

  it('writes a score as each file does', () => {
    const table = 'Component;Interface;T\nA;x;7,1\n';
    const first = { 'a.tmg.csv': table, 'b.tmg.yaml': `${graph}ratings: {A: {x: {T: 5.0}}}\n` };
    assert.match(fixedText(conflictingRating, first, 'Write 7.1 here too', 'b.tmg.yaml'), /T: 7\.1\}/);
    const second = { 'a.tmg.yaml': `${graph}ratings: {A: {x: {T: 5.5}}}\n`, 'b.tmg.csv': table };
    assert.equal(
      fixedText(conflictingRating, second, 'Write 5.5 here too', 'b.tmg.csv'),
      'Component;Interface;T\nA;x;5,5\n',
    );
  });

  it('does not change a CSV cell that rates other interfaces too', () => {
    const texts = {
      'model.tmg.yaml': `${graph}ratings: {A: {x: {T: 7.0}}}\n`,
      'ratings.tmg.csv': 'Component,Interface,T\nA,"x, y",5.0\n',
    };
    assert.deepEqual(foundAt(conflictingRating, texts), ['5.0']);
    assert.equal(fixed(conflictingRating, texts).size, 0);
  });
});
