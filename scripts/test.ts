import { runScript } from './runCommand';
import { addReports, clearReport, SUITES } from './suites';

// A suite that does not even start must not be counted by the report of an earlier run.
for (const { name } of SUITES) {
  clearReport(name);
}
const statuses = new Map<string, number>();
for (const { name, script } of SUITES) {
  console.log(`\n=== ${name} ===`);
  statuses.set(name, runScript(script));
}
const { passed, failed, lines } = addReports(statuses);
console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
