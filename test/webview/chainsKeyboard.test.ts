import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ALL_CHAINS, type TableQuery } from '../../src/threats/tableQuery';
import { type NaiveRow, naiveRows, naiveTable } from '../support/naiveTable';
import { until, untilEqual } from '../support/until';
import { chainsOf, identityOf, keyOf, Table } from './chainTable';
import { type OpenedPage, PageTests, textsOf } from './support';

describe('the chain table by keyboard', () => {
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

  it('is used by keyboard: rows, cells, header, sorting, moving and resizing columns', async () => {
    await table.grid.focus();
    await page.keyboard.press('ArrowDown');
    await table.expectActive('row row-1');
    await untilEqual(() => tests.host.state.selection, keyOf(rows[1] as NaiveRow));
    await page.keyboard.press('End');
    await table.expectActive('row row-35');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await table.expectActive('gridcell cell-0-0');
    await page.keyboard.press('ArrowRight');
    await table.expectActive('gridcell cell-0-1');
    await page.keyboard.press('ArrowUp');
    await table.expectActive('columnheader header-1');
    await page.keyboard.press('Enter');
    await expectQuery({ sort: { column: 'Probability', descending: true } });
    await table.expectActive('columnheader header-1');
    await page.keyboard.press('Alt+ArrowLeft');
    await untilEqual(async () => (await table.columns()).slice(0, 2), ['Probability', 'Rating']);
    await table.expectActive('columnheader header-0');
    const width = async (): Promise<number> => (await table.header('Probability').boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('Shift+ArrowRight');
    await until(async () => (await width()) === before + 10);
    await page.keyboard.press('ArrowDown');
    await table.expectActive('gridcell cell-0-0');
    await page.keyboard.press('ArrowLeft');
    await table.expectActive('row row-0');
    assert.deepEqual(tests.host.calls, []);
  });

  it('opens, copies, goes back and clears by keyboard', async () => {
    const lastCall = (): string | undefined => tests.host.calls.at(-1)?.method;
    await table.grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(() => lastCall() === 'reveal');
    await untilEqual(() => tests.host.state.selection, keyOf(rows[2] as NaiveRow));
    await page
      .getByRole('region', { name: 'Explanation of the chosen chain' })
      .getByRole('list')
      .first()
      .waitFor();
    await page.keyboard.press('Control+c');
    await until(() => lastCall() === 'copyChain');
    await page.keyboard.press('ArrowDown');
    await untilEqual(() => tests.host.state.selection, keyOf(rows[3] as NaiveRow));
    await page.keyboard.press('Alt+ArrowLeft');
    await untilEqual(() => tests.host.state.selection, keyOf(rows[2] as NaiveRow));
    await table.expectActive('row row-2');
    await page.keyboard.press('Alt+ArrowRight');
    await table.expectActive('row row-3');
    await page.keyboard.press('Escape');
    await until(() => tests.host.state.selection === undefined);
    await until(async () => (await table.chosen().count()) === 0);
    await page.keyboard.press('f');
    await page.keyboard.type('DB');
    await expectQuery({ text: 'DB' });
    await page.keyboard.press('Escape');
    await expectQuery({});
    await page.keyboard.press('ArrowDown');
    assert.equal(await table.grid.evaluate((grid) => grid === document.activeElement), true);
    await page.keyboard.press('Control+f');
    assert.equal(
      await page.locator('.text-filter').evaluate((text) => text === document.activeElement),
      true,
    );
  });

  it('is one stop of the tab key, before the explanation with its links', async () => {
    await table.rows.first().click();
    await page.locator('.steps').waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.className || document.activeElement?.tagName || '');
    await page.keyboard.press('Tab');
    assert.match(await focused(), /splitter/);
    const size = async (): Promise<number> => (await page.locator('.detail').boundingBox())?.width ?? 0;
    const before = await size();
    await page.keyboard.press('ArrowLeft');
    await until(async () => (await size()) === before + 20);
    while ((await focused()) !== 'place') {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await until(() => tests.host.calls.at(-1)?.method === 'openPlace');
    const step = tests.host.state.chain?.steps[0];
    assert.deepEqual(tests.host.calls.at(-1)?.params, { place: step?.source });
    await page.keyboard.press('Escape');
    assert.match(await focused(), /grid/);
  });

  it('opens and closes groups by keyboard, and goes between a chain and its group', async () => {
    await table.groupBy('By asset');
    await table.grid.focus();
    await page.keyboard.press('Home');
    await table.expectActive('row row-0');
    await page.keyboard.press('ArrowRight');
    await until(async () => (await table.rows.first().getAttribute('aria-expanded')) === 'true');
    await page.keyboard.press('ArrowRight');
    await table.expectActive('row row-1');
    await until(() => tests.host.state.selection?.kind === 'chain');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await table.expectActive('gridcell cell-2-0');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await table.expectActive('row row-0');
    await page.keyboard.press('ArrowLeft');
    await until(async () => (await table.rows.first().getAttribute('aria-expanded')) === 'false');
    await page.keyboard.press('Enter');
    await until(async () => (await table.rows.first().getAttribute('aria-expanded')) === 'true');
  });
});
