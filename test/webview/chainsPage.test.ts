import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/webview/browserHost';
import { THEMES } from '../../scripts/webview/server';
import type { ViewState } from '../../src/protocol/viewProtocol';
import { ALL_CHAINS, type TableQuery } from '../../src/threats/tableQuery';
import { type NaiveRow, naiveRows, naiveTable } from '../support/naiveTable';
import { until } from '../support/until';
import { chainsOf, identityOf, Table } from './chainTable';
import { type OpenedPage, PageTests, textsOf } from './support';

describe('the page of the chain table', () => {
  let tests: PageTests;
  let opened: OpenedPage;
  let page: Page;
  let table: Table;
  let rows: readonly NaiveRow[];

  before(async () => {
    rows = naiveRows(chainsOf('examples/client-server'));
    tests = await PageTests.start(textsOf('examples/client-server'));
  });

  after(() => tests.stop());

  const open = async (options: Parameters<PageTests['open']>[1] = {}): Promise<void> => {
    opened = await tests.open('chains', { width: 1400, height: 1200, ...options });
    ({ page } = opened);
    table = await new Table(page).wait();
  };

  beforeEach(async () => {
    await tests.host.choose(undefined);
    tests.host.calls.length = 0;
    await open();
  });

  afterEach(async () => {
    const { complaints } = opened;
    assert.ok(opened.longestAnswer() < 1_000_000);
    await opened.close();
    assert.deepEqual(complaints, []);
  });

  const expected = (query: Partial<TableQuery>): string[][] =>
    naiveTable(rows, { ...ALL_CHAINS, ...query }).map(identityOf);

  const expectQuery = async (query: Partial<TableQuery>): Promise<void> => {
    const wanted = expected(query);
    const text = wanted.length === rows.length ? '36 chains' : `${wanted.length} of 36 chains`;
    await table.waitForCount(text);
    await table.expectIdentities(wanted);
  };

  it('explains the chosen chain step by step', async () => {
    const index = rows.findIndex(({ chain }) => chain.steps.length === 3);
    await table.rows.nth(index).click();
    const region = page.getByRole('region', { name: 'Explanation of the chosen chain' });
    await region.getByText('3 steps').waitFor();
    const chain = tests.host.state.chain ?? assert.fail();
    const text = (await region.textContent()) ?? '';
    for (const part of [chain.description, chain.formula, chain.attackers, chain.period, chain.rating]) {
      assert.ok(text.includes(part), part);
    }
    const steps = await region.locator('.step').allTextContents();
    assert.equal(steps.length, 3);
    for (const [at, step] of chain.steps.entries()) {
      const { vector = '', reason, vectorInWords } = step;
      for (const part of [`${step.interface} › ${step.component}`, reason, vector, ...vectorInWords]) {
        assert.ok(steps[at]?.includes(part), `${at}: ${part}`);
      }
    }
    await page.getByRole('button', { name: 'Close the explanation' }).click();
    assert.equal(await region.isVisible(), false);
    await page.getByRole('button', { name: 'Explanation', exact: true }).click();
    await region.waitFor();
  });

  it('exports what is filtered, and shows graph and summary', async () => {
    await table.tick('Type', 'Denial of Service');
    await expectQuery({ types: ['D'] });
    await page.getByRole('button', { name: 'Export what is shown as CSV' }).click();
    await page.getByRole('button', { name: 'Export what is shown as JSON' }).click();
    await page.getByRole('button', { name: 'Show the graph' }).click();
    await page.getByRole('button', { name: 'Show the summary' }).click();
    await until(() => tests.host.calls.length === 4);
    const query = { ...ALL_CHAINS, types: ['D'] };
    const sent = tests.host.calls.map(({ method, params }) => [method, JSON.parse(JSON.stringify(params))]);
    assert.deepEqual(sent, [
      ['exportTable', JSON.parse(JSON.stringify({ root: ROOT, query, format: 'csv' }))],
      ['exportTable', JSON.parse(JSON.stringify({ root: ROOT, query, format: 'json' }))],
      ['showPage', { page: 'graph' }],
      ['showPage', { page: 'summary' }],
    ]);
  });

  it('has the roles, names and numbers of a grid', async () => {
    const grid = page.getByRole('grid', { name: 'Attack chains' });
    assert.equal(await grid.getAttribute('aria-rowcount'), '37');
    assert.equal(await grid.getAttribute('aria-colcount'), String((await table.columns()).length));
    assert.equal(await table.rows.first().getAttribute('aria-rowindex'), '2');
    const snapshot = await grid.ariaSnapshot();
    assert.match(snapshot, /rowgroup:\s+- row .*:\s+- columnheader "Rating"\s+- columnheader "Probability"/);
    assert.match(snapshot, /- columnheader "Attack Vector \(AV\)"/);
    assert.match(
      snapshot,
      /- gridcell "High"\s+- gridcell "7.5"\s+- gridcell "Denial of Service"\s+- gridcell "Gateway1 › Server"/,
    );
    for (const name of [
      'Go back',
      'Go forward',
      'Clear selection',
      'Copy chain as Markdown',
      'Explanation',
    ]) {
      assert.equal(await page.getByRole('button', { name, exact: true }).count(), 1, name);
    }
    assert.equal(await page.getByRole('status').count(), 1);
    assert.equal(await page.getByRole('separator', { name: 'Size of the explanation' }).count(), 1);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  });

  for (const theme of THEMES) {
    it(`has no fault that axe-core finds in the theme ${theme}, with groups and explanation open`, async () => {
      await opened.close();
      await open({ theme, width: 1200, height: 500 });
      await table.rows.nth(2).click();
      await page.locator('.steps').waitFor();
      assert.deepEqual(await opened.axe(), []);
      await table.groupBy('By asset');
      await table.rows.first().click();
      await page.locator('.row.nested .path').first().waitFor();
      assert.deepEqual(await opened.axe(), []);
      await page.locator('.filters summary').first().click();
      await page.getByRole('checkbox').first().waitFor();
      assert.deepEqual(await opened.axe(), []);
      await page.getByRole('combobox', { name: 'Group by' }).click();
      await page.getByRole('option').first().waitFor();
      assert.deepEqual(await opened.axe(), []);
      await opened.picture(`chains ${theme}`);
    });
  }

  it('has no fault that axe-core finds where there is little room, and folds its filters there', async () => {
    await opened.close();
    await open({ width: 400, height: 500 });
    assert.equal(await page.locator('.filters').isVisible(), false);
    await page.getByRole('button', { name: 'Filters' }).click();
    await table.tick('Type', 'Denial of Service');
    await table.waitForCount('18 of 36 chains');
    await page.getByRole('button', { name: 'Filters (1 set)' }).waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(beyond, false);
    const [above, below] = [
      await page.locator('.table').boundingBox(),
      await page.locator('.detail').boundingBox(),
    ];
    assert.ok(above && below && below.y >= above.y + above.height - 3);
    assert.deepEqual(await opened.axe(), []);
  });

  it('says what the host is doing, and lets it be cancelled', async () => {
    const requests = tests.host.requests as { ready: unknown; cancel: unknown };
    const { ready, cancel } = requests;
    let cancelled = 0;
    requests.cancel = () => {
      cancelled++;
    };
    const show = async (change: Partial<ViewState>): Promise<void> => {
      requests.ready = () => ({ ...tests.host.state, ...change });
      await page.reload();
    };
    try {
      await show({ phase: 'computing', found: 12_345 });
      await page.getByText('computing, 12,345 found').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await until(() => cancelled === 1);
      await show({ phase: 'outdated' });
      await page.getByText('outdated').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Compute' }).count(), 1);
      const totals = tests.host.state.totals ?? assert.fail();
      await show({ totals: { ...totals, complete: false } });
      await page.getByText('incomplete: the search ended early').waitFor();
      await show({ totals: undefined, phase: 'none' });
      await page.getByText('have not been computed yet').waitFor();
      assert.deepEqual(await opened.axe(), []);
      await show({ totals: { ...totals, kept: 0, total: 0 }, narrowing: [] });
      await page.getByText('Why No Chain').waitFor();
      await show({ root: undefined, totals: undefined, models: [] });
      await page.getByText('There is no threat modeling graph').waitFor();
      assert.deepEqual(await opened.axe(), []);
      const models = [...tests.host.state.models, { root: '/other', name: 'Other' }];
      await show({ models });
      await page.getByRole('combobox', { name: 'Model' }).waitFor();
    } finally {
      Object.assign(requests, { ready, cancel });
    }
  });

  it('says why rows could not be loaded, and tries again', async () => {
    const requests = tests.host.requests as { tableRows: unknown };
    const { tableRows } = requests;
    requests.tableRows = () => {
      throw new Error('the thread has ended');
    };
    await page.reload();
    await page.getByText('the rows could not be loaded: the thread has ended').waitFor();
    requests.tableRows = tableRows;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectQuery({});
    assert.equal(await page.locator('.notes').textContent(), '');
  });
});
