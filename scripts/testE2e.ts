import { runMochaSuite } from './mochaSuite';

process.exitCode = runMochaSuite('e2e', 'test/e2e/**/*.test.ts', false);
