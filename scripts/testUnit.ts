import { runMochaSuite } from './mochaSuite';

process.exitCode = runMochaSuite('unit', 'test/unit/**/*.test.ts', true);
