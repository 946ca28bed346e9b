import { fastTests } from './fastTests';
import { runSomeTests } from './mochaSuite';

// A mark for each test is enough; failures are told in full.
process.exitCode = runSomeTests(['--reporter', 'dot', ...process.argv.slice(2), ...fastTests()]);
