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
    await workbench.answer('Shop');
    await workbench.page.locator('.tab', { hasText: 'model.tmg.yaml' }).waitFor();
    assert.match(saved(), /name: Shop/);
    await workbench.picture('keyboard-1-new-model');
  });

  it('reports a typo in an interface name and mends it', async () => {
    await workbench.press('Control+End');
    await workbench.type('\nfilters:\n  banned: [[Web Servr]]\n');
    await workbench.squiggles('error').first().waitFor();
    await workbench.picture('keyboard-2-typo');
    await workbench.press('F8');
    await workbench.press('Escape');
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Change' }).waitFor();
    await workbench.press('Enter');
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });
    await workbench.press('Control+S');
  });
});
