import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../scripts/vscode/chromium';
import { installVsCode } from '../scripts/vscode/environment';
import { ROOT as MODEL_ROOT } from '../scripts/webview/browserHost';
import { startWebviewServer, type WebviewServer } from '../scripts/webview/server';
import { sceneText } from '../src/protocol/sceneText';
import { ALL_CHAINS } from '../src/threats/tableQuery';
import { ROOT } from './bundles';
import { MODELS } from './catalogue';
import { networkModel } from './models';
import { median } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';
import type { ModelFiles } from './sketch';

const RUNS = 7;
const MOVING_MS = 2000;
const MEGABYTE = 1 << 20;

/** Table and graph in a real browser, with the engine behind them. */
export async function pages({ report, short }: Setting): Promise<void> {
  report.heading('Pages in a real browser');
  if (short || !installVsCode()) {
    report.line('Not measured in a short run, or where Chromium cannot be installed.');
    return;
  }
  const browser = await launchChromium(['--enable-precise-memory-info']);
  try {
    const rows: string[][] = [];
    const reach = (goal: string, measured: number, limit: number): void => {
      rows.push([goal, ms(measured)]);
      report.goal(`${goal}: ${limit} ms`, ms(measured), measured <= limit);
    };
    const table = await withPage(browser, MODELS['keep-dense'](), 'chains', measureTable);
    const kept = whole(table.kept);
    reach(`first rows of ${kept} chains, from the first question of the page`, table.first, 300);
    reach(`sort ${kept} chains, to the first page, slowest column`, table.sort, 200);
    reach(`filter ${kept} chains, to the first page`, table.filter, 200);
    rows.push([`page of ${kept} chains, memory`, `${whole(table.memory / MEGABYTE)} MB`]);
    report.goal(
      'page memory: 150 MB',
      `${whole(table.memory / MEGABYTE)} MB`,
      table.memory <= 150 * MEGABYTE,
    );
    const small = await withPage(
      browser,
      networkModel({ name: 'drawn', components: 420, interfaces: 580, relations: 2000 }),
      'graph',
      measureGraph,
    );
    const layout = await layoutTime(small.scene, 'force');
    reach(`layout by forces, ${whole(small.nodes)} nodes, ${whole(small.edges)} edges`, layout, 1500);
    reach(`layout by distance, ${whole(small.nodes)} nodes`, await layoutTime(small.scene, 'layered'), 1500);
    reach(`light a chain, ${whole(small.nodes)} nodes`, small.highlight, 50);
    const large = await withPage(
      browser,
      networkModel({ name: 'large', components: 2000, interfaces: 3000, relations: 15_000 }),
      'graph',
      measureGraph,
    );
    const size = `${whole(large.nodes)} nodes, ${whole(large.edges)} edges`;
    reach(`redraw at rest, ${size}`, large.redraw, 400);
    rows.push([`frames per second while moving, ${size}`, large.frames.toFixed(0)]);
    report.goal(`frames while moving, ${size}: 30 per second`, large.frames.toFixed(0), large.frames >= 30);
    report.table(['What', 'Median'], rows);
  } finally {
    await browser.close();
  }
}

async function withPage<T>(
  browser: Browser,
  files: ModelFiles,
  name: 'chains' | 'graph',
  measure: (page: Page, server: WebviewServer) => Promise<T>,
): Promise<T> {
  const server = await startWebviewServer(Object.fromEntries(files));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  try {
    await server.host.compute();
    await page.goto(`${server.address}/${name}`);
    return await measure(page, server);
  } finally {
    await page.close();
    await server.close();
  }
}

interface TableFigures {
  readonly kept: number;
  readonly first: number;
  readonly sort: number;
  readonly filter: number;
  readonly memory: number;
}

async function measureTable(page: Page, server: WebviewServer): Promise<TableFigures> {
  const firstRow = page.locator('[role=row][aria-rowindex="2"]');
  await firstRow.waitFor({ timeout: 60_000 });
  const { kept } = await server.host.requests.tableRows({
    root: MODEL_ROOT,
    query: ALL_CHAINS,
    from: 0,
    count: 1,
  });
  const first: number[] = [];
  for (let run = 0; run < 3; run++) {
    await page.reload();
    await firstRow.waitFor();
    first.push(
      await page.evaluate(() => {
        const questions = performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('/rpc'));
        return performance.now() - Math.min(...questions.map(({ startTime }) => startTime));
      }),
    );
  }
  const sorts: number[] = [];
  for (const column of ['Rating', 'Type', 'Asset', 'Component', 'Entry', 'Length']) {
    const header = page.locator('[role=columnheader]', { hasText: column }).first();
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      times.push(await changeTime(page, () => header.click()));
      // Ascending, and back to the rank order.
      await header.click();
      await header.click();
      await page.waitForTimeout(300);
    }
    sorts.push(median(times));
  }
  const field = page.getByRole('textbox', { name: 'Filter by names' });
  const filters: number[] = [];
  for (const text of ['Unit 13', 'Unit 42', 'Bus 3B', 'Link 5', 'Plug 12']) {
    filters.push(await changeTime(page, () => field.fill(text)));
    await field.fill('');
    await page.waitForTimeout(500);
  }
  const memory = await usedMemory(page);
  return { kept, first: median(first), sort: Math.max(...sorts), filter: median(filters), memory };
}

/** Milliseconds from an action until the rows that it asks for are drawn, as the page's own clock says. */
async function changeTime(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(WATCH_ROWS);
  await act();
  return page.evaluate(() => (globalThis as unknown as { rowsDrawn: Promise<number> }).rowsDrawn);
}

/** Starts a clock at the next input, and stops it a frame after the answer, when no row waits for its text. */
const WATCH_ROWS = `
  performance.clearResourceTimings();
  globalThis.rowsDrawn = new Promise((resolve, reject) => {
    let begun = Infinity;
    for (const type of ['click', 'input']) {
      addEventListener(type, () => { begun = Math.min(begun, performance.now()); }, { capture: true, once: true });
    }
    setTimeout(() => reject(new Error('no rows were drawn')), 10000);
    const look = () => {
      const isAnswered = performance.getEntriesByType('resource').some((entry) => entry.startTime >= begun && entry.name.endsWith('/rpc'));
      if (isAnswered && !document.querySelector('[role=grid] .rows .placeholder')) {
        requestAnimationFrame(() => resolve(performance.now() - begun));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
  undefined;`;

async function usedMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapTotalSize')?.value ?? Number.NaN;
}

interface GraphFigures {
  readonly scene: string;
  readonly nodes: number;
  readonly edges: number;
  readonly redraw: number;
  readonly highlight: number;
  readonly frames: number;
}

async function measureGraph(page: Page, server: WebviewServer): Promise<GraphFigures> {
  await page.waitForFunction(() => performance.getEntriesByName('picture').length > 0, undefined, {
    timeout: 120_000,
  });
  const redraws: number[] = [];
  const highlights: number[] = [];
  const { rows } = await server.host.requests.tableRows({
    root: MODEL_ROOT,
    query: ALL_CHAINS,
    from: 0,
    count: RUNS,
  });
  for (const { key } of rows) {
    await page.evaluate(() => performance.clearMeasures());
    await server.host.choose(key);
    await page.waitForFunction(() => performance.getEntriesByName('highlight').length > 0);
    highlights.push(await lastMeasure(page, 'highlight'));
    await page.evaluate(() => performance.clearMeasures());
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForFunction(() => performance.getEntriesByName('picture').length > 0);
    redraws.push(await lastMeasure(page, 'picture'));
  }
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForTimeout(1000);
  const frames = await framesWhileMoving(page);
  const scene = await sceneText((from) => server.host.requests.scene({ root: MODEL_ROOT, from }));
  const { nodes, edges } = JSON.parse(scene) as { nodes: unknown[]; edges: unknown[] };
  return {
    scene,
    nodes: nodes.length,
    edges: edges.length,
    redraw: median(redraws),
    highlight: median(highlights),
    frames,
  };
}

async function lastMeasure(page: Page, name: string): Promise<number> {
  return page.evaluate((wanted) => performance.getEntriesByName(wanted).at(-1)?.duration ?? Number.NaN, name);
}

/** Frames per second while the picture is dragged about. */
async function framesWhileMoving(page: Page): Promise<number> {
  await page.evaluate(`
    globalThis.frames = 0;
    globalThis.counting = true;
    const count = () => { globalThis.frames++; if (globalThis.counting) requestAnimationFrame(count); };
    requestAnimationFrame(count);`);
  const begun = Date.now();
  await page.mouse.move(500, 400);
  await page.mouse.down();
  for (let at = 0; Date.now() - begun < MOVING_MS; at++) {
    await page.mouse.move(500 + 200 * Math.sin(at / 10), 400 + 100 * Math.cos(at / 10));
  }
  const seconds = (Date.now() - begun) / 1000;
  const frames = await page.evaluate(`globalThis.counting = false; globalThis.frames`);
  await page.mouse.up();
  return Number(frames) / seconds;
}

/** Milliseconds of a layout in the thread that ships, asked a second time so that it is warm. */
async function layoutTime(scene: string, kind: 'force' | 'layered'): Promise<number> {
  const worker = new Worker(join(ROOT, 'dist', 'thread.js'), { workerData: { role: 'layout' } });
  const ask = (id: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      worker.once('error', reject);
      worker.once('message', () => resolve(performance.now() - begun));
      worker.postMessage({ kind: 'request', id, method: 'layout', params: { scene, kind, kept: [] } });
    });
  await ask(1);
  const times = [await ask(2), await ask(3), await ask(4)];
  await worker.terminate();
  return median(times);
}
