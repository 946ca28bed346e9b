import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ViewRequests } from '../../../src/protocol/viewProtocol';
import { isSelectionKey, isViewParams, isViewState } from '../../../src/protocol/viewGuards';
import { isSameKey, narrowingOf, type SelectionKey } from '../../../src/protocol/selectionKey';
import { ALL_CHAINS } from '../../../src/threats/tableQuery';

const CHAIN: SelectionKey = { kind: 'chain', path: ['i', 'c'], asset: 'c/a', type: 'E' };
const KEYS: readonly SelectionKey[] = [
  CHAIN,
  { kind: 'component', name: 'c' },
  { kind: 'interface', name: 'c' },
  { kind: 'relation', interface: 'i', component: 'c' },
  { kind: 'asset', id: 'c/a' },
];
const place = { path: '/f', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } };
const VALID: { readonly [Method in keyof ViewRequests]: ViewRequests[Method]['params'] } = {
  ready: {},
  tableRows: { root: '/', query: ALL_CHAINS, from: 0, count: 200 },
  tableGroups: { root: '/', query: ALL_CHAINS, grouping: 'asset', from: 0, count: 1 },
  tableIndex: { root: '/', query: ALL_CHAINS, key: CHAIN },
  tableFacets: { root: '/' },
  scene: { root: '/', from: 0 },
  summary: { root: '/', minProbability: undefined },
  layout: { root: '/', kind: 'force', fresh: false },
  choose: { key: undefined },
  reveal: {},
  narrow: { narrowing: [{ kind: 'entry', name: 'i' }] },
  travel: { by: -1 },
  openPlace: { place },
  compute: {},
  cancel: {},
  showModel: { root: '/' },
  showPage: { page: 'graph' },
  followCursor: { follow: true },
  copyChain: {},
  exportTable: { root: '/', query: ALL_CHAINS, format: 'csv' },
  savePicture: { format: 'svg', data: '<svg/>' },
};

describe('what a page may send', () => {
  for (const [method, params] of Object.entries(VALID)) {
    const name = method as keyof ViewRequests;

    it(`${method}: what the protocol says, also without keys that are undefined`, () => {
      assert.ok(isViewParams(name, params));
      assert.ok(isViewParams(name, JSON.parse(JSON.stringify(params))));
    });

    it(`${method}: nothing that lacks a key or has another type in it`, () => {
      assert.ok(!isViewParams(name, undefined));
      assert.ok(!isViewParams(name, 'all'));
      for (const [key, value] of Object.entries(params)) {
        assert.ok(!isViewParams(name, { ...params, [key]: Symbol('other') }), key);
        if (value !== undefined) {
          assert.ok(!isViewParams(name, { ...params, [key]: typeof value === 'string' ? 7 : 'x' }), key);
        }
      }
    });
  }

  it('refuses more rows than a page has, and methods that are none', () => {
    assert.ok(!isViewParams('tableRows', { ...VALID.tableRows, count: 201 }));
    assert.ok(!isViewParams('tableRows', { ...VALID.tableRows, from: -1 }));
    assert.ok(!isViewParams('constructor' as never, {}));
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(VALID) as (keyof ViewRequests)[])),
        fc.anything(),
        (name, value) => {
          assert.equal(typeof isViewParams(name, value), 'boolean');
          assert.equal(typeof isViewState(value), 'boolean');
        },
      ),
    );
  });
});

describe('selection keys', () => {
  it('are told from other values', () => {
    assert.ok(KEYS.every(isSelectionKey));
    for (const value of [
      undefined,
      {},
      { kind: 'chain' },
      { kind: 'node', name: 'c' },
      { ...CHAIN, type: 'X' },
    ]) {
      assert.ok(!isSelectionKey(value));
    }
  });

  it('are the same by what they name, not by identity', () => {
    for (const [at, key] of KEYS.entries()) {
      for (const [other, copy] of KEYS.map((value) => structuredClone(value)).entries()) {
        assert.equal(isSameKey(key, copy), at === other);
      }
      assert.ok(!isSameKey(key, undefined));
    }
    assert.ok(isSameKey(undefined, undefined));
  });

  it('narrow the table to the chains through them; a chain leaves it as it is', () => {
    assert.deepEqual(narrowingOf({ kind: 'component', name: 'c' }), [{ kind: 'component', name: 'c' }]);
    assert.deepEqual(narrowingOf(undefined), []);
    assert.equal(narrowingOf(CHAIN), undefined);
  });
});
