import assert from 'node:assert/strict';
import { Workbench, type WorkbenchOptions } from './workbench';

const MODEL = (name: string): string => `name: ${name}
components:
  Web: {interfaces: [Internet], assets: {Orders: {}}}
interfaces:
  Internet: {entry: true}
ratings:
  Web: {Internet: {T: 7.1, all: none}}
filters: {banned: [[Wbe]]}
`;

/** Opens a workbench for some work, and keeps a picture if that fails. */
async function inWorkbench(
  options: WorkbenchOptions,
  work: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await Workbench.open(options);
  try {
    await work(workbench);
  } catch (error) {
    await workbench.keepFailure();
    throw error;
  } finally {
    await workbench.close();
  }
}

describe('kinds of workspaces', () => {
  it('validates and computes in Restricted Mode', async () => {
    const settings = {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    };
    await inWorkbench(
      { name: 'restricted', files: { 'model.tmg.yaml': MODEL('Shop') }, settings },
      async (workbench) => {
        await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
        await workbench.openFile('model.tmg.yaml');
        await workbench.squiggles('error').first().waitFor();
        await workbench.run('TMG: Compute Attack Chains');
        await workbench.page.locator('.statusbar-item', { hasText: '1 chain, worst 7.1 High' }).waitFor();
      },
    );
  });

  it('keeps several folders and several models apart', async () => {
    const files = {
      'all.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }),
      'north/model.tmg.yaml': MODEL('North'),
      'south/a/model.tmg.yaml': MODEL('South A'),
      'south/b/model.tmg.yaml': MODEL('South B'),
    };
    await inWorkbench(
      { name: 'multi-root', files, workspaceFile: 'all.code-workspace' },
      async (workbench) => {
        await workbench.run('TMG: Compute Attack Chains');
        await workbench.choose('South B', 'Which model?');
        await workbench.page.locator('.statusbar-item', { hasText: /chain, worst 7.1 High/ }).waitFor();
        await workbench.run('Focus on Model View');
        const rows = workbench.viewRows('Model');
        await rows.nth(2).waitFor();
        const names = await rows.allTextContents();
        assert.deepEqual(
          ['North', 'South A', 'South B'].filter((name) => names.some((text) => text.includes(name))),
          ['North', 'South A', 'South B'],
        );
      },
    );
  });
});
