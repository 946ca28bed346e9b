import assert from 'node:assert/strict';
import type { ViewState, ViewTotals } from '../../../../src/protocol/viewProtocol';
import { emptyKind } from '../../../../webview/chains/emptyKind';
import { facetItems } from '../../../../webview/chains/facetItems';
import { NO_FILTERS } from '../../../../webview/chains/filters';
import { countText, narrowingText, phaseText, placeText, webAddress } from '../../../../webview/chains/texts';

const TOTALS: ViewTotals = {
  total: 118_332,
  totalIsLowerBound: false,
  kept: 118_332,
  complete: true,
  maxLength: 13,
  byType: [],
  worst: undefined,
};

const FACETS = {
  assets: [{ id: 'a1', label: 'Data of Server' }],
  entries: ['LAN'],
  attackers: [{ key: 'x', name: 'outsider' }],
  types: ['S', 'E'],
  lengths: [1, 3],
  emptyColumns: [],
} as const;

describe('what the chain table says', () => {
  it('counts what is shown, and of how many', () => {
    assert.equal(countText(118_332, TOTALS), '118,332 chains');
    assert.equal(countText(1204, TOTALS), '1,204 of 118,332 chains');
    assert.equal(countText(1, { ...TOTALS, total: 1, kept: 1 }), '1 chain');
    assert.equal(countText(0, { ...TOTALS, total: 0, kept: 0 }), '0 chains');
  });

  it('says where more chains were found than kept, or where there may be more', () => {
    const cut = { ...TOTALS, kept: 100_000 };
    assert.equal(countText(100_000, cut), 'the best 100,000 of 118,332 chains');
    assert.equal(countText(7, cut), '7 of the best 100,000 of 118,332 chains');
    assert.equal(
      countText(7, { ...cut, totalIsLowerBound: true }),
      '7 of the best 100,000 of at least 118,332 chains',
    );
  });

  it('says what is under way, outdated or incomplete', () => {
    const phase = (change: Partial<ViewState>): string | undefined =>
      phaseText({ phase: 'current', found: 0, totals: TOTALS, ...change });
    assert.equal(phase({}), undefined);
    assert.equal(phase({ phase: 'computing', found: 12_345 }), 'computing, 12,345 found');
    assert.equal(phase({ phase: 'computing' }), 'computing');
    assert.equal(phase({ phase: 'outdated' }), 'outdated');
    assert.match(phase({ totals: { ...TOTALS, complete: false } }) ?? '', /incomplete/);
    assert.equal(phase({ phase: 'none', totals: undefined }), undefined);
  });

  it('names what the table is narrowed down to', () => {
    assert.equal(narrowingText({ kind: 'component', name: 'Gateway1' }, undefined), 'through Gateway1');
    assert.equal(narrowingText({ kind: 'interface', name: 'LAN' }, undefined), 'through LAN');
    assert.equal(narrowingText({ kind: 'entry', name: 'LAN' }, undefined), 'from LAN');
    assert.equal(narrowingText({ kind: 'asset', id: 'a1' }, FACETS), 'to Data of Server');
    assert.equal(narrowingText({ kind: 'asset', id: 'a2' }, FACETS), 'to a2');
    assert.equal(
      narrowingText({ kind: 'relation', interface: 'LAN', component: 'Server' }, undefined),
      'through LAN › Server',
    );
    assert.equal(
      narrowingText({ kind: 'last-step', interface: 'LAN', component: 'Server' }, undefined),
      'ending with LAN › Server',
    );
    assert.equal(narrowingText({ kind: 'all' }, undefined), 'all chains');
  });

  it('names a place by file and line', () => {
    const range = { start: { line: 12, column: 3 }, end: { line: 12, column: 9 } };
    assert.equal(placeText({ path: '/a/b/model.tmg.yaml', range }), 'model.tmg.yaml:12');
  });

  it('lets only web pages be opened', () => {
    assert.equal(webAddress('https://cwe.mitre.org/data/79'), 'https://cwe.mitre.org/data/79');
    assert.equal(webAddress('HTTP://example.org'), 'http://example.org/');
    for (const text of [
      'javascript:alert(1)',
      'command:tmg.computeChains',
      'file:///etc/passwd',
      'data:text/html,x',
      ' https://example.org',
      'https://',
      'see https://example.org',
      'TARA-112',
      'https://example.org\njavascript:1',
    ]) {
      assert.equal(webAddress(text), undefined, text);
    }
  });

  it('tells why there are no rows', () => {
    const kind = (change: Partial<ViewState>, shown: number | undefined) =>
      emptyKind({ root: '/model', phase: 'current', totals: TOTALS, ...change }, shown);
    assert.equal(kind({ root: undefined }, undefined), 'no-model');
    assert.equal(kind({ phase: 'none', totals: undefined }, undefined), 'not-computed');
    assert.equal(kind({ phase: 'computing', totals: undefined }, undefined), 'computing');
    assert.equal(kind({ totals: { ...TOTALS, kept: 0 } }, 0), 'no-chains');
    assert.equal(kind({}, 0), 'nothing-fits');
    assert.equal(kind({}, undefined), undefined);
    assert.equal(kind({}, 5), undefined);
  });

  it('offers to filter by what there is, and by what is set although it is gone', () => {
    assert.deepEqual(facetItems('types', FACETS, NO_FILTERS), [
      { value: 'S', label: 'Spoofing' },
      { value: 'E', label: 'Elevation of Privilege' },
    ]);
    assert.deepEqual(facetItems('assets', FACETS, { ...NO_FILTERS, assets: ['gone', 'a1'] }), [
      { value: 'a1', label: 'Data of Server' },
      { value: 'gone', label: 'gone' },
    ]);
    assert.deepEqual(facetItems('entries', FACETS, NO_FILTERS), [{ value: 'LAN', label: 'LAN' }]);
    assert.deepEqual(facetItems('attackers', FACETS, NO_FILTERS), [{ value: 'x', label: 'outsider' }]);
    assert.equal(facetItems('ratings', undefined, NO_FILTERS).length, 3);
    assert.deepEqual(facetItems('entries', undefined, NO_FILTERS), []);
  });
});
