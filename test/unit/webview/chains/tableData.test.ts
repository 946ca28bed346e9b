import assert from 'node:assert/strict';
import type { ChainKey } from '../../../../src/protocol/selectionKey';
import type { TableContent } from '../../../../webview/chains/tableContent';
import { TableData, type TableHost } from '../../../../webview/chains/tableData';
import { AskedHost, rowOf, tableHost, wishOf } from './tableOf';

const START = { range: { first: 0, end: 0 }, expanded: [] } as const;

/** Resolves when everything that is under way is answered. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

function dataOf(host: TableHost) {
  const contents: TableContent[] = [];
  const failures: (string | undefined)[] = [];
  const data = new TableData(host, {
    onContent: (content) => contents.push(content),
    onRows: () => undefined,
    onFailure: (message) => failures.push(message),
  });
  return { data, contents, failures };
}

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => rowOf(from + index));

describe('fetching what the chain table shows', () => {
  it('begins with the page that is looked at', async () => {
    const host = tableHost(10, 100);
    const { data, contents } = dataOf(host);
    data.show(wishOf(), { range: { first: 250, end: 260 }, expanded: [] });
    assert.ok(data.isPending);
    await rest();
    assert.ok(!data.isPending);
    assert.equal(contents[0]?.total, 1000);
    assert.deepEqual(host.asked[0]?.params, { root: '/model', query: wishOf().query, from: 200, count: 100 });
  });

  it('fetches what is in view, then what comes next, then what came before', async () => {
    const host = tableHost(10, 100);
    const { data } = dataOf(host);
    data.show(wishOf(), START);
    await rest();
    host.asked.length = 0;
    data.look({ first: 500, end: 520 });
    await rest();
    assert.deepEqual(
      host.asked.map(({ params }) => 'from' in params && params.from),
      [500, 600, 400],
    );
    assert.deepEqual(data.content?.line(510), { kind: 'chain', row: rowOf(10, 5), group: undefined });
  });

  it('asks for what is looked at now when an answer comes, not for what was passed by', async () => {
    const host = new AskedHost();
    const { data } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.answer({ total: 100_000, kept: 100_000, rows: rows(0, 100) });
    data.look({ first: 20_000, end: 20_020 });
    for (const first of [30_000, 40_000, 50_000]) {
      data.look({ first, end: first + 20 });
    }
    await host.asked.at(-1)?.answer({ total: 100_000, kept: 100_000, rows: rows(20_000, 100) });
    const asked = host.asked.map(({ params }) => 'from' in params && params.from);
    assert.deepEqual(asked, [0, 20_000, 50_000]);
  });

  it('keeps the old rows until the first of the new ones are there', async () => {
    const host = new AskedHost();
    const { data, contents } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.answer({ total: 3, kept: 3, rows: rows(0, 3) });
    data.show(wishOf({}, { text: 'x' }), START);
    assert.equal(data.content?.total, 3);
    assert.ok(data.isPending);
    await host.asked[1]?.answer({ total: 1, kept: 3, rows: rows(1, 1) });
    assert.equal(data.content?.total, 1);
    assert.equal(contents.length, 2);
  });

  it('shows nothing of the new before all that is in view is there', async () => {
    const host = new AskedHost();
    const { data, contents } = dataOf(host);
    data.show(wishOf(), { range: { first: 90, end: 110 }, expanded: [] });
    await host.asked[0]?.answer({ total: 300, kept: 300, rows: rows(0, 100) });
    assert.equal(contents.length, 0);
    await host.asked[1]?.answer({ total: 300, kept: 300, rows: rows(100, 100) });
    assert.equal(contents[0]?.missing(90, 110), undefined);
  });

  it('drops the answer to what is not wished any more', async () => {
    const host = new AskedHost();
    const { data, contents } = dataOf(host);
    data.show(wishOf({}, { text: 'a' }), START);
    data.show(wishOf({}, { text: 'ab' }), START);
    data.show(wishOf({}, { text: 'abc' }), START);
    assert.equal(host.asked.length, 1);
    await host.asked[0]?.answer({ total: 9, kept: 9, rows: rows(0, 9) });
    assert.equal(contents.length, 0);
    assert.equal(host.asked.length, 2);
    await host.asked[1]?.answer({ total: 2, kept: 9, rows: rows(0, 2) });
    assert.deepEqual(
      contents.map(({ total, wish }) => [total, wish.query.text]),
      [[2, 'abc']],
    );
  });

  it('drops rows of a page when the chains have changed meanwhile', async () => {
    const host = new AskedHost();
    const { data } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.answer({ total: 300, kept: 300, rows: rows(0, 100) });
    data.look({ first: 150, end: 160 });
    data.show(wishOf({ revision: 2 }), START);
    await host.asked[1]?.answer({ total: 300, kept: 300, rows: rows(100, 100) });
    await host.asked[2]?.answer({ total: 5, kept: 5, rows: rows(0, 5) });
    assert.equal(data.content?.total, 5);
    assert.equal(data.content?.wish.revision, 2);
  });

  it('goes on where an answer ended early, so that no message gets too long', async () => {
    const host = new AskedHost();
    const { data } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.answer({ total: 10, kept: 10, rows: rows(0, 4) });
    data.look({ first: 0, end: 10 });
    assert.deepEqual(host.asked[1]?.params, { root: '/model', query: wishOf().query, from: 4, count: 6 });
  });

  it('says what went wrong, asks no further, and tries again when told', async () => {
    const host = new AskedHost();
    const { data, contents, failures } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.fail('the thread has ended');
    data.look({ first: 0, end: 10 });
    assert.deepEqual(failures, ['the thread has ended']);
    assert.equal(host.asked.length, 1);
    data.retry();
    assert.deepEqual(failures, ['the thread has ended', undefined]);
    await host.asked[1]?.answer({ total: 1, kept: 1, rows: rows(0, 1) });
    assert.equal(contents.length, 1);
  });

  it('shows nothing without a wish', async () => {
    const { data } = dataOf(tableHost(1, 1));
    data.show(wishOf(), START);
    await rest();
    data.show(undefined, START);
    assert.equal(data.content, undefined);
    assert.ok(!data.isPending);
  });

  it('opens the groups that were open before, on whatever page they are', async () => {
    const { data } = dataOf(tableHost(250, 3));
    const expanded = [
      { kind: 'asset', id: 'a210' },
      { kind: 'asset', id: 'a7' },
      { kind: 'asset', id: 'gone' },
    ] as const;
    data.show(wishOf({ grouping: 'asset' }), { range: { first: 0, end: 0 }, expanded });
    await rest();
    assert.deepEqual(data.content?.expanded, [
      { kind: 'asset', id: 'a7' },
      { kind: 'asset', id: 'a210' },
    ]);
    assert.equal(data.content?.length, 256);
  });

  it('fetches the chains of a group that is opened', async () => {
    const { data } = dataOf(tableHost(4, 3));
    data.show(wishOf({ grouping: 'asset' }), START);
    await rest();
    data.toggle(2);
    data.look({ first: 0, end: 7 });
    await rest();
    assert.deepEqual(data.content?.line(4), { kind: 'chain', row: rowOf(1, 2), group: 2 });
    data.toggle(2);
    assert.equal(data.content?.length, 4);
  });

  const key = (group: number, number: number): ChainKey => rowOf(number, group).key;

  it('finds the line of a chain', async () => {
    const { data } = dataOf(tableHost(4, 300));
    data.show(wishOf(), START);
    await rest();
    assert.deepEqual(await data.find(key(2, 5), true), { isThere: true, line: 605 });
    assert.deepEqual(await data.find(key(9, 5), true), { isThere: false, line: undefined });
  });

  it('finds the line of a chain in its group, and opens that if it shall', async () => {
    const { data } = dataOf(tableHost(250, 3));
    data.show(wishOf({ grouping: 'asset' }), START);
    await rest();
    assert.deepEqual(await data.find(key(220, 1), false), { isThere: true, line: undefined });
    assert.deepEqual(await data.find(key(220, 1), true), { isThere: true, line: 222 });
    assert.deepEqual(await data.find(key(220, 1), false), { isThere: true, line: 222 });
    assert.deepEqual(await data.find(key(999, 1), true), { isThere: false, line: undefined });
  });

  it('does not answer where a chain was when something else is shown meanwhile', async () => {
    const host = new AskedHost();
    const { data } = dataOf(host);
    data.show(wishOf(), START);
    await host.asked[0]?.answer({ total: 1, kept: 1, rows: rows(0, 1) });
    const found = data.find(key(0, 0), true);
    data.show(wishOf({ revision: 2 }), START);
    await host.asked[2]?.answer({ total: 0, kept: 0, rows: [] });
    await host.asked[1]?.answer(0);
    assert.equal(await found, undefined);
  });
});
