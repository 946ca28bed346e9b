import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/webview/browserHost';
import { THEMES } from '../../scripts/webview/server';
import type { ChainKey } from '../../src/protocol/selectionKey';
import type { TableRow } from '../../src/protocol/viewProtocol';
import { ALL_CHAINS, type TableQuery } from '../../src/threats/tableQuery';
import { until, untilEqual } from '../support/until';
import { type OpenedPage, PageTests, textsOf } from './support';

/** Rows of the engine's own table. */
async function rows(
  tests: PageTests,
  query: Partial<TableQuery> = {},
  from = 0,
): Promise<readonly TableRow[]> {
  const all = { ...ALL_CHAINS, ...query };
  return (await tests.host.requests.tableRows({ root: ROOT, query: all, from, count: 200 })).rows;
}

async function litTexts(page: Page, label: 'Lit nodes' | 'Lit lines'): Promise<string[]> {
  return page.locator(`[aria-label="${label}"] li`).allTextContents();
}

/** The lines of a path by name: interface and component, in the direction of an attack. */
function linesOf({ path }: ChainKey): string[] {
  return path.slice(1).map((name, at) => (at % 2 === 0 ? `${path[at]} › ${name}` : `${name} › ${path[at]}`));
}

async function waitForLit(page: Page, nodes: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify(
        [...document.querySelectorAll('[aria-label="Lit nodes"] li')].map((item) => item.textContent),
      ) === wanted,
    JSON.stringify(nodes),
  );
}

/** Brings a node to focus by the search field; answers the middle of its ring on the screen. */
async function find(page: Page, name: string): Promise<{ x: number; y: number }> {
  await page.getByRole('textbox', { name: 'Find a node' }).fill(name);
  await page.getByRole('textbox', { name: 'Find a node' }).press('Enter');
  const ring = page.locator('.graph-focus');
  await ring.waitFor();
  const box = (await ring.boundingBox()) ?? assert.fail();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function canvas(page: Page): Promise<ReturnType<Page['locator']>> {
  const graph = page.getByRole('application');
  await page.waitForFunction(() => performance.getEntriesByName('picture').length > 0);
  return graph;
}

describe('the page of the graph', () => {
  let tests: PageTests;
  let opened: OpenedPage;

  before(async () => {
    tests = await PageTests.start(textsOf('examples/autopilot'));
  });

  after(() => tests.stop());

  beforeEach(async () => {
    await tests.host.choose(undefined);
    opened = await tests.open('graph');
    await canvas(opened.page);
  });

  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    assert.deepEqual(complaints, []);
  });

  it('lights exactly the path of a chain that is chosen elsewhere, in the order of its steps', async () => {
    for (const from of [0, 500, 20_000]) {
      const [row] = await rows(tests, {}, from);
      const key = row?.key ?? assert.fail();
      await tests.host.choose(key);
      await waitForLit(opened.page, key.path);
      assert.deepEqual(await litTexts(opened.page, 'Lit lines'), linesOf(key));
    }
  });

  it('chooses a node that is clicked, and narrows the table to the chains through it', async () => {
    const { x, y } = await find(opened.page, 'Central Gateway');
    await opened.page.mouse.click(x, y);
    await opened.page.getByRole('heading', { name: 'Central Gateway' }).waitFor();
    await untilEqual(() => tests.host.state.selection, { kind: 'component', name: 'Central Gateway' });
    await untilEqual(() => tests.host.state.narrowing, [{ kind: 'component', name: 'Central Gateway' }]);
    const through = await rows(tests, { through: tests.host.state.narrowing });
    assert.ok(through.length > 0 && through.every(({ key }) => key.path.includes('Central Gateway')));
  });

  it('opens the text of a node that is clicked, and again by the button of the pane', async () => {
    const { page } = opened;
    const reveals = (): number => tests.host.calls.filter(({ method }) => method === 'reveal').length;
    const before = reveals();
    const { x, y } = await find(page, 'Central Gateway');
    await page.mouse.click(x, y);
    await page.getByRole('heading', { name: 'Central Gateway' }).waitFor();
    await until(() => reveals() > before);
    await page.getByRole('button', { name: 'Open in text' }).click();
    await until(() => reveals() > before + 1);
    assert.equal(reveals(), before + 2);
  });

  it('does everything by keyboard: find, walk, choose, open, step, clear, go back', async () => {
    const { page } = opened;
    await find(page, 'Central Gateway');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Central Gateway' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('.details h2')?.textContent !== 'Central Gateway',
    );
    await untilEqual(() => tests.host.state.selection?.kind, 'interface');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: 'Central Gateway' }).waitFor();
    await page.keyboard.press('o');
    await page.keyboard.press('Escape');
    await page.getByText('Choose a node, a line or a chain').waitFor();
    await untilEqual(() => tests.host.state.selection, undefined);
    const { key } = (await rows(tests, {}, 20_000))[0] ?? assert.fail();
    await tests.host.choose(key);
    await waitForLit(page, key.path);
    await page.keyboard.press(',');
    await waitForLit(page, key.path.slice(0, -2));
    await page.keyboard.press('.');
    await waitForLit(page, key.path);
  });

  it('walks by arrow keys and says where it is', async () => {
    const { page } = opened;
    await find(page, 'Central Gateway');
    const said = page.locator('[aria-live=polite]');
    const before = await said.textContent();
    assert.match(before ?? '', /^Central Gateway, component/);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (old) => document.querySelector('[aria-live=polite]')?.textContent !== old,
      before,
    );
    assert.match((await said.textContent()) ?? '', /(component|interface).*; /);
  });

  it('draws what is lit: its colour is on the canvas where the path goes, and not without it', async () => {
    const { page } = opened;
    const { key } = (await rows(tests))[0] ?? assert.fail();
    const lit = (): Promise<number> =>
      page.evaluate(() => {
        const layer = document.querySelector<HTMLCanvasElement>('.graph-overlay');
        const data = layer?.getContext('2d')?.getImageData(0, 0, layer.width, layer.height).data ?? [];
        let count = 0;
        for (let at = 3; at < data.length; at += 4) {
          count += (data[at] ?? 0) > 200 ? 1 : 0;
        }
        return count;
      });
    assert.equal(await lit(), 0);
    await tests.host.choose(key);
    await waitForLit(page, key.path);
    assert.ok((await lit()) > 500);
    await tests.host.choose(undefined);
    await waitForLit(page, []);
    assert.equal(await lit(), 0);
  });

  it('comes back after a reload in the middle of a selection as it was', async () => {
    const { page } = opened;
    const { key } = (await rows(tests, {}, 20_000))[0] ?? assert.fail();
    await tests.host.choose(key);
    await waitForLit(page, key.path);
    await (await canvas(page)).focus();
    await page.keyboard.press(',');
    await waitForLit(page, key.path.slice(0, -2));
    await page.getByRole('checkbox', { name: 'Hide Virtual' }).click();
    await page.getByRole('combobox', { name: 'Colour by' }).click();
    await page.getByRole('option', { name: 'Facility' }).click();
    await page.getByText('in no facility, or between two').waitFor();
    await page.reload();
    await waitForLit(
      page,
      key.path.slice(0, -2).filter((name) => !name.startsWith('Virtual-')),
    );
    await page.getByText('in no facility, or between two').waitFor();
    assert.ok(await page.getByRole('checkbox', { name: 'Hide Virtual' }).isChecked());
  });

  it('keeps the places of nodes and the selection through an edit', async () => {
    const { page } = opened;
    const before = await find(page, 'Central Gateway');
    const { key } = (await rows(tests))[0] ?? assert.fail();
    await tests.host.choose(key);
    await waitForLit(page, key.path);
    const file = 'model.tmg.yaml';
    let text = '';
    await tests.host.edit(file, (old) => {
      text = old;
      return `${old}\ncomponents:\n  New Sensor: {interfaces: [New Port, ETH Gateway Front]}\n`;
    });
    const found = page.locator('.found');
    await page.getByRole('textbox', { name: 'Find a node' }).fill('');
    await page.getByRole('textbox', { name: 'Find a node' }).fill('New Sensor');
    await found.filter({ hasText: '1 found' }).waitFor();
    await untilEqual(() => tests.host.state.selection, key);
    await waitForLit(page, key.path);
    await page.getByRole('application').focus();
    await page.keyboard.press('0');
    await tests.host.edit(file, () => text);
    const after = await find(page, 'Central Gateway');
    assert.deepEqual(
      [Math.round(after.x), Math.round(after.y)],
      [Math.round(before.x), Math.round(before.y)],
    );
  });

  it('chooses nothing once the chosen chain is gone', async () => {
    const { page } = opened;
    const { key } = (await rows(tests))[0] ?? assert.fail();
    await tests.host.choose(key);
    await waitForLit(page, key.path);
    const [entry] = key.path;
    let text = '';
    await tests.host.edit('entries.tmg.yaml', (old) => {
      text = old;
      return old.replace(`${entry}: {entry: true`, `${entry}: {entry: false`);
    });
    await untilEqual(() => tests.host.state.selection, undefined);
    await waitForLit(page, []);
    await tests.host.edit('entries.tmg.yaml', () => text);
  });

  it('follows the cursor of the text', async () => {
    const { page } = opened;
    await tests.host.moveCursor({ kind: 'component', name: 'Central Gateway' });
    await page.waitForFunction(() => performance.getEntriesByName('highlight').length > 2);
    const marked = await page.evaluate(() => {
      const layer = document.querySelector<HTMLCanvasElement>('.graph-overlay');
      const data = layer?.getContext('2d')?.getImageData(0, 0, layer.width, layer.height).data ?? [];
      return data.some((value, at) => at % 4 === 3 && value > 0);
    });
    assert.ok(marked);
    await page.getByRole('button', { name: 'Follow the cursor in the text' }).click();
    await until(() => !tests.host.state.followCursor);
    await page.getByRole('button', { name: 'Follow the cursor in the text' }).click();
    await until(() => tests.host.state.followCursor);
    await tests.host.moveCursor(undefined);
  });

  it('collapses a facility to one box and opens it again', async () => {
    const { page } = opened;
    await page.locator('summary', { hasText: 'Collapse' }).click();
    await page.getByRole('checkbox', { name: 'Cloud' }).click();
    await page.keyboard.press('Escape');
    const { x, y } = await find(page, 'Cloud');
    await page.locator('[aria-live=polite]', { hasText: 'Cloud, facility, collapsed' }).waitFor();
    await page.mouse.click(x, y);
    await page.getByRole('textbox', { name: 'Find a node' }).fill('API Gateway');
    await page.locator('[aria-live=polite]', { hasText: 'API Gateway, component' }).waitFor();
  });

  it('saves what is shown as SVG and PNG', async () => {
    for (const format of ['SVG', 'PNG']) {
      const before = tests.host.calls.length;
      await opened.page.getByRole('button', { name: `Save as ${format}` }).click();
      await until(() => tests.host.calls.length > before);
    }
    const [svg, png] = tests.host.calls
      .slice(-2)
      .map(({ params }) => params as { format: string; data: string });
    assert.match(svg?.data ?? '', /^<svg[^]*Central Gateway[^]*<\/svg>\s*$/);
    assert.equal(
      Buffer.from(png?.data ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
      'PNG',
    );
  });

  it('gets no answer above 1 MB', async () => {
    await tests.host.choose((await rows(tests))[0]?.key);
    assert.ok(
      opened.longestAnswer() > 0 && opened.longestAnswer() < 1_000_000,
      String(opened.longestAnswer()),
    );
  });

  for (const theme of THEMES) {
    it(`has no fault for axe-core in the theme ${theme}, at rest and with a chain lit`, async () => {
      const themed = await tests.open('graph', { theme });
      await canvas(themed.page);
      assert.deepEqual(await themed.axe(), []);
      const { key } = (await rows(tests))[0] ?? assert.fail();
      await tests.host.choose(key);
      await waitForLit(themed.page, key.path);
      assert.deepEqual(await themed.axe(), []);
      await themed.picture(`graph-${theme}`);
      await themed.close();
      assert.deepEqual(themed.complaints, []);
    });
  }
});

describe('the page of the graph with hostile names', () => {
  it('shows them as text', async () => {
    const long = 'long '.repeat(2000).trim();
    const names = ['<img src=x onerror=alert(1)>', '"quoted" \\ \'name\'', '\u202eevil\u202c', long];
    const yaml = `components:\n${names
      .map(
        (name) =>
          `  ${JSON.stringify(name)}: {interfaces: [bus, ${JSON.stringify(`to ${name}`)}], assets: [{name: a}]}\n`,
      )
      .join('')}`;
    const tests = await PageTests.start({ 'model.tmg.yaml': yaml });
    try {
      const opened = await tests.open('graph');
      const { page } = opened;
      await canvas(page);
      for (const name of names) {
        await tests.host.choose({ kind: 'component', name });
        await page.waitForFunction(
          (wanted) => document.querySelector('.details h2')?.textContent === wanted,
          name,
        );
      }
      assert.equal(await page.locator('img').count(), 0);
      await page.getByRole('button', { name: 'Save as SVG' }).click();
      await until(() => tests.host.calls.length > 0);
      assert.ok(!JSON.stringify(tests.host.calls).includes('<img'));
      await opened.close();
      assert.deepEqual(opened.complaints, []);
    } finally {
      await tests.stop();
    }
  });
});
