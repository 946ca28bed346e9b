import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { ALL_CHAINS, TABLE_COLUMNS, type TableQuery } from '../../../src/threats/tableQuery';
import { LONGEST_CELL, ThreatTable } from '../../../src/threats/threatTable';
import { modelOf, single } from '../../support/chainLines';
import { modelFrom } from '../../support/modelFrom';
import { naiveRows, naiveTable } from '../../support/naiveTable';
import { queryOf, queryParts, ratedModel } from '../../support/randomTable';

const EVERY_ORDER = TABLE_COLUMNS.flatMap((column) =>
  [false, true].map((descending): TableQuery['sort'] => ({ column, descending })),
);

function assertSame(set: ChainSet, query: TableQuery, rows = naiveRows(set)): number {
  const positions = [...new ThreatTable(set).positions(query)];
  assert.deepEqual(
    positions,
    naiveTable(rows, query).map(({ position }) => position),
    JSON.stringify(query),
  );
  return positions.length;
}

function setOf(text: string): ChainSet {
  return computeChains(modelFrom(text).model);
}

describe('ThreatTable', () => {
  it('sorts random models by every column in both directions as a naive sort of their cells does', () => {
    let many = 0;
    fc.assert(
      fc.property(ratedModel, (document) => {
        const set = computeChains(modelOf(single(document)));
        const rows = naiveRows(set);
        for (const sort of EVERY_ORDER) {
          assertSame(set, { ...ALL_CHAINS, sort }, rows);
        }
        many += set.size > 10 ? 1 : 0;
      }),
      { numRuns: 200 },
    );
    assert.ok(many > 25, `only ${many} models had more than ten chains`);
  });

  it('filters random models as a naive filter of their chains does', () => {
    let some = 0;
    fc.assert(
      fc.property(ratedModel, fc.array(queryParts, { minLength: 8, maxLength: 8 }), (document, queries) => {
        const set = computeChains(modelOf(single(document)));
        const rows = naiveRows(set);
        for (const parts of queries) {
          const found = assertSame(set, queryOf(set, parts), rows);
          some += found > 0 && found < set.size ? 1 : 0;
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(some > 200, `only ${some} queries let some chains through and not all`);
  });

  it('tests more conditions than fit into one pass', () => {
    const set = setOf(`components:
  A: {interfaces: [one, two]}
  B: {interfaces: [two, three], assets: {Key: {}}}
interfaces: {one: {entry: true}, two: {entry: true}}
ratings: {A: {one: {all: 5}}, B: {two: {all: 6}}}
`);
    const text = 'o n e t w k y on ne tw wo ke ey one two key a b';
    assert.ok(assertSame(set, { ...ALL_CHAINS, text }) > 0);
    assert.equal(assertSame(set, { ...ALL_CHAINS, text: `${text} missing` }), 0);
  });

  it('overlooks case and accents of words', () => {
    const set = setOf(`components:
  Straße: {interfaces: [Öl-Anschluß, ΟΔΟΣ], assets: {İstanbul: {}, ﬁne: {}, 각: {}}}
interfaces: {Öl-Anschluß: {entry: true}}
ratings: {Straße: {Öl-Anschluß: {E: 5}}}
`);
    const found = (text: string): number => new ThreatTable(set).positions({ ...ALL_CHAINS, text }).length;
    for (const text of ['STRASSE', 'ol', 'O\u0308L', 'anschluss', ' STRAßE\tÖL ']) {
      assert.equal(found(text), 3, text);
    }
    for (const text of ['istanbul', 'FINE', '가', '각']) {
      assert.equal(found(text), 1, text);
    }
    // Only what is on the path counts, and words do not go across names.
    assert.equal(found('οδος'), 0);
    assert.equal(found('anschlußstraße'), 0);
  });

  it('lets chains open to anyone through for every attacker', () => {
    const set = setOf(`components:
  A: {interfaces: [one, two, three], assets: {Key: {}}}
interfaces:
  one: {entry: true, attackers: [insider]}
  two: {entry: true, attackers: [external]}
  three: {entry: true}
ratings: {A: {one: {E: 5}, two: {E: 6}, three: {E: 7}}}
`);
    const entries = (attackers: readonly string[]): string[] =>
      [...new ThreatTable(set).positions({ ...ALL_CHAINS, attackers })].map((at) => set.chain(at).entry);
    assert.deepEqual(entries(['insider']), ['three', 'one']);
    assert.deepEqual(entries(['insider', 'external']), ['three', 'two', 'one']);
    assert.deepEqual(entries([]), ['three', 'two', 'one']);
    assert.deepEqual(entries(['somebody else']), ['three']);
  });

  it('orders names as people look them up, and puts empty cells last both ways', () => {
    const set = setOf(`components:
  b: {facility: hall, interfaces: [x], assets: {Key: {}}}
  A: {facility: Hall, interfaces: [x], assets: {Key: {}}}
  B: {interfaces: [x], assets: {Key: {}}}
  ä: {facility: Zoo, interfaces: [x], assets: {Key: {}}}
ratings: {b: {x: {E: 5}}, A: {x: {E: 5}}, B: {x: {E: 5}}, ä: {x: {E: 5}}}
`);
    const sorted = (column: 'Component' | 'Facility', descending: boolean): string[] =>
      [...new ThreatTable(set).positions({ ...ALL_CHAINS, sort: { column, descending } })].map(
        (at) => set.asset(at).component,
      );
    assert.deepEqual(sorted('Component', false), ['A', 'B', 'b', 'ä']);
    assert.deepEqual(sorted('Component', true), ['ä', 'b', 'B', 'A']);
    assert.deepEqual(sorted('Facility', false), ['A', 'b', 'ä', 'B']);
    assert.deepEqual(sorted('Facility', true), ['ä', 'b', 'A', 'B']);
  });

  it('gives the same answer again, also after more questions than it remembers', () => {
    const set = setOf(`components: {A: {interfaces: [x], assets: {Key: {}}}}
ratings: {A: {x: {S: 5, T: 6, R: 7, I: 8, D: 9, E: 10}}}
`);
    const table = new ThreatTable(set);
    const ask = (): number[][] => EVERY_ORDER.map((sort) => [...table.positions({ ...ALL_CHAINS, sort })]);
    assert.deepEqual(ask(), ask());
    const query: TableQuery = { ...ALL_CHAINS, types: ['S', 'T'] };
    assert.equal(table.positions(query), table.positions({ ...query, types: ['T', 'S'] }));
    assert.notDeepEqual(table.positions(query), table.positions({ ...query, types: ['S'] }));
  });

  it('shows the cells of the threat table, and those of the screen', () => {
    const set = setOf(`settings: {weight: security}
components:
  A: {interfaces: [one, two]}
  B: {interfaces: [two], assets: {Key: {security: 4}, Lock: {}}}
interfaces: {one: {entry: true}}
ratings: {A: {one: {E: 5}}, B: {two: {E: 6}}}
`);
    const table = new ThreatTable(set);
    for (const { chain, cells } of naiveRows(set)) {
      assert.deepEqual(
        table.cells(chain),
        TABLE_COLUMNS.map((column) => cells[column] ?? null),
      );
    }
    const cellsOf = (position: number) =>
      Object.fromEntries(table.cells(set.chain(position)).map((cell, index) => [TABLE_COLUMNS[index], cell]));
    assert.deepEqual(cellsOf(0)['Path'], 'one > A > two > B');
    assert.equal(cellsOf(0)['Length'], 3);
    assert.equal(cellsOf(0)['Risk'], 2.4);
    assert.equal(cellsOf(1)['Risk'], null);
  });

  it('cuts long cells between characters', () => {
    const name = '😀'.repeat(2000);
    const set = setOf(`components: {A: {interfaces: [${name}], assets: {Key: {}}}}
ratings: {A: {${name}: {E: 5}}}
`);
    const cell = new ThreatTable(set)
      .cells(set.chain(0))
      .find((text): text is string => typeof text === 'string' && text.startsWith('😀'));
    assert.ok(cell !== undefined && cell.length <= LONGEST_CELL && cell.length > LONGEST_CELL - 3);
    assert.ok(cell.endsWith('😀…') && !/\p{Cs}/u.test(cell));
  });
});
