import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installVsCode, VSCODE_CACHE, withCopy } from './vscode/environment';
import { startServer } from './vscode/host';

/** Opens the autopilot example in a real VS Code: the desktop one where `code` is there, else one for the browser. */
async function main(): Promise<void> {
  const extension = path.resolve('.');
  const example = path.resolve('examples/autopilot');
  const desktop = spawnSync('code', ['--version'], { stdio: 'ignore' });
  if (desktop.status === 0) {
    spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${extension}`, example], {
      stdio: 'inherit',
    });
    return;
  }
  if (!installVsCode()) {
    process.exitCode = 1;
    return;
  }
  await withCopy(example, async (workspace) => {
    const server = await startServer({ cache: VSCODE_CACHE, workspace, extension });
    console.log(`Open ${server.address}\nThe folder is a copy of examples/autopilot. Ctrl+C ends it.`);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
    });
    await server.close();
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
