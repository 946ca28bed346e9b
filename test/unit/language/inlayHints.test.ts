import { deepEqual, equal } from 'node:assert/strict';
import { inlayHints } from '../../../src/language/inlayHints';
import { snapshotOf } from '../../support/caret';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** A text with the hints put where they stand. */
function shown(text: string, file = 'a.tmg.yaml', range = { start: 0, end: text.length }): string {
  const snapshot = snapshotOf({
    [file]: text,
    'model.tmg.yaml': `vectors:\n  müde: ${VECTOR}\n  bad: CVSS:3.1/AV:N\nsettings: {score: overall}\n`,
  });
  let result = text;
  for (const { offset, label, severity } of inlayHints(snapshot, file, range).reverse()) {
    result = `${result.slice(0, offset)} <${label} ${severity}>${result.slice(offset)}`;
  }
  return result.replaceAll(VECTOR, 'V');
}

describe('inlayHints', () => {
  it('shows scores behind vectors and their names in YAML', () => {
    deepEqual(
      shown(
        `ratings:\r\n  A:\r\n    B:\r\n      T: ${VECTOR} # no\r\n      E: "müde"\r\n    C: {T: 'müde', E: 7.5, D: none, I: bad, S: nix}\r\n`,
      ),
      `ratings:\r\n  A:\r\n    B:\r\n      T: V <6.8 Medium> # no\r\n      E: "müde" <6.8 Medium>\r\n    C: {T: 'müde' <6.8 Medium>, E: 7.5, D: none, I: bad, S: nix}\r\n`,
    );
    deepEqual(
      shown(`ratingRules:\n  - match: {interface: B}\n    all: ${VECTOR}/E:U\nvectors:\n  x: ${VECTOR}\n`),
      'ratingRules:\n  - match: {interface: B}\n    all: V/E:U <6.2 Medium>\nvectors:\n  x: V <6.8 Medium>\n',
    );
  });

  it('shows them in CSV, once for a row of several interfaces and behind quotes', () => {
    deepEqual(
      shown(`Component;Interface;T;E\nA;"B, C";${VECTOR};"müde"\n`, 'a.tmg.csv'),
      'Component;Interface;T;E\nA;"B, C";V <6.8 Medium>;"müde" <6.8 Medium>\n',
    );
    deepEqual(shown(`Vector,CVSS\nx,${VECTOR}\n`, 'a.tmg.csv'), 'Vector,CVSS\nx,V <6.8 Medium>\n');
  });

  it('shows only those in the range, and bears unfinished text', () => {
    const text = `ratings: {A: {B: {T: ${VECTOR}, E: ${VECTOR}`;
    deepEqual(
      shown(text, 'a.tmg.yaml', { start: text.length - 5, end: text.length }),
      'ratings: {A: {B: {T: V, E: V <6.8 Medium>',
    );
  });

  it('looks at each rating once', () => {
    const components = 500;
    const entries = Array.from({ length: components }, (_, index) => `  C${index}: {I: {all: ${VECTOR}}}\n`);
    const snapshot = snapshotOf({ 'model.tmg.yaml': `ratings:\n${entries.join('')}` });
    let looks = 0;
    const watched = snapshot.records.map((records) => ({
      ...records,
      ratings: records.ratings.map((rating) => ({
        ...rating,
        get cells() {
          looks++;
          return rating.cells;
        },
      })),
    }));
    const all = { start: 0, end: Number.POSITIVE_INFINITY };
    equal(inlayHints({ ...snapshot, records: watched }, 'model.tmg.yaml', all).length, components);
    equal(looks, components);
  });
});
