import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench';

describe('a first model, by keyboard only', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ name: 'keyboard', files: {} });
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.keepFailure();
    }
  });

  const saved = (): string => readFileSync(path.join(workbench.folder, 'model.tmg.yaml'), 'utf8');

  it('makes a model by the wizard', async () => {
    await workbench.run('TMG: New Model');
    await workbench.choose('Client and server');
    await workbench.answer('Name of the system', 'Shop');
    await workbench.page.locator('.tab', { hasText: 'model.tmg.yaml' }).waitFor();
    assert.match(saved(), /name: Shop/);
    await workbench.picture('new-model', true);
  });

  it('reports a typo in the interface of a new component', async () => {
    await workbench.findText('Database:');
    await workbench.press('Home', 'Enter', 'ArrowUp');
    await workbench.type('  Admin Laptop: {interfaces: [Bak End]');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.picture('validation', true);
  });

  it('mends it by a quick fix', async () => {
    await workbench.findText('Bak End');
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Change "Bak End" to "Back End"' }).waitFor();
    await workbench.picture('quick-fix', true);
    await workbench.press('Enter');
    await workbench.squiggles('warning').first().waitFor({ state: 'detached' });
    await workbench.press('Control+S');
    assert.match(await workbench.untilSaved(saved, /Admin Laptop: \{interfaces: \[Back End\]\}/), /Shop/);
  });

  it('rates the new relation metric by metric, with the score in view', async () => {
    await workbench.findText('Back End]}');
    await workbench.run('TMG: Rate This Relation');
    await workbench.choose('Elevation of Privilege');
    await workbench.choose('CVSS 3.1, metric by metric');
    const values = {
      'Attack Vector': 'Adjacent',
      'Attack Complexity': 'Low',
      'Privileges Required': 'None',
      'User Interaction': 'None',
      Scope: 'Unchanged',
      Confidentiality: 'High',
      Integrity: 'High',
    };
    for (const [metric, value] of Object.entries(values)) {
      await workbench.choose(value, metric);
    }
    await workbench.page.locator('.quick-input-list', { hasText: 'Score 8.8' }).waitFor();
    await workbench.picture('rate', true);
    await workbench.choose('High');
    await workbench.page.locator('.view-line', { hasText: 'AV:A/AC:L' }).waitFor();
    await workbench.press('Control+S');
    const vector = 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    await workbench.untilSaved(saved, new RegExp(`Admin Laptop:[^]*Back End:[^]*E: ${vector}`));
  });

  it('offers the next metric of a vector with the scores in reach', async () => {
    await workbench.findText('phishing: CVSS');
    await workbench.press('Home', 'Enter', 'ArrowUp');
    await workbench.type('  usb-root: CVSS:3.1/');
    const offers = workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'AV:P' });
    await offers.waitFor();
    await workbench.picture('completion', true);
    await workbench.type('AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
    await workbench.press('Escape', 'Control+S');
    await workbench.untilSaved(saved, /usb-root: CVSS:3\.1\/AV:P\/AC:L\/PR:N\/UI:N\/S:U\/C:H\/I:H\/A:H\n/);
  });

  it('computes the attack chains and shows them', async () => {
    await workbench.run('TMG: Compute Attack Chains');
    const table = await workbench.pageFrame('Attack Chains');
    await table.locator('[role=row][aria-rowindex="2"]').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /\d+ chains, worst/ }).waitFor();
    await workbench.lenses
      .filter({ hasText: /\d+ chains, worst .* show/, visible: true })
      .first()
      .waitFor();
    await workbench.picture('chains', true);
  });

  it('marks the lines of a chain that is chosen', async () => {
    await workbench.chooseFirstChain();
    await workbench.picture('chain-lines', true);
  });
});
