import assert from 'node:assert/strict';
import type { ChainKey } from '../../../../src/protocol/selectionKey';
import { groupsOf, selectionText, TableContent } from '../../../../webview/chains/tableContent';
import { groupOf, rowOf, wishOf } from './tableOf';

describe('the content of the chain table', () => {
  it('is a list of chains where there are no groups', () => {
    const content = new TableContent(wishOf(), 250, undefined);
    assert.equal(content.length, 250);
    assert.deepEqual(content.line(7), { kind: 'chain', row: undefined, group: undefined });
    assert.deepEqual(content.missing(0, 20), { kind: 'chains', group: undefined, from: 0, count: 100 });
    content.putChains(
      undefined,
      0,
      Array.from({ length: 100 }, (_, index) => rowOf(index)),
    );
    assert.deepEqual(content.line(7), { kind: 'chain', row: rowOf(7), group: undefined });
    assert.equal(content.missing(0, 20), undefined);
  });

  it('shows the chains of groups that are open, between the groups', () => {
    const content = new TableContent(wishOf({ grouping: 'asset' }), 10, 3);
    assert.deepEqual(content.missing(0, 3), { kind: 'groups', group: undefined, from: 0, count: 3 });
    content.putGroups(0, [groupOf(0, 5), groupOf(1, 3), groupOf(2, 2)]);
    content.setExpanded(1, true);
    assert.equal(content.length, 6);
    assert.deepEqual(content.line(1), { kind: 'group', row: groupOf(1, 3), group: 1, isExpanded: true });
    assert.deepEqual(content.line(2), { kind: 'chain', row: undefined, group: 1 });
    assert.deepEqual(content.line(5), { kind: 'group', row: groupOf(2, 2), group: 2, isExpanded: false });
    assert.deepEqual(content.missing(0, 6), { kind: 'chains', group: 1, from: 0, count: 3 });
    content.putChains(1, 0, [rowOf(0, 1), rowOf(1, 1), rowOf(2, 1)]);
    assert.deepEqual(content.line(4), { kind: 'chain', row: rowOf(2, 1), group: 1 });
    assert.equal(content.lineOf(1, 2), 4);
    assert.deepEqual(content.expanded, [{ kind: 'asset', id: 'a1' }]);
  });

  it('drops what comes for a group that was closed meanwhile', () => {
    const content = new TableContent(wishOf({ grouping: 'asset' }), 10, 1);
    content.putGroups(0, [groupOf(0, 10)]);
    content.setExpanded(0, true);
    content.setExpanded(0, false);
    content.putChains(0, 0, [rowOf(0)]);
    assert.equal(content.length, 1);
    content.setExpanded(0, true);
    assert.deepEqual(content.line(1), { kind: 'chain', row: undefined, group: 0 });
  });

  it('does not open a group that is not there yet', () => {
    const content = new TableContent(wishOf({ grouping: 'asset' }), 10, 2);
    content.setExpanded(1, true);
    assert.equal(content.length, 2);
  });

  it('asks for the chains of a group by what they have in common', () => {
    const through = [{ kind: 'component', name: 'C' }] as const;
    const content = new TableContent(wishOf({ grouping: 'asset' }, { through, text: 'x' }), 10, 1);
    content.putGroups(0, [groupOf(0, 10)]);
    const query = content.queryOf(0);
    assert.deepEqual(query.through, [...through, { kind: 'asset', id: 'a0' }]);
    assert.equal(query.text, 'x');
    assert.equal(content.queryOf(undefined), content.wish.query);
  });

  it('knows the groups that a chain is in', () => {
    const key: ChainKey = { kind: 'chain', path: ['i', 'C', 'j', 'D'], asset: 'a', type: 'S' };
    assert.deepEqual(groupsOf(key, 'asset'), [{ kind: 'asset', id: 'a' }]);
    assert.deepEqual(groupsOf(key, 'entry'), [{ kind: 'entry', name: 'i' }]);
    assert.deepEqual(groupsOf(key, 'last-step'), [{ kind: 'last-step', interface: 'j', component: 'D' }]);
    assert.deepEqual(groupsOf(key, 'relation'), [
      { kind: 'relation', interface: 'i', component: 'C' },
      { kind: 'relation', interface: 'j', component: 'D' },
    ]);
  });

  it('tells selections apart whatever the order of their keys', () => {
    assert.equal(
      selectionText({ kind: 'relation', interface: 'i', component: 'C' }),
      selectionText({ component: 'C', interface: 'i', kind: 'relation' }),
    );
    assert.notEqual(
      selectionText({ kind: 'entry', name: 'x' }),
      selectionText({ kind: 'interface', name: 'x' }),
    );
  });
});
