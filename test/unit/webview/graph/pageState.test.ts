import assert from 'node:assert/strict';
import { restoredState } from '../../../../webview/graph/pageState';

describe('what the page of the graph keeps', () => {
  it('is restored as it was', () => {
    const state = {
      ...restoredState(undefined),
      layout: 'force' as const,
      view: { k: 2, x: 10, y: -4 },
      step: 3,
    };
    assert.deepEqual(restoredState(JSON.parse(JSON.stringify(state))), JSON.parse(JSON.stringify(state)));
  });

  it('falls back to the first view where something else is stored', () => {
    const first = restoredState(undefined);
    for (const stored of [
      null,
      1,
      'x',
      [],
      {},
      { ...first, layout: 'spiral' },
      { ...first, view: { k: 'big' } },
    ]) {
      assert.deepEqual(restoredState(stored), first);
    }
  });
});
