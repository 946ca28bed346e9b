import assert from 'node:assert/strict';
import { TABLE_COLUMNS } from '../../../../src/threats/tableQuery';
import { NO_FILTERS } from '../../../../webview/chains/filters';
import { FIRST_STATE, forModel, type PageState, restored } from '../../../../webview/chains/pageState';

const USED: PageState = {
  root: '/model',
  filters: { ...NO_FILTERS, text: 'gate', types: ['E'], assets: ['a'], minLength: '3' },
  sort: { column: 'Length', descending: false },
  grouping: 'relation',
  layout: FIRST_STATE.layout.toReversed(),
  expanded: [{ kind: 'relation', interface: 'i', component: 'C' }],
  top: 1234,
  left: 5,
  detail: { isOpen: false, width: 500, height: 300 },
  showsFilters: true,
  seen: { kind: 'chain', path: ['i', 'C'], asset: 'a', type: 'S' },
};

describe('the state of the chain table', () => {
  it('comes back as it was', () => {
    assert.deepEqual(restored(JSON.parse(JSON.stringify(USED))), USED);
    assert.deepEqual(restored(JSON.parse(JSON.stringify(FIRST_STATE))), FIRST_STATE);
  });

  it('is the first one where what was kept is missing, old or broken', () => {
    const broken: unknown[] = [
      undefined,
      null,
      'text',
      [],
      { filters: NO_FILTERS },
      { ...USED, grouping: 'colour' },
      { ...USED, sort: { column: 'Nothing', descending: true } },
      { ...USED, top: -1 },
      { ...USED, top: 'far' },
      { ...USED, expanded: [{ kind: 'asset' }] },
      { ...USED, detail: { isOpen: true, width: 1, height: 300 } },
      { ...USED, seen: { kind: 'chain' } },
      { ...USED, layout: [{ id: 'Path', width: '12' }] },
    ];
    for (const stored of broken) {
      assert.deepEqual(restored(stored), FIRST_STATE, JSON.stringify(stored));
    }
  });

  it('has every column, even when an older version knew fewer', () => {
    const { layout } = restored({ ...USED, layout: USED.layout.slice(0, 3) });
    assert.deepEqual(layout.map(({ id }) => id).sort(), [...TABLE_COLUMNS].sort());
  });

  it('forgets names of another model, and where the user was in it', () => {
    assert.equal(forModel(USED, '/model'), USED);
    const other = forModel(USED, '/other');
    assert.deepEqual(other, {
      ...USED,
      root: '/other',
      filters: { ...USED.filters, assets: [] },
      expanded: [],
      top: 0,
      seen: undefined,
    });
  });
});
