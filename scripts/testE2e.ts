import { runMochaSuite } from './mochaSuite';
import { packageExtension } from './package';
import { installVsCode } from './vscode/environment';

// The workbench tests install the package into a real VS Code.
packageExtension();
process.exitCode = installVsCode() ? runMochaSuite('e2e', 'test/e2e/**/*.test.ts', false) : 1;
