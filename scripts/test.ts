import { runScript } from './runCommand';
import { readReport, SUITES } from './suites';

let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const suite of SUITES) {
  console.log(`\n=== ${suite.name} ===`);
  const status = runScript(suite.script);
  const result = readReport(suite);
  // A suite can fail beyond its tests, e.g. by too little coverage.
  const extra = status !== 0 && result.failed === 0 ? 1 : 0;
  passed += result.passed;
  failed += result.failed + extra;
  const remark = result.remark ?? (extra > 0 ? `ended with exit code ${status}` : '');
  lines.push(
    `${suite.name}: ${result.passed} passed, ${result.failed + extra} failed${remark === '' ? '' : ` (${remark})`}`,
  );
}
console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
