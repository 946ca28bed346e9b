import { runMochaSuite } from './mochaSuite';
import { installVsCode } from './vscode/environment';

// The pages run in the Chromium that comes with VS Code for tests.
process.exitCode = installVsCode() ? runMochaSuite('webview', 'test/webview/**/*.test.ts', false) : 1;
