import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/webview/browserHost';
import { GROUPINGS, type Grouping } from '../../src/chains/groupings';
import { ALL_CHAINS, type TableColumn, type TableQuery } from '../../src/threats/tableQuery';
import { COLUMNS, FIRST_LAYOUT, shownColumns } from '../../webview/chains/columns';
import { type NaiveRow, naiveRows, naiveTable } from '../support/naiveTable';
import { until, untilEqual } from '../support/until';
import { chainsOf, IDENTITY, identityOf, Table } from './chainTable';
import { type OpenedPage, PageTests, textsOf } from './support';

describe('the chain table: rows, filters, groups, columns', () => {
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

  it('shows all chains, best first', async () => {
    assert.equal(rows.length, 36);
    await expectQuery({});
    const [first] = await table.cells(['Rating', 'Probability', 'STRIDE Type', 'Path']);
    assert.deepEqual(first, ['High', '7.5', 'Denial of Service', 'Gateway1 › Server']);
  });

  it('sorts by every column that has an order: descending, ascending, and by rank again', async () => {
    const columns = (await table.columns()) as TableColumn[];
    for (const column of columns.filter((id) => COLUMNS.find((each) => each.id === id)?.isOrdered)) {
      const header = table.header(column);
      for (const [state, descending] of [
        ['descending', true],
        ['ascending', false],
      ] as const) {
        await header.click();
        assert.equal(await header.getAttribute('aria-sort'), state);
        await expectQuery({ sort: { column, descending } });
      }
      await header.click();
      assert.equal(await header.getAttribute('aria-sort'), 'none');
    }
    await table.header('Path').click();
    assert.equal(await table.header('Path').getAttribute('aria-sort'), null);
    await expectQuery({});
  });

  it('filters by text, types, ratings, assets, entry points, length and P, as a naive filter does', async () => {
    const clear = page.getByRole('button', { name: 'Clear filters' });
    await page.getByRole('textbox', { name: 'Filter by names' }).fill('router DB');
    await expectQuery({ text: 'router DB' });
    await clear.click();
    await expectQuery({});
    await table.tick('Type', 'Elevation of Privilege');
    await expectQuery({ types: ['E'] });
    await table.tick('Rating', 'Low');
    await table.tick('Rating', 'High');
    await expectQuery({ types: ['E'], ratings: ['High', 'Low'] });
    await clear.click();
    const asset = rows[0]?.chain.asset ?? assert.fail();
    await table.tick('Asset', `${asset.name} of ${asset.component}`);
    await expectQuery({ assets: [asset.id] });
    await table.tick('Entry', 'LAN1');
    await expectQuery({ assets: [asset.id], entries: ['LAN1'] });
    await clear.click();
    await page.getByRole('textbox', { name: 'Length from' }).fill('3');
    await page.getByRole('textbox', { name: 'Length to' }).fill('5');
    await expectQuery({ minLength: 3, maxLength: 5 });
    await page.getByRole('textbox', { name: 'P at least' }).fill('4,5');
    await expectQuery({ minLength: 3, maxLength: 5, minProbability: 4.5 });
    await page.getByRole('textbox', { name: 'Length to' }).fill('many');
    assert.equal(await page.getByRole('textbox', { name: 'Length to' }).getAttribute('aria-invalid'), 'true');
    await expectQuery({ minLength: 3, minProbability: 4.5 });
    await clear.click();
    await expectQuery({});
    assert.equal(await clear.isVisible(), false);
  });

  it('says that nothing fits, and clears the filters', async () => {
    await page.getByRole('textbox', { name: 'Filter by names' }).fill('no such name');
    await page.getByText('No chain fits the filters.').waitFor();
    assert.equal(await page.locator('.count').textContent(), '0 of 36 chains');
    await page.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
    await expectQuery({});
  });

  /** Names of the groups that a chain is in. */
  const groupNames: Readonly<Record<Grouping, (row: NaiveRow) => readonly string[]>> = {
    asset: ({ chain }) => [`${chain.asset.name} of ${chain.asset.component}`],
    entry: ({ chain }) => [chain.entry],
    'last-step': ({ chain }) => [`${chain.path.at(-2)} > ${chain.path.at(-1)}`],
    relation: ({ chain }) => [
      ...new Set(chain.steps.map((step) => `${step.interface} > ${step.component.name}`)),
    ],
  };

  it('groups by asset, entry point, last step and relation, and counts as a naive count does', async () => {
    const labels = {
      asset: 'By asset',
      entry: 'By entry point',
      'last-step': 'By last step',
      relation: 'By relation crossed',
    } as const;
    await table.tick('Type', 'Denial of Service');
    for (const grouping of GROUPINGS) {
      await table.groupBy(labels[grouping]);
      const naive = new Map<string, { chains: number; medium: number; worst: number }>();
      for (const row of naiveTable(rows, { ...ALL_CHAINS, types: ['D'] })) {
        for (const name of groupNames[grouping](row)) {
          const group = naive.get(name) ?? { chains: 0, medium: 0, worst: 0 };
          naive.set(name, {
            chains: group.chains + 1,
            medium: group.medium + (row.chain.rating === 'Low' ? 0 : 1),
            worst: Math.max(group.worst, row.chain.probability),
          });
        }
      }
      const wanted = [...naive].map(([name, { chains, medium, worst }]) => [
        name,
        `P ${Number(worst.toPrecision(4))}`,
        `${chains} chain${chains === 1 ? '' : 's'}`,
        `${medium} at or above Medium`,
      ]);
      await until(async () => (await table.rows.count()) === wanted.length);
      const shown = await table.rows.evaluateAll((groups) =>
        groups.map((group) =>
          ['.group-label', '.group-figure', '.group-chains', '.group-medium'].map(
            (part) => group.querySelector(part)?.textContent ?? '',
          ),
        ),
      );
      assert.deepEqual(shown.sort(), wanted.sort(), grouping);
    }
    await table.groupBy('By asset');
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'No groups' }).click();
    await expectQuery({ types: ['D'] });
  });

  it('shows the chains of a group below it, and hides them again', async () => {
    await table.groupBy('By entry point');
    assert.equal(await table.grid.getAttribute('role'), 'treegrid');
    const [group] = (await table.rows.locator('.group-label').allTextContents()).slice(0, 1);
    const before = await table.rows.count();
    await table.rows.first().click();
    await until(async () => (await table.rows.first().getAttribute('aria-expanded')) === 'true');
    const wanted = expected({ entries: [group ?? ''] });
    await table.expectIdentities(wanted);
    assert.equal(Number(await table.grid.getAttribute('aria-rowcount')), before + wanted.length + 1);
    assert.equal(await table.rows.nth(1).getAttribute('aria-level'), '2');
    await table.rows.first().click();
    await until(async () => (await table.rows.count()) === before);
    assert.equal(await table.rows.first().getAttribute('aria-expanded'), 'false');
  });

  it('shows what it is narrowed down to, and widens again', async () => {
    await tests.host.choose({ kind: 'component', name: 'Router' });
    await expectQuery({ through: [{ kind: 'component', name: 'Router' }] });
    await page.getByText('through Router').waitFor();
    await page.getByRole('button', { name: 'Remove through Router' }).click();
    await expectQuery({});
    await untilEqual(() => tests.host.state.narrowing, []);
    assert.equal(await page.locator('.chips').isVisible(), false);
  });

  it('follows an edit: the chosen chain stays chosen, wherever it stands now', async () => {
    const index = rows.findLastIndex(({ chain }) => chain.type === 'E');
    const wanted = identityOf(rows[index] ?? assert.fail());
    await table.rows.nth(index).click();
    await until(() => tests.host.state.chain !== undefined);
    const expectChosen = async (at: number): Promise<void> => {
      await page.locator(`[data-line="${at}"][aria-selected="true"]`).waitFor();
      assert.equal(await table.chosen().count(), 1);
      await untilEqual(async () => (await table.cells(IDENTITY))[at], wanted);
      await table.expectActive(`row row-${at}`);
    };
    await expectChosen(index);
    const file = 'model.tmg.yaml';
    await tests.host.edit(file, (text) => text.replace('stride: [D, E]', 'stride: [E]'));
    const left = expected({ types: ['E'] });
    await table.waitForCount(`${left.length} chains`);
    await table.expectIdentities(left);
    await expectChosen(left.findIndex((each) => JSON.stringify(each) === JSON.stringify(wanted)));
    await tests.host.edit(file, (text) => text.replace('stride: [E]', 'stride: [D, E]'));
    await expectQuery({});
    await expectChosen(index);
  });

  it('shows the columns that are chosen, hides empty ones by itself, and moves one that is dragged', async () => {
    const empty = (await tests.host.requests.tableFacets({ root: ROOT })).emptyColumns;
    assert.deepEqual(
      await table.columns(),
      shownColumns(FIRST_LAYOUT, empty).map(({ id }) => id),
    );
    await page.locator('summary[aria-label="Columns"]').click();
    await page.getByRole('checkbox', { name: 'Index', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Rating', exact: true }).click();
    await page.keyboard.press('Escape');
    const columns = await table.columns();
    assert.ok(columns.includes('Index') && !columns.includes('Rating'));
    const [from, onto] = [
      await table.header('STRIDE Type').boundingBox(),
      await table.header('Probability').boundingBox(),
    ];
    assert.ok(from && onto);
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(onto.x + 20, onto.y + 10, { steps: 4 });
    await page.mouse.up();
    await untilEqual(async () => (await table.columns()).slice(0, 2), ['STRIDE Type', 'Probability']);
    assert.equal(await table.header('STRIDE Type').getAttribute('aria-sort'), 'none');
  });

  it('resizes a column by its edge, and fits it by a double click', async () => {
    const box = (await table.header('Asset').boundingBox()) ?? assert.fail();
    const width = async (): Promise<number> => (await table.header('Asset').boundingBox())?.width ?? 0;
    const edge = { x: box.x + box.width - 1, y: box.y + 10 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x - 90, edge.y, { steps: 3 });
    await page.mouse.up();
    await untilEqual(width, box.width - 90);
    await page.mouse.dblclick(edge.x - 90, edge.y);
    await until(async () => (await width()) !== box.width - 90);
    const cut = await page
      .locator('.row .cell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.id.endsWith('-4') && cell.scrollWidth > cell.clientWidth),
      );
    assert.deepEqual(cut, []);
    assert.equal(await table.header('Asset').getAttribute('aria-sort'), 'none');
  });
});
