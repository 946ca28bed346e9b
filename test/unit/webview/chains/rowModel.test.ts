import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowModel, type RowPlace } from '../../../../webview/chains/rowModel';

/** The lines one by one. */
function naiveLines(groups: number, expanded: ReadonlyMap<number, number>): RowPlace[] {
  return Array.from({ length: groups }, (_, group): RowPlace[] => [
    { group, chain: undefined },
    ...Array.from({ length: expanded.get(group) ?? 0 }, (__, chain) => ({ group, chain })),
  ]).flat();
}

describe('groups with their chains as lines', () => {
  it('are the same as lines written one by one, whichever groups are open', () => {
    const anyGroups = fc.integer({ min: 0, max: 12 }).chain((groups) =>
      fc.record({
        groups: fc.constant(groups),
        expanded: fc.uniqueArray(fc.tuple(fc.nat(Math.max(0, groups - 1)), fc.nat(5)), {
          selector: ([group]) => group,
          maxLength: groups,
        }),
      }),
    );
    fc.assert(
      fc.property(anyGroups, ({ groups, expanded }) => {
        const model = new RowModel(groups, new Map(expanded));
        const lines = naiveLines(groups, new Map(expanded));
        assert.equal(model.length, lines.length);
        assert.deepEqual(
          lines.map((_, line) => model.at(line)),
          lines,
        );
        assert.deepEqual(
          lines.map((place) => model.lineOf(place)),
          lines.map((_, line) => line),
        );
      }),
    );
  });

  it('open and close', () => {
    const closed = new RowModel(3);
    const open = closed.withExpanded(1, 2);
    assert.deepEqual([closed.length, open.length, open.withCollapsed(1).length], [3, 5, 3]);
    assert.ok(open.isExpanded(1) && !open.isExpanded(0) && !open.withCollapsed(1).isExpanded(1));
  });

  it('stay quick with a million chains in a thousand groups', () => {
    const expanded = new Map(Array.from({ length: 1000 }, (_, group) => [group, 1000]));
    const model = new RowModel(1000, expanded);
    assert.equal(model.length, 1_001_000);
    assert.deepEqual(model.at(1_000_999), { group: 999, chain: 999 });
    assert.deepEqual(model.at(1001), { group: 1, chain: undefined });
  });
});
