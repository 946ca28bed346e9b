import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { joinList } from '../../../src/formats/csv/listCell';
import { csvCell } from '../../../src/formats/csv/writeCsv';
import { STRIDE_TYPES } from '../../../src/formats/stride';
import { nameVector } from '../../../src/language/nameVector';
import { rateRelation } from '../../../src/language/ratingEdits';
import type { Model } from '../../../src/model/model';
import { appliedTexts } from '../../support/appliedTexts';
import { snapshotOf } from '../../support/caret';
import { modelFrom } from '../../support/modelFrom';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** Names that are hard to write in a cell, or in a list in one. */
const COMPONENTS = ['Server', 'Böse: Kiste', 'a,b', 'x;y', '=cmd', 'q"', 'p|q', '\\', '-1', 'on', '#'];
const INTERFACES = ['LAN', 'U,SB', 'W;x', '@at', 'q"', '\\b', 'p|q', ': c'];

const TOPOLOGY = `components:\n${COMPONENTS.map(
  (name) => `  ${JSON.stringify(name)}: {interfaces: ${JSON.stringify(INTERFACES)}}\n`,
).join('')}`;

/** Tables of ratings, wide and long, as different programs write them. */
const table = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    isLong: fc.boolean(),
    isQuoted: fc.boolean(),
    isEnded: fc.boolean(),
    columns: fc.uniqueArray(fc.constantFrom(...STRIDE_TYPES, 'All'), { minLength: 1 }),
    rows: fc.array(
      fc.record({
        component: fc.constantFrom(...COMPONENTS),
        interfaces: fc.uniqueArray(fc.constantFrom(...INTERFACES), { minLength: 1, maxLength: 3 }),
        cells: fc.array(fc.constantFrom('', 'none', '7.1', 'CVSS:3.1/AV:N', VECTOR), {
          minLength: 7,
          maxLength: 7,
        }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ delimiter, lineEnd, isLong, isQuoted, isEnded, columns, rows }) => {
    const write = (text: string): string => {
      const cell = csvCell(text, delimiter);
      return isQuoted && !cell.startsWith('"') ? `"${cell}"` : cell;
    };
    const lines = rows.flatMap(({ component, interfaces, cells }) => {
      const names = [component, joinList(interfaces)];
      const ratings = columns.map((column, index) => [column, cells[index] ?? '']);
      return isLong
        ? ratings.map((one) => [...names, ...one])
        : [[...names, ...ratings.map(([, cell]) => cell ?? '')]];
    });
    const header = ['Component', 'Interface', ...(isLong ? ['STRIDE', 'CVSS'] : columns)].join(delimiter);
    return (
      [header, ...lines.map((cells) => cells.map(write).join(delimiter))].join(lineEnd) +
      (isEnded ? lineEnd : '')
    );
  });

const tables = fc
  .array(table, { minLength: 1, maxLength: 2 })
  .map((texts) => Object.fromEntries(texts.map((text, index) => [`${index}.tmg.csv`, text])));

/** All ratings of a model, by relation and type. */
function ratingsOf(model: Model): Map<string, unknown> {
  const found = [...model.components.values()].flatMap(({ relations }) =>
    [...relations.values()].flatMap(({ component, interface: name, ratings }) =>
      STRIDE_TYPES.map((type) => {
        const rating = ratings[type];
        return [
          JSON.stringify([component, name, type]),
          rating && [rating.score, rating.vector?.text],
        ] as const;
      }),
    ),
  );
  return new Map(found);
}

describe('ratings in tables', () => {
  it('change where one is rated, and nowhere else, whatever the table and the names', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...COMPONENTS),
        fc.constantFrom(...INTERFACES),
        fc.constantFrom(...STRIDE_TYPES),
        fc.constantFrom('none', '4.4', VECTOR),
        (files, component, name, type, text) => {
          const snapshot = snapshotOf({ 'model.tmg.yaml': TOPOLOGY, ...files });
          const edits = rateRelation(snapshot, component, name, type, text);
          const expected = ratingsOf(snapshot.model);
          const score = { none: 0, '4.4': 4.4, [VECTOR]: 6.8 }[text];
          const vector = text === VECTOR ? VECTOR : undefined;
          expected.set(JSON.stringify([component, name, type]), [score, vector]);
          deepEqual(ratingsOf(modelFrom(appliedTexts(snapshot, edits)).model), expected);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('stay what they are when their vector gets a name', () => {
    const rated = `${TOPOLOGY}ratings: {Server: {LAN: {R: ${VECTOR}}}}\n`;
    fc.assert(
      fc.property(tables, fc.constantFrom('near', 'Gerät, nah', '=x', 'a;b', 'q"'), (files, name) => {
        const snapshot = snapshotOf({ 'model.tmg.yaml': rated, ...files });
        const edits = nameVector(snapshot, 'model.tmg.yaml', rated.indexOf(VECTOR), name);
        const texts = appliedTexts(snapshot, edits);
        deepEqual(ratingsOf(modelFrom(texts).model), ratingsOf(snapshot.model));
        equal(Object.values(texts).join('\n').split(VECTOR).length, 2);
      }),
      { numRuns: 60 },
    );
  });
});
