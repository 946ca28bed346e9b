import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Chain } from '../../../src/chains/chain';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { modelFrom } from '../../support/modelFrom';
import { until, untilEqual } from '../../support/until';
import { Workbench } from './workbench';

const FOLDER = 'examples/autopilot';

/** The chains of the example by the engine itself, best first. */
function engineChains(): readonly Chain[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes('.tmg.'),
  );
  const texts = files.map((file) => [file, readFileSync(path.join(FOLDER, file), 'utf8')] as const);
  const { model } = modelFrom(Object.fromEntries(texts), 'autopilot');
  return [...computeChains(model, chainOptions(model.settings)).chains()];
}

async function lit(frame: Frame, label: 'Lit nodes' | 'Lit lines'): Promise<string[]> {
  return frame.locator(`[aria-label="${label}"] li`).allTextContents();
}

/** Waits until just these nodes are lit; a page is asked, for its policy lets no script of ours wait in it. */
async function waitForLit(frame: Frame, nodes: readonly string[]): Promise<void> {
  await untilEqual(() => lit(frame, 'Lit nodes'), [...nodes]);
}

/** The lines of a path by name: interface and component, in the direction of an attack. */
function linesOf(names: readonly string[]): string[] {
  return names
    .slice(1)
    .map((name, at) => (at % 2 === 0 ? `${names[at]} › ${name}` : `${name} › ${names[at]}`));
}

describe('one selection in table, graph and text', () => {
  const chains = engineChains();
  let workbench: Workbench;
  let table: Frame;
  let graph: Frame;

  before(async () => {
    workbench = await Workbench.open({
      name: 'selection',
      copyOf: FOLDER,
      theme: 'dark',
      viewport: { width: 1600, height: 1000 },
    });
    try {
      await workbench.openFile('connectivity.tmg.yaml');
      await workbench.run('TMG: Compute Attack Chains');
      await workbench.page.locator('.statusbar-item', { hasText: /111,248 chains, worst/ }).waitFor();
      table = await workbench.pageFrame('Attack Chains');
      await workbench.run('TMG: Show Graph');
      graph = await workbench.pageFrame('Threat Modeling Graph');
      await graph.locator('.legend').waitFor({ state: 'attached' });
    } catch (error) {
      await workbench.keepFailure();
      throw error;
    }
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.keepFailure();
    }
  });

  /** The row of a chain by its place in the ranking, from 0. */
  const row = (index: number) => table.locator(`[role=row][aria-rowindex="${index + 2}"]`);

  it('shows more than 100,000 chains, the best first', async () => {
    assert.ok(chains.length > 100_000);
    await table.getByText('111,248 chains').first().waitFor();
    await row(0).waitFor();
    const text = await row(0).innerText();
    assert.ok(text.includes(chains[0]?.asset.name ?? '?'), text);
  });

  it('lights exactly the path of the chain that is clicked in the table, and marks its lines', async () => {
    for (const index of [6, 2]) {
      const chain = chains[index] ?? assert.fail();
      await row(index).click();
      await waitForLit(graph, chain.path);
      assert.deepEqual(await lit(graph, 'Lit lines'), linesOf(chain.path));
    }
    await row(6).dblclick();
    await waitForLit(graph, chains[6]?.path ?? []);
    await workbench.stepMark(1);
  });

  it('finds the worst of the long chains by a filter, and shows it everywhere', async () => {
    await workbench.run('View: Toggle Primary Side Bar Visibility');
    await table.getByRole('textbox', { name: 'Length from' }).fill('9');
    const long = chains.filter(({ path: names }) => names.length - 1 >= 9);
    await table
      .getByText(`${long.length.toLocaleString('en-US')} of 111,248`)
      .first()
      .waitFor();
    const [worst] = long;
    await row(0).dblclick();
    await waitForLit(graph, worst?.path ?? []);
    await workbench.stepMark(1);
    await workbench.picture('selection', true);
    await table.getByRole('button', { name: 'Clear filters' }).click();
    await workbench.run('View: Toggle Primary Side Bar Visibility');
    await row(6).click();
    await waitForLit(graph, chains[6]?.path ?? []);
  });

  it('shows in the table the chains through the node that is clicked in the graph, and opens its line', async () => {
    const field = graph.getByRole('textbox', { name: 'Find a node' });
    await field.fill('Central Gateway');
    await field.press('Enter');
    const ring = graph.locator('.graph-focus');
    const box = (await ring.boundingBox()) ?? assert.fail();
    await workbench.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const through = chains.filter((chain) => chain.path.includes('Central Gateway')).length;
    await table
      .getByText(`${through.toLocaleString('en-US')} of 111,248`)
      .first()
      .waitFor();
    await graph.getByRole('button', { name: 'Open in text' }).click();
    await workbench.page.locator('.view-line', { hasText: 'Central Gateway' }).first().waitFor();
  });

  it('goes back to the chain before, and clears by Escape', async () => {
    await graph.getByRole('application').focus();
    await workbench.press('Alt+ArrowLeft');
    await waitForLit(graph, chains[6]?.path ?? []);
    await graph.getByRole('application').focus();
    await workbench.press('Escape');
    await waitForLit(graph, []);
    await table.getByText('111,248 chains').first().waitFor();
  });

  it('keeps the chosen chain through an edit that leaves it, and follows with table and graph', async () => {
    const chain = chains[6] ?? assert.fail();
    await row(6).click();
    await waitForLit(graph, chain.path);
    // Else the text would take the place of the graph.
    await workbench.run('View: Focus First Editor Group');
    await workbench.openFile('model.tmg.yaml');
    await workbench.press('Control+End');
    await workbench.type('\ncomponents:\n  Extra Sensor: {interfaces: [Extra Port]}\n');
    const field = graph.getByRole('textbox', { name: 'Find a node' });
    const found = graph.locator('.found', { hasText: '1 found' });
    // What is found is what the graph shows when it is looked for.
    await until(async () => {
      await field.fill('');
      await field.fill('Extra Sensor');
      return (await found.count()) === 1;
    }, 'the new node');
    await waitForLit(graph, chain.path);
    await table.locator('[role=row][aria-selected=true]').first().waitFor();
  });

  it('shows in the graph what the cursor in the text is on', async () => {
    await workbench.run('View: Focus First Editor Group');
    await workbench.openFile('driving.tmg.yaml');
    await workbench.findText('AD Controller Main:');
    await workbench.press('ArrowRight');
    await graph.getByText('Cursor in the text: AD Controller Main').waitFor({ state: 'attached' });
  });

  it('comes back as it was when it is hidden and shown again', async () => {
    const tab = workbench.page.locator('.tab', { hasText: 'TMG Graph' });
    await tab.click();
    await workbench.openFile('filters.tmg.yaml');
    await workbench.page.locator('.tab.active', { hasText: 'filters.tmg.yaml' }).waitFor();
    await tab.click();
    graph = await workbench.pageFrame('Threat Modeling Graph');
    await waitForLit(graph, chains[6]?.path ?? []);
  });

  it('comes back as it was when the window is loaded anew', async () => {
    const chain = chains[6] ?? assert.fail();
    await workbench.run('File: Save All');
    await workbench.reload();
    graph = await workbench.pageFrame('Threat Modeling Graph');
    await waitForLit(graph, chain.path);
    table = await workbench.pageFrame('Attack Chains');
    await table.locator('[role=row][aria-selected=true]').first().waitFor();
  });
});
