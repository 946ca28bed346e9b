import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench';

/** Text of every file of a folder by path. */
function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('.tmg.'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

describe('the autopilot example', () => {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    it(`shows its chains in a ${theme} theme`, async () => {
      const workbench = await Workbench.open({
        name: `autopilot-${theme}`,
        copyOf: 'examples/autopilot',
        theme,
      });
      try {
        await workbench.openFile('entries.tmg.yaml');
        await workbench.run('TMG: Compute Attack Chains');
        await workbench.page.locator('.statusbar-item', { hasText: /111,248 chains, worst/ }).waitFor();
        await workbench.chooseFirstChain();
        await workbench.picture(`autopilot-${theme}`, true);
      } catch (error) {
        await workbench.keepFailure();
        throw error;
      } finally {
        await workbench.close();
      }
    });
  }

  it('renames a component over several files, and undoes it in one step', async () => {
    const workbench = await Workbench.open({ name: 'rename', copyOf: 'examples/autopilot' });
    try {
      const before = textsOf(workbench.folder);
      const name = 'Central Gateway';
      const files = Object.keys(before).filter((file) => before[file]?.includes(name));
      assert.ok(files.length >= 4, files.join(', '));
      await workbench.openFile('connectivity.tmg.yaml');
      await workbench.findText(name);
      await workbench.press('F2');
      const box = workbench.page.locator('.rename-box input');
      await box.waitFor();
      await box.fill('Main Gateway');
      await workbench.press('Enter');
      await workbench.page.locator('.view-line', { hasText: 'Main Gateway' }).first().waitFor();
      await workbench.picture('rename');
      await workbench.saveAllUntil(() => {
        const texts = textsOf(workbench.folder);
        return files.every((file) => !texts[file]?.includes(name) && texts[file]?.includes('Main Gateway'));
      }, 'all files renamed');
      await workbench.run('View: Focus Active Editor Group');
      await workbench.undoInAllFiles(workbench.page.locator('.view-line', { hasText: name }));
      await workbench.saveAllUntil(
        () => JSON.stringify(textsOf(workbench.folder)) === JSON.stringify(before),
        'all files as before',
      );
    } catch (error) {
      await workbench.keepFailure();
      throw error;
    } finally {
      await workbench.close();
    }
  });
});

describe('an unrelated workspace', () => {
  it('does not start the extension', async () => {
    const workbench = await Workbench.open({ name: 'unrelated', files: { 'notes.yaml': 'a: 1\n' } });
    try {
      await workbench.openFile('notes.yaml');
      await workbench.run('Developer: Show Running Extensions');
      await workbench.page.locator('.runtime-extensions-editor .extension, .extension').first().waitFor();
      const names = await workbench.page.locator('.extension .name').allTextContents();
      assert.ok(names.length > 0);
      assert.ok(!names.some((name) => name.includes('TMG')), names.join(', '));
    } finally {
      await workbench.close();
    }
  });
});
