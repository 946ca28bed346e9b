import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { WAIT_MS } from '../../scripts/patience';
import { launchChromium } from '../../scripts/vscode/chromium';
import { safeText } from '../../src/drawing/labelText';
import { MOST_REPORT_CHAINS } from '../../src/report/reportTable';
import { shortProbability } from '../../src/text/numbers';
import { ALL_CHAINS, type TableQuery } from '../../src/threats/tableQuery';
import { ThreatTable } from '../../src/threats/threatTable';
import { HOSTILE_NAMES, hostileText } from '../support/drawnModel';
import { reportOf, type WrittenReport } from '../support/reports';
import { findFaults, takePicture, textsOf } from './support';

const A4 = { width: 794, height: 1123 };

interface OpenedReport {
  readonly page: Page;
  /** Errors of scripts, what the console complains of, and requests for anything but the file. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Runs in the page: what is cut off, and neither can be scrolled with a sign that says so nor ends in an ellipsis. */
function cutWithoutSign(): string[] {
  const found: string[] = [];
  let scrolling = 0;
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
    const isCutX = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
    const isCutY = element.scrollHeight > element.clientHeight + 1 && overflowY !== 'visible';
    const hasFullName = textOverflow === 'ellipsis' && element.closest('[title]') !== null;
    if ((!isCutX && !isCutY) || element.clientWidth === 0 || clipPath !== 'none' || hasFullName) {
      continue;
    }
    scrolling++;
    const frame = element.parentElement;
    const more = (frame?.dataset['more'] ?? '').split(' ');
    const shade = frame && getComputedStyle(frame, '::before');
    const isShaded = shade?.content === '""' && shade.backgroundImage.includes('gradient');
    const below = frame && getComputedStyle(frame, '::after').content === '""';
    const hint = frame?.previousElementSibling;
    const isSaid = hint?.className === 'scroll-hint' && hint.getClientRects().length > 0;
    const canBeReached = element.tabIndex === 0 && element.getAttribute('aria-label');
    const hasSigns =
      (!isCutX || (isShaded && isSaid && (more.includes('right') || more.includes('left')))) &&
      (!isCutY || below === true || more.includes('up'));
    if (!canBeReached || !hasSigns) {
      found.push(`${element.tagName} ${element.className} ${more.join()}`);
    }
  }
  // There is always something: else nothing was looked at.
  return scrolling > 1 ? found : ['nothing scrolls'];
}

describe('the HTML report', () => {
  let browser: Browser;
  let folder: string;
  let autopilot: WrittenReport;
  let opened: OpenedReport;

  const open = async (report: WrittenReport, options: BrowserContextOptions = {}): Promise<OpenedReport> => {
    const file = path.join(folder, 'report.html');
    writeFileSync(file, report.html);
    const url = pathToFileURL(file).href;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) {
        complaints.push(request.url());
      }
    });
    await page.goto(url);
    return { page, complaints, close: () => context.close() };
  };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tmg-report-'));
    browser = await launchChromium();
    autopilot = await reportOf(textsOf('examples/autopilot'));
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('of the autopilot', () => {
    beforeEach(async () => {
      opened = await open(autopilot);
    });

    afterEach(async () => {
      await opened.close();
      assert.deepEqual(opened.complaints, []);
    });

    const rows = () => opened.page.locator('.chain-table > tbody > tr:not(.detail)');

    /** Ids of the chains in their order: each row's number is its place in the ranking. */
    const shown = async (): Promise<number[]> =>
      (await rows().locator('.toggle').allTextContents()).map((text) => Number(text) - 1);

    const expected = (query: Partial<TableQuery>): number[] =>
      [...new ThreatTable(autopilot.set).positions({ ...ALL_CHAINS, ...query })].filter(
        (position) => position < MOST_REPORT_CHAINS,
      );

    const status = (): Promise<string | null> => opened.page.getByRole('status').textContent();

    it('lists the best 2,000 chains, best first, and says of how many', async () => {
      assert.equal(await status(), '2,000 shown of the best 2,000 of 111,248 chains.');
      assert.deepEqual(
        await shown(),
        Array.from({ length: 2000 }, (_, position) => position),
      );
      const cells = await rows().nth(41).locator('th, td').allTextContents();
      const chain = autopilot.set.chain(41);
      assert.deepEqual(
        [cells[2], cells[6], cells[7]?.replaceAll('\u00a0', ' '), cells[8]],
        [
          shortProbability(chain.probability),
          chain.entry,
          chain.path.slice(1).join(' › '),
          String(chain.path.length - 1),
        ],
      );
    });

    it('filters by words, type and rating as the table of the editor does', async () => {
      const { page } = opened;
      await page.getByLabel('Words').fill('gateway wi-fi');
      await page.waitForFunction(() => document.querySelectorAll('.chain-table > tbody > tr').length < 2000);
      assert.deepEqual(await shown(), expected({ text: 'gateway wi-fi' }));
      for (const name of ['Spoofing', 'Elevation of Privilege', 'Low']) {
        await page.getByRole('checkbox', { name }).uncheck();
      }
      const filtered = expected({
        text: 'gateway wi-fi',
        types: ['T', 'R', 'I', 'D'],
        ratings: ['High', 'Medium'],
      });
      assert.ok(filtered.length > 3);
      assert.deepEqual(await shown(), filtered);
      assert.equal(await status(), `${filtered.length} shown of the best 2,000 of 111,248 chains.`);
      await page.getByRole('button', { name: 'Show all' }).click();
      assert.equal(await rows().count(), 2000);
      assert.equal(await page.getByRole('checkbox', { checked: false }).count(), 0);
    });

    it('says that nothing fits', async () => {
      const { page } = opened;
      await page.getByLabel('Words').fill('no such name');
      await page.getByText('No chain fits the filters.').waitFor();
      assert.equal(await status(), '0 shown of the best 2,000 of 111,248 chains.');
    });

    for (const [title, column, isDescendingFirst] of [
      ['Rating', 'Rating', true],
      ['Risk', 'Risk', true],
      ['STRIDE type', 'STRIDE Type', false],
      ['Asset', 'Asset', false],
      ['Entry point', 'First Entry-Point', false],
      ['Length', 'Length', false],
    ] as const) {
      it(`sorts by ${title} both ways, by mouse and by keyboard, and says so`, async () => {
        const header = opened.page.locator('.chain-table > thead').getByRole('columnheader', { name: title });
        for (const descending of [isDescendingFirst, !isDescendingFirst]) {
          if (descending === isDescendingFirst) {
            await header.getByRole('button').click();
          } else {
            await opened.page.keyboard.press('Enter');
          }
          assert.equal(await header.getAttribute('aria-sort'), descending ? 'descending' : 'ascending');
          assert.deepEqual(await shown(), expected({ sort: { column, descending } }));
        }
        assert.equal(await opened.page.locator('[aria-sort]').count(), 1);
      });
    }

    it('opens the steps of a chain, with vectors and places, and keeps them open', async () => {
      const { page } = opened;
      const button = page.getByRole('button', { name: 'Steps of chain 10', exact: true });
      await button.click();
      const steps = page.getByRole('table', { name: 'Steps of chain 10' }).locator('tbody tr');
      const { steps: own } = autopilot.set.chain(9);
      assert.equal(await steps.count(), own.length);
      const text = (await steps.first().textContent())?.replaceAll('\u00a0', ' ') ?? '';
      assert.ok(text.includes(`${own[0]?.interface} › ${own[0]?.component.name}`), text);
      assert.ok(text.includes(own[0]?.rating.vector?.text ?? 'none'), text);
      assert.match(text, /\.tmg\.(yaml|csv):\d+$/);
      await page.locator('.chain-table').getByRole('button', { name: 'Length' }).click();
      assert.equal(await button.getAttribute('aria-expanded'), 'true');
      assert.equal(await steps.count(), own.length);
      await button.click();
      assert.equal(await steps.count(), 0);
    });

    it('shows the graph, and enlarges it', async () => {
      const { page } = opened;
      const image = page.getByRole('img', { name: /^Threat modeling graph of Autopilot L4/ });
      const width = (): Promise<number> => image.evaluate((element) => element.getBoundingClientRect().width);
      assert.ok(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 1000));
      const before = await width();
      await page.getByRole('button', { name: 'Full size' }).click();
      assert.ok((await width()) > before);
      assert.ok(await page.getByRole('button', { name: 'Full size', pressed: true }).isVisible());
    });

    it('leads a keyboard past the contents, and to each section', async () => {
      const { page } = opened;
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      assert.ok(await skip.evaluate((element) => element === document.activeElement));
      assert.ok(((await skip.boundingBox())?.y ?? -1) >= 0);
      await page.keyboard.press('Enter');
      assert.equal(new URL(page.url()).hash, '#content');
      const missing = await page
        .locator('nav a')
        .evaluateAll((links) =>
          links
            .map((link) => link.getAttribute('href') ?? '')
            .filter((link) => !document.querySelector(link)),
        );
      assert.deepEqual(missing, []);
    });

    it('is no wider than a narrow screen', async () => {
      const { page } = opened;
      for (const width of [400, 700, 1439, 1441, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      }
    });

    for (const width of [800, 1024, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`cuts nothing at ${width} pixels without a sign that it scrolls, in ${colorScheme}`, async () => {
          const { page } = opened;
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          await page.getByRole('button', { name: 'Full size' }).click();
          await page.locator('.toggle').first().click();
          const frame = page.locator('#matrix .scroll-frame');
          await page.waitForFunction(
            () => document.querySelector('#matrix .scroll-frame')?.getAttribute('data-more') === 'right',
          );
          await page.waitForFunction(() =>
            document.querySelector('#graph .scroll-frame')?.getAttribute('data-more')?.includes('right'),
          );
          assert.deepEqual(await page.evaluate(cutWithoutSign), []);
          const box = frame.locator('.scroller');
          await box.focus();
          await box.evaluate((element) => element.scrollTo(10_000, 0));
          await page.waitForFunction(
            () => document.querySelector('#matrix .scroll-frame')?.getAttribute('data-more') === 'left',
          );
          assert.deepEqual(await page.evaluate(cutWithoutSign), []);
        });
      }
    }

    it('has no controls on paper, and is black on white even where the screen is dark', async () => {
      const { page } = opened;
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const hidden of ['nav', '.skip', '.controls', '.enlarge']) {
        assert.equal(await page.locator(hidden).isVisible(), false, hidden);
      }
      const colours = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      assert.ok(await page.getByText('Printed: at most the first 100 of these rows.').isVisible());
      const visible = await rows().evaluateAll(
        (all) => all.filter((row) => getComputedStyle(row).display !== 'none').length,
      );
      assert.equal(visible, 100);
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault for axe-core in ${colorScheme}`, async () => {
      const report = await open(autopilot, { colorScheme });
      const { page } = report;
      // All rows are alike: some are enough, with the steps of one.
      await page.getByLabel('Words').fill('wi-fi');
      await page.waitForFunction(() => document.querySelectorAll('.chain-table > tbody > tr').length < 500);
      await page.locator('.toggle').first().click();
      assert.deepEqual(await findFaults(page), []);
      await page.reload();
      await page.evaluate(
        (isDark) => (isDark ? document.getElementById('matrix')?.scrollIntoView() : scrollTo(0, 0)),
        colorScheme === 'dark',
      );
      await takePicture(page, `report-${colorScheme}`, true);
      await report.close();
      assert.deepEqual(report.complaints, []);
    });
  }

  it('is a printed page', async () => {
    const report = await open(autopilot, { viewport: A4, bypassCSP: true });
    const { page } = report;
    await page.emulateMedia({ media: 'print' });
    // A picture has no pages: these are their margins.
    await page.addStyleTag({ content: 'html { padding: 57px 53px }' });
    await takePicture(page, 'report-print', true);
    await report.close();
    assert.deepEqual(report.complaints, []);
  });

  it('tells ratings apart without its colours', async () => {
    const report = await open(autopilot, { forcedColors: 'active' });
    const cell = report.page.locator('.matrix tbody td.high').first();
    assert.match((await cell.textContent()) ?? '', /^H \d/);
    assert.equal(await cell.evaluate((element) => getComputedStyle(element).borderTopStyle), 'solid');
    await report.close();
    assert.deepEqual(report.complaints, []);
  });

  it('says without its script that only the table of chains is missing', async () => {
    const report = await open(autopilot, { javaScriptEnabled: false });
    const text = await report.page.locator('body').innerText();
    assert.match(text, /The table is made by the script of this page, which is not run here\./);
    assert.match(text, /111,248 attack chains lead from 28 entry points to 85 assets\./);
    await report.close();
  });

  it('runs no script but its own', async () => {
    const report = await open(autopilot);
    const ran = await report.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.ran = true');
      image.src = 'data:image/png;base64,x';
      document.body.append(image);
      return new Promise((resolve) => {
        // Called behind the one that the attribute would make.
        image.addEventListener('error', () => resolve('ran' in globalThis));
      });
    });
    assert.equal(ran, false);
    assert.ok(report.complaints.length > 0);
    await report.close();
  });

  it('shows hostile names as text', async () => {
    const report = await open(await reportOf({ 'model.tmg.yaml': hostileText() }));
    const { page } = report;
    assert.equal(await page.locator('.chain-table img, .chain-table script').count(), 0);
    assert.equal(await page.locator('img').count(), 1);
    assert.equal(await page.locator('h1').textContent(), HOSTILE_NAMES[0]);
    for (const button of await page.locator('.toggle').all()) {
      await button.click();
    }
    const names = await page.locator('.chain-table bdi').allTextContents();
    assert.ok(names.some((name) => name.startsWith(HOSTILE_NAMES[0] ?? '')));
    assert.deepEqual(
      names.filter((name) => name !== safeText(name)),
      [],
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await findFaults(page), []);
    await report.close();
    assert.deepEqual(report.complaints, []);
  });
});
