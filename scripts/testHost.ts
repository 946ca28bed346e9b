import path from 'node:path';
import { buildHostTests } from './hostTests';
import { SUITE_MS } from './patience';
import { clearReport, reportPath } from './suites';
import { ARTIFACTS, installVsCode, VSCODE_CACHE, withCopy } from './vscode/environment';
import { runTests } from './vscode/host';

/** Runs the suites of test/host in a real VS Code: a desktop one where TMG_VSCODE=desktop, else one in Chromium. */
async function main(): Promise<number> {
  clearReport('host');
  process.env['TMG_REPORT'] = path.resolve(reportPath('host'));
  const tests = await buildHostTests();
  const extension = path.resolve('.');
  return withCopy('test/fixtures/workspace', async (workspace) => {
    if (process.env['TMG_VSCODE'] === 'desktop') {
      const { runTests: runDesktopTests } = await import('@vscode/test-electron');
      return runDesktopTests({
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
        launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions'],
      });
    }
    if (!installVsCode()) {
      return 1;
    }
    const artifacts = path.join(ARTIFACTS, 'host');
    return runTests({ cache: VSCODE_CACHE, workspace, extension, tests, artifacts, timeout: SUITE_MS });
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
