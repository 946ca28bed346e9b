import { addReports } from './suites';

// The last words of .ci/run: all suites' reports added up, with the exit codes of the test command and the bench.
const [test, bench] = process.argv.slice(2).map(Number);
const { passed, failed, lines } = addReports();
let more = 0;
if (bench !== 0) {
  more++;
  console.log(`the bench ended with exit code ${bench}`);
}
if (test !== 0 && failed === 0) {
  more++;
  console.log(`npm test ended with exit code ${test}`);
}
console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n${passed} passed, ${failed + more} failed`);
process.exitCode = failed + more === 0 ? 0 : 1;
