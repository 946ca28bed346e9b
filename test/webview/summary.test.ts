import assert from 'node:assert/strict';
import { ROOT } from '../../scripts/webview/browserHost';
import { THEMES } from '../../scripts/webview/server';
import { ALL_CHAINS } from '../../src/threats/tableQuery';
import { until } from '../support/until';
import { type OpenedPage, PageTests, textsOf } from './support';

describe('the page of the summary', () => {
  let tests: PageTests;
  let opened: OpenedPage;

  before(async () => {
    tests = await PageTests.start(textsOf('examples/client-server'));
  });

  after(() => tests.stop());

  beforeEach(async () => {
    await tests.host.choose(undefined);
    opened = await tests.open('summary');
    await opened.page.getByRole('grid').waitFor();
  });

  afterEach(async () => {
    await opened.close();
    assert.deepEqual(opened.complaints, []);
  });

  const rows = (through: typeof tests.host.state.narrowing) =>
    tests.host.requests.tableRows({ root: ROOT, query: { ...ALL_CHAINS, through }, from: 0, count: 1 });

  it('says in sentences what is worst', async () => {
    const text = await opened.page.locator('section').first().innerText();
    assert.match(text, /36 attack chains lead from \d+ entry points to 3 assets\./);
    assert.match(text, /The worst, with P 7\.5 \(High\), begins at /);
  });

  it('shows in each cell the worst P of its chains, and leads to just them', async () => {
    const cells = opened.page.locator('.cell');
    assert.ok((await cells.count()) >= 4);
    for (let at = 0; at < (await cells.count()); at++) {
      const cell = cells.nth(at);
      const [, entry, label, chains, worst] =
        /^(.*) to (.*): (\d+) chains, worst ([\d.]+) \w+$/.exec((await cell.getAttribute('title')) ?? '') ??
        assert.fail();
      await cell.click();
      await until(() => tests.host.state.narrowing[0]?.kind === 'entry' && tests.host.calls.length > at);
      const { total, rows: found } = await rows(tests.host.state.narrowing);
      assert.equal(total, Number(chains), `${entry} ${label}`);
      assert.equal(found[0]?.key.path[0], entry);
      assert.ok(Math.abs(Number(found[0]?.cells[18]) - Number(worst)) < 0.01);
      assert.equal(tests.host.calls[at]?.method, 'showPage');
      await tests.host.choose(undefined);
      tests.host.calls.splice(at + 1);
    }
  });

  it('is walked by arrow keys', async () => {
    const { page } = opened;
    await page.locator('.matrix button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('.matrix button[tabindex="0"]').count(), 1);
    const focused = page.locator('.matrix button:focus');
    assert.match((await focused.getAttribute('title')) ?? '', /chain/);
    await page.keyboard.press('Enter');
    await until(() => tests.host.state.narrowing.length > 0);
    assert.ok((await rows(tests.host.state.narrowing)).total > 0);
  });

  it('chooses a relation of what to fix first', async () => {
    const first = opened.page.locator('.fixes .link').first();
    const name = (await first.textContent()) ?? '';
    await first.click();
    const selection = await until(() => {
      const chosen = tests.host.state.selection;
      return chosen?.kind === 'relation' && chosen;
    });
    assert.equal(name, `${selection.interface} > ${selection.component}`);
  });

  it('advises a length for the P that is asked for, in chart and table', async () => {
    const { page } = opened;
    const field = page.getByRole('textbox', { name: /P'/ });
    await field.fill('7');
    await page
      .getByText(/Maximum length M' \d+ is enough to find every chain with P of at least 7\./)
      .waitFor();
    const advised = await page.locator('.numbers .advised th').textContent();
    assert.match(advised ?? '', /^\d+ \(M'\)$/);
    assert.ok((await page.locator('.length-chart rect').count()) >= 4);
    await page.reload();
    await page.getByText(/with P of at least 7\./).waitFor();
  });

  for (const theme of THEMES) {
    it(`has no fault for axe-core in the theme ${theme}`, async () => {
      const themed = await tests.open('summary', { theme });
      await themed.page.getByRole('grid').waitFor();
      assert.deepEqual(await themed.axe(), []);
      await themed.picture(`summary-${theme}`);
      await themed.close();
      assert.deepEqual(themed.complaints, []);
    });
  }
});
