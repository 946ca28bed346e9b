import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/webview/browserHost';
import type { ChainSet } from '../../src/chains/chainSet';
import type { ChainKey } from '../../src/protocol/selectionKey';
import { ALL_CHAINS } from '../../src/threats/tableQuery';
import { until, untilEqual } from '../support/until';
import { chainsOf, Table } from './chainTable';
import { type OpenedPage, PageTests, textsOf } from './support';

const count = (value: number): string => value.toLocaleString('en-US');

describe('the chain table of a large model', () => {
  let tests: PageTests;
  let opened: OpenedPage;
  let page: Page;
  let table: Table;
  let set: ChainSet;

  before(async () => {
    set = chainsOf('examples/autopilot');
    tests = await PageTests.start(textsOf('examples/autopilot'));
  });

  after(() => tests.stop());

  beforeEach(async () => {
    await tests.host.choose(undefined);
    opened = await tests.open('chains', { width: 1200, height: 400 });
    ({ page } = opened);
    table = await new Table(page).wait();
  });

  afterEach(async () => {
    const { complaints } = opened;
    assert.ok(opened.longestAnswer() < 1_000_000);
    await opened.close();
    assert.deepEqual(complaints, []);
  });

  const keyAt = (position: number): ChainKey => {
    const { path, asset, type } = set.chain(position);
    return { kind: 'chain', path, asset: asset.id, type };
  };

  const pathAt = (position: number): string => set.chain(position).path.join(' › ');

  it('begins with the best chains of the engine, and holds only the rows in view', async () => {
    await table.waitForCount(`${count(set.size)} chains`);
    const shown = await table.cells(['Probability', 'Path', 'Asset']);
    assert.ok(shown.length >= 10 && shown.length < 40);
    for (const [position, row] of shown.entries()) {
      const { probability, asset } = set.chain(position);
      assert.deepEqual(row, [String(Number(probability.toPrecision(4))), pathAt(position), asset.name]);
    }
    assert.equal(await table.grid.getAttribute('aria-rowcount'), String(set.size + 1));
  });

  it('reaches the last chain by one key, and any part by the scroll bar', async () => {
    await table.grid.focus();
    await page.keyboard.press('End');
    await untilEqual(() => tests.host.state.selection, keyAt(set.size - 1));
    await table.settled();
    assert.equal((await table.cells(['Path'])).at(-1)?.[0], pathAt(set.size - 1));
    await table.grid.evaluate((grid) => grid.scrollTo(0, 22 * 60_000));
    await page.locator('[data-line="60000"] .path').waitFor();
    assert.equal(await page.locator('[data-line="60000"] .path').textContent(), pathAt(60_000));
    assert.ok((await table.rows.count()) < 40);
  });

  it('scrolls to a chain that is chosen elsewhere, and shows it as chosen', async () => {
    for (const position of [50_000, 3, set.size - 1]) {
      await tests.host.choose(keyAt(position));
      const row = page.locator(`[data-line="${position}"][aria-selected="true"]`);
      await row.waitFor();
      assert.equal(await row.locator('.path').textContent(), pathAt(position));
      const [box, grid] = [await row.boundingBox(), await table.grid.boundingBox()];
      assert.ok(box && grid && box.y >= grid.y + 24 && box.y + box.height <= grid.y + grid.height + 1);
      await table.expectActive(`row row-${position}`);
    }
  });

  it('says where the chosen chain is filtered out', async () => {
    await tests.host.choose(keyAt(0));
    await table.chosen().waitFor();
    await page.getByRole('textbox', { name: 'Length from' }).fill('5');
    await page.getByText('the chosen chain is filtered out').waitFor();
    assert.equal(await table.chosen().count(), 0);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await table.chosen().waitFor();
    assert.equal(await page.locator('.notes').textContent(), '');
  });

  it('filters by attacker as a naive filter does', async () => {
    const { attackers } = await tests.host.requests.tableFacets({ root: ROOT });
    const { key, name } = attackers[1] ?? assert.fail();
    let wanted = 0;
    for (const chain of set.chains()) {
      wanted += chain.attackers.length === 0 || chain.attackers.includes(key) ? 1 : 0;
    }
    assert.ok(wanted > 0 && wanted < set.size);
    await page.locator('.filters summary', { hasText: 'Attacker' }).click();
    await page.getByRole('checkbox', { name, exact: true }).click();
    await table.waitForCount(`${count(wanted)} of ${count(set.size)} chains`);
  });

  it('opens the group of a chain that is chosen elsewhere', async () => {
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'By last step' }).click();
    await page.locator('.row.group').first().waitFor();
    await tests.host.choose(keyAt(40_000));
    await table.chosen().waitFor();
    assert.equal(await table.chosen().locator('.path').textContent(), pathAt(40_000));
    const group = await page.locator('.row.group[aria-expanded="true"] .group-label').allTextContents();
    const { path } = set.chain(40_000);
    assert.ok(group.length <= 1 && group.every((label) => label === `${path.at(-2)} > ${path.at(-1)}`));
  });

  it('keeps its place, and the row is chosen while a key is held down', async () => {
    await table.grid.focus();
    for (let times = 0; times < 150; times++) {
      await page.keyboard.press('ArrowDown');
    }
    await untilEqual(() => tests.host.state.selection, keyAt(150));
    await table.expectActive('row row-150');
    assert.equal(await table.chosen().locator('.path').textContent(), pathAt(150));
  });

  it('comes back as it was after a reload in the middle of it all', async () => {
    await page.locator('.filters summary', { hasText: 'Type' }).click();
    await page.getByRole('checkbox', { name: 'Tampering', exact: true }).click();
    await page.keyboard.press('Escape');
    await table.header('Length').click();
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'By asset' }).click();
    await page.locator('.row.group').nth(1).click();
    await page.locator('.row.nested .path').first().waitFor();
    await table.settled();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await until(() => tests.host.state.chain !== undefined);
    await page.locator('.steps').waitFor();
    await page.getByRole('separator').focus();
    await page.keyboard.press('ArrowLeft');
    await table.grid.evaluate((grid) => grid.scrollTo(30, 22 * 15));
    await table.settled();
    const look = async (): Promise<object> => ({
      count: await page.locator('.count').textContent(),
      sort: await table.header('Length').getAttribute('aria-sort'),
      rows: await table.rows.allTextContents(),
      place: await table.grid.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]),
      detail: await page.locator('.detail').textContent(),
      width: (await page.locator('.detail').boundingBox())?.width,
      filter: await page.locator('.filters summary').allTextContents(),
    });
    await until(async () => (await page.locator('[data-line="35"]').count()) === 1);
    const before = await look();
    await page.reload();
    await table.wait();
    await page.locator('.steps').waitFor();
    await untilEqual(look, before);
    await table.grid.evaluate((grid) => grid.scrollTo(0, 0));
    await table.chosen().waitFor();
  });

  it('stays where it is when the model is edited, and shows no gaps meanwhile', async () => {
    await table.grid.evaluate((grid) => grid.scrollTo(0, 22 * 1095));
    await page.locator('[data-line="1100"] .path').waitFor();
    await table.settled();
    const texts = await table.rows.allTextContents();
    const gaps = page.locator('.placeholder');
    await page.evaluate(() => {
      const seen = globalThis as unknown as { gaps: number };
      seen.gaps = 0;
      new MutationObserver(() => {
        seen.gaps += document.querySelectorAll('.placeholder').length;
      }).observe(document.querySelector('.rows') ?? document.body, { childList: true, subtree: true });
    });
    const before = tests.host.state.revision;
    const renewed = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('"tableRows"'),
    );
    await tests.host.edit('entries.tmg.yaml', (text) => `${text}\n`);
    assert.ok(tests.host.state.revision > before);
    await renewed;
    await table.settled();
    assert.deepEqual(await table.rows.allTextContents(), texts);
    assert.equal(await table.grid.evaluate(({ scrollTop }) => scrollTop), 22 * 1095);
    assert.equal(await gaps.count(), 0);
    assert.equal(await page.evaluate(() => (globalThis as unknown as { gaps: number }).gaps), 0);
  });

  it('scrolls after a reload to what was chosen meanwhile', async () => {
    await table.rows.nth(2).click();
    await until(() => tests.host.state.chain !== undefined);
    await page.goto('about:blank');
    await tests.host.choose(keyAt(70_000));
    await page.goBack();
    await page.locator('[data-line="70000"][aria-selected="true"]').waitFor();
    assert.equal(await table.chosen().locator('.path').textContent(), pathAt(70_000));
  });
});

describe('the chain table with hostile names', () => {
  it('shows them as text, on their own side of the line', async () => {
    const long = `<b>${'long '.repeat(2000)}</b>`;
    const names = [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '\u202eevil\u0000\u0007',
      long,
      'שלום',
    ];
    // YAML allows keys of 1024 characters but for those of entries.
    const key = (name: string): string => JSON.stringify(name.length > 1000 ? 'short' : name);
    const yaml = [
      'settings: {stride: [S], stepRule: same, maxLength: 9}',
      'components:',
      ...names.map(
        (name) =>
          `  ${JSON.stringify(name)}: {interfaces: [bus, ${key(`in ${name}`)}], assets: {${key(name)}: {}}}`,
      ),
      'ratings:',
      ...names.map((name) => `  ${JSON.stringify(name)}: {bus: {S: 9}, ${key(`in ${name}`)}: {S: 8}}`),
    ].join('\n');
    const tests = await PageTests.start({ 'model.tmg.yaml': yaml });
    const opened = await tests.open('chains', { width: 1300, height: 700 });
    const { page } = opened;
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    try {
      const table = await new Table(page).wait();
      assert.ok((tests.host.state.totals?.kept ?? 0) > 25);
      await page.getByRole('combobox', { name: 'Group by' }).click();
      await page.getByRole('option', { name: 'By asset' }).click();
      await page.locator('.row.group').first().waitFor();
      for (const [index] of names.entries()) {
        await page.locator('.row.group').nth(index).click();
      }
      await table.settled();
      for (const [at, name] of names.slice(0, 2).entries()) {
        await page.locator('.group-label', { hasText: `${name} of ${name}` }).waitFor();
        await tests.host.choose({ kind: 'component', name });
        await page.getByRole('button', { name: `Remove through ${name}` }).waitFor();
        assert.equal(await page.locator('.chip').count(), 1, String(at));
      }
      await tests.host.choose({ kind: 'component', name: long });
      await page.getByText('through <b>long long').waitFor();
      await table.settled();
      const { rows } = await tests.host.requests.tableRows({
        root: ROOT,
        query: { ...ALL_CHAINS, through: [{ kind: 'component', name: long }] },
        from: 0,
        count: 1,
      });
      await tests.host.choose(rows[0]?.key);
      await page.locator('.steps').waitFor();
      assert.equal(await page.locator('main').locator('img, script, b').count(), 0);
      const shown = (await page.locator('main').textContent()) ?? '';
      assert.ok(!/[\u0000\u0007\u202e]/.test(shown));
      assert.ok(shown.includes('long long long'));
      const sizes = await page
        .locator('.row')
        .evaluateAll((found) => found.map((row) => Math.round(row.getBoundingClientRect().height)));
      assert.ok(sizes.length > 0 && sizes.every((height) => height === 22));
      assert.deepEqual(await opened.axe(), []);
      assert.equal(dialogs, 0);
      assert.ok(opened.longestAnswer() < 1_000_000, String(opened.longestAnswer()));
    } finally {
      await opened.close();
      await tests.stop();
    }
    assert.deepEqual(opened.complaints, []);
  });
});
