import assert from 'node:assert/strict';
import { TABLE_COLUMNS, UNORDERED_COLUMNS } from '../../../../src/threats/tableQuery';
import {
  COLUMNS,
  completed,
  FIRST_LAYOUT,
  isColumnLayout,
  LEAST_WIDTH,
  MOST_WIDTH,
  shownColumns,
  withMoved,
  withShown,
  withWidth,
} from '../../../../webview/chains/columns';

const ids = (columns: readonly { readonly id: string }[]): string[] => columns.map(({ id }) => id);

describe('the columns of the chain table', () => {
  it('are those of the table, each once, and lead to its cells', () => {
    assert.deepEqual(ids(COLUMNS).sort(), [...TABLE_COLUMNS].sort());
    assert.ok(COLUMNS.every(({ id, cell }) => TABLE_COLUMNS[cell] === id));
  });

  it('begin with what is looked at first', () => {
    assert.deepEqual(ids(shownColumns(FIRST_LAYOUT, [])).slice(0, 9), [
      'Rating',
      'Probability',
      'STRIDE Type',
      'Path',
      'Asset',
      'Component',
      'First Entry-Point',
      'Length',
      'Attacker Type',
    ]);
  });

  it('can be sorted by, but for those without an order', () => {
    const unordered = COLUMNS.filter(({ isOrdered }) => !isOrdered).map(({ id }) => id);
    assert.deepEqual(unordered.sort(), [...UNORDERED_COLUMNS].sort());
  });

  it('are hidden as long as they are empty, unless the user wants them', () => {
    assert.ok(!ids(shownColumns(FIRST_LAYOUT, ['Risk', 'Facility'])).includes('Risk'));
    assert.ok(ids(shownColumns(FIRST_LAYOUT, [])).includes('Risk'));
    const chosen = withShown(FIRST_LAYOUT, [...ids(shownColumns(FIRST_LAYOUT, ['Risk'])), 'Risk'] as never, [
      'Risk',
    ]);
    assert.ok(ids(shownColumns(chosen, ['Risk'])).includes('Risk'));
  });

  it('are shown and hidden as the user says, in their order', () => {
    const layout = withShown(FIRST_LAYOUT, ['Index', 'Path'], []);
    assert.deepEqual(ids(shownColumns(layout, [])), ['Path', 'Index']);
  });

  it('come back by themselves when they fill up, if the user left them alone', () => {
    const empty = ['Risk'] as const;
    const layout = withShown(FIRST_LAYOUT, ids(shownColumns(FIRST_LAYOUT, empty)).slice(1) as never, empty);
    assert.ok(ids(shownColumns(layout, [])).includes('Risk'));
    assert.ok(!ids(shownColumns(layout, [])).includes('Rating'));
  });

  it('are never all hidden', () => {
    assert.equal(shownColumns(withShown(FIRST_LAYOUT, [], []), []).length, 1);
  });

  it('move to the place of another one, whichever side they come from', () => {
    const right = withMoved(FIRST_LAYOUT, 'Rating', 'STRIDE Type');
    assert.deepEqual(ids(right).slice(0, 3), ['Probability', 'STRIDE Type', 'Rating']);
    assert.deepEqual(withMoved(right, 'Rating', 'Probability'), FIRST_LAYOUT);
    assert.equal(withMoved(FIRST_LAYOUT, 'Rating', 'Rating'), FIRST_LAYOUT);
  });

  it('keep a width within bounds', () => {
    const widthOf = (width: number): number | undefined =>
      withWidth(FIRST_LAYOUT, 'Asset', width).find(({ id }) => id === 'Asset')?.width;
    assert.deepEqual([widthOf(200.4), widthOf(-5), widthOf(1e9)], [200, LEAST_WIDTH, MOST_WIDTH]);
  });

  it('that an older version did not know are added, and doubles dropped', () => {
    const old = [
      { id: 'Path', width: 300 },
      { id: 'Path', width: 400, shown: true },
    ] as const;
    const layout = completed(old);
    assert.deepEqual(layout[0], { id: 'Path', width: 400, shown: true });
    assert.deepEqual(ids(layout).sort(), [...TABLE_COLUMNS].sort());
  });

  it('are only read from what has their shape', () => {
    assert.ok(isColumnLayout(JSON.parse(JSON.stringify(FIRST_LAYOUT))));
    for (const broken of [
      undefined,
      {},
      [{ id: 'Path' }],
      [{ id: 'Nothing', width: 100 }],
      [{ id: 'Path', width: 0 }],
      [{ id: 'Path', width: Number.NaN }],
      [{ id: 'Path', width: 100, shown: 'yes' }],
    ]) {
      assert.ok(!isColumnLayout(broken), JSON.stringify(broken));
    }
  });
});
