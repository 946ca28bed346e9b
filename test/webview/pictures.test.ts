import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { networkModel } from '../../bench/models';
import { ROOT } from '../../scripts/webview/browserHost';
import type { PageName } from '../../src/protocol/viewProtocol';
import { ALL_CHAINS } from '../../src/threats/tableQuery';
import { PageTests, textsOf } from './support';

const SIZES: readonly {
  readonly page: PageName;
  readonly size: string;
  readonly width: number;
  readonly height: number;
}[] = [
  { page: 'graph', size: 'small', width: 480, height: 400 },
  { page: 'graph', size: 'medium', width: 900, height: 600 },
  { page: 'graph', size: 'large', width: 1400, height: 900 },
  { page: 'chains', size: 'narrow', width: 420, height: 560 },
  { page: 'chains', size: 'wide', width: 1240, height: 320 },
  { page: 'chains', size: 'large', width: 1400, height: 800 },
  { page: 'summary', size: 'medium', width: 1200, height: 900 },
];

/** Pairs of controls that cover each other, and those that stick out of the page. */
async function misplacedControls(page: Page): Promise<string[]> {
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll('vscode-button, vscode-dropdown, input, summary')]
      .map((control) => ({
        name: control.getAttribute('aria-label') ?? control.textContent ?? '',
        rect: control.getBoundingClientRect(),
      }))
      .filter(({ rect }) => rect.width > 0),
  );
  const outside = controls.filter(({ rect }) => rect.right > (page.viewportSize()?.width ?? 0) + 1);
  const pairs = controls.flatMap(({ name, rect: a }, at) =>
    controls
      .slice(at + 1)
      .filter(
        ({ rect: b }) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
      )
      .map((other) => `${name} / ${other.name}`),
  );
  assert.ok(controls.length > 1);
  return [...outside.map(({ name }) => `outside: ${name}`), ...pairs];
}

describe('the pages at their sizes', () => {
  let tests: PageTests;

  before(async () => {
    tests = await PageTests.start(textsOf('examples/autopilot'));
    await tests.host.compute();
    const { rows } = await tests.host.requests.tableRows({
      root: ROOT,
      query: ALL_CHAINS,
      from: 12,
      count: 1,
    });
    await tests.host.choose(rows[0]?.key);
  });

  after(() => tests.stop());

  for (const theme of ['light', 'dark', 'contrast'] as const) {
    for (const { page: name, size, width, height } of SIZES) {
      it(`${name}, ${size}, ${theme}: shows what it is for, and no control covers another`, async () => {
        const opened = await tests.open(name, { theme, width, height });
        const { page } = opened;
        const subject = {
          graph: page.locator('[aria-label="Lit nodes"] li').first(),
          chains: page.locator('[role=row][aria-selected=true]').first(),
          summary: page.locator('.length-chart'),
        }[name];
        await subject.waitFor({ state: 'attached' });
        assert.deepEqual(await misplacedControls(page), []);
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(isWider, false);
        await opened.picture(`${name}-${theme}${name === 'summary' ? '' : `-${size}`}`, true);
        await opened.close();
        assert.deepEqual(opened.complaints, []);
      });
    }
  }
});

for (const [count, texts] of Object.entries({
  10: () => textsOf('examples/client-server'),
  1000: () =>
    Object.fromEntries(networkModel({ name: 'Network', components: 420, interfaces: 580, relations: 1500 })),
})) {
  describe(`the graph of a model with about ${count} nodes`, () => {
    let tests: PageTests;

    before(async () => {
      tests = await PageTests.start(texts());
      await tests.host.compute();
    });

    after(() => tests.stop());

    for (const theme of ['light', 'dark', 'contrast'] as const) {
      it(`finds a node by its name in the ${theme} theme`, async () => {
        const opened = await tests.open('graph', { theme, width: 1200, height: 800 });
        const { page } = opened;
        await page.waitForFunction(() => performance.getEntriesByName('picture').length > 0);
        const { rows } = await tests.host.requests.tableRows({
          root: ROOT,
          query: ALL_CHAINS,
          from: 0,
          count: 1,
        });
        const field = page.getByRole('textbox', { name: 'Find a node' });
        await field.fill(rows[0]?.key.path[0] ?? '');
        await page.locator('.found', { hasText: /[1-9]\d* found/ }).waitFor();
        await field.fill('');
        await opened.picture(`graph-${theme}-${count}-nodes`, true);
        await opened.close();
        assert.deepEqual(opened.complaints, []);
      });
    }
  });
}
