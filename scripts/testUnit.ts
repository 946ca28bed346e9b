import { runMochaSuite, runSomeTests } from './mochaSuite';

const ALL = 'test/unit/**/*.test.ts';

/** Runs the unit tests; with arguments those of mocha's that they choose: `-g NAME`, or files. */
function main(args: readonly string[]): number {
  if (args.length === 0) {
    return runMochaSuite('unit', ALL, true);
  }
  const namesFiles = args.some((arg) => arg.endsWith('.test.ts'));
  return runSomeTests(namesFiles ? args : [...args, '--spec', ALL]);
}

process.exitCode = main(process.argv.slice(2));
