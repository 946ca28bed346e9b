import assert from 'node:assert/strict';
import { isTableQuery } from '../../../../src/protocol/viewGuards';
import { ALL_CHAINS } from '../../../../src/threats/tableQuery';
import {
  filterCount,
  isFiltering,
  isFilters,
  isSort,
  nextSort,
  NO_FILTERS,
  tableQuery,
  typedLength,
  typedProbability,
  withoutNames,
} from '../../../../webview/chains/filters';

describe('the filters of the chain table', () => {
  it('let every chain through where none is set', () => {
    assert.deepEqual(tableQuery(NO_FILTERS, [], undefined), ALL_CHAINS);
    assert.ok(!isFiltering(NO_FILTERS));
    assert.equal(filterCount(NO_FILTERS), 0);
  });

  it('become a query that the host accepts', () => {
    const query = tableQuery(
      {
        text: '  gate way ',
        types: ['E'],
        ratings: ['High'],
        assets: ['a1'],
        entries: ['LAN'],
        attackers: ['x'],
        minLength: '3',
        maxLength: ' 9 ',
        minProbability: '2,5',
      },
      [{ kind: 'component', name: 'Server' }],
      { column: 'Length', descending: true },
    );
    assert.ok(isTableQuery(query));
    assert.deepEqual(query, {
      through: [{ kind: 'component', name: 'Server' }],
      text: 'gate way',
      types: ['E'],
      ratings: ['High'],
      assets: ['a1'],
      entries: ['LAN'],
      attackers: ['x'],
      minLength: 3,
      maxLength: 9,
      minProbability: 2.5,
      sort: { column: 'Length', descending: true },
    });
  });

  it('do not filter by numbers that cannot be read', () => {
    for (const typed of ['x', '-1', '1.5', '1e3', '12345678']) {
      assert.ok(Number.isNaN(typedLength(typed)), typed);
      assert.equal(tableQuery({ ...NO_FILTERS, minLength: typed }, [], undefined).minLength, undefined);
    }
    for (const typed of ['x', '-1', '10.1', '1.2.3', '.', 'Infinity']) {
      assert.ok(Number.isNaN(typedProbability(typed)), typed);
      assert.equal(tableQuery({ ...NO_FILTERS, minProbability: typed }, [], undefined).minProbability, 0);
    }
  });

  it('take P as people and computers write it', () => {
    const typed = ['', ' ', '0', '10', '0.004', '.5', '5.', '1,25', '4e-3'].map(typedProbability);
    assert.deepEqual(typed, [undefined, undefined, 0, 10, 0.004, 0.5, 5, 1.25, 0.004]);
  });

  it('count what is set besides the text', () => {
    assert.equal(filterCount({ ...NO_FILTERS, text: 'x', types: ['S', 'T'], minLength: '1' }), 2);
    assert.ok(isFiltering({ ...NO_FILTERS, text: 'x' }));
    assert.ok(!isFiltering({ ...NO_FILTERS, text: '  ' }));
  });

  it('keep what means the same in another model', () => {
    const filters = {
      ...NO_FILTERS,
      text: 'x',
      types: ['S'],
      assets: ['a'],
      entries: ['b'],
      attackers: ['c'],
    } as const;
    assert.deepEqual(withoutNames(filters), { ...NO_FILTERS, text: 'x', types: ['S'] });
  });

  it('are only read from what has their shape', () => {
    assert.ok(isFilters(NO_FILTERS));
    assert.ok(!isFilters({ ...NO_FILTERS, types: ['X'] }));
    assert.ok(!isFilters({ ...NO_FILTERS, assets: 'all' }));
    assert.ok(!isFilters({ text: '' }));
    assert.ok(isSort({ column: 'Risk', descending: false }));
    assert.ok(!isSort({ column: 'Nothing', descending: false }));
    assert.ok(!isSort({ column: 'Risk' }));
  });

  it('sort descending, ascending, and then by rank again', () => {
    const first = nextSort(undefined, 'Length');
    const second = nextSort(first, 'Length');
    assert.deepEqual(first, { column: 'Length', descending: true });
    assert.deepEqual(second, { column: 'Length', descending: false });
    assert.equal(nextSort(second, 'Length'), undefined);
    assert.deepEqual(nextSort(second, 'Risk'), { column: 'Risk', descending: true });
  });
});
