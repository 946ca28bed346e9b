import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A part of `npm test`: its script, and how few tests mean that something did not run. */
export interface Suite {
  readonly name: string;
  readonly script: string;
  readonly floor: number;
}

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  { name: 'check', script: 'check', floor: 7 },
  { name: 'unit', script: 'test:unit', floor: 300 },
  { name: 'host', script: 'test:host', floor: 20 },
  { name: 'e2e', script: 'test:e2e', floor: 20 },
];

/** What a suite reports. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}

const REPORTS = 'reports';

/** Path of a suite's JSON report. */
export function reportPath(suite: string): string {
  return `${REPORTS}/${suite}.json`;
}

/** Removes a suite's last report, so that an old one is never taken for a new one. */
export function clearReport(suite: string): void {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(reportPath(suite), { force: true });
}

/** Writes a suite's report. */
export function writeReport(suite: string, result: SuiteResult): void {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(reportPath(suite), `${JSON.stringify(result)}\n`);
}

/** A suite's result; a missing report, or fewer tests than the floor, is one failure. */
export function readReport({ name, floor }: Suite): SuiteResult & { readonly remark?: string } {
  if (!existsSync(reportPath(name))) {
    return { passed: 0, failed: 1, remark: 'no report was written' };
  }
  const { passed, failed } = JSON.parse(readFileSync(reportPath(name), 'utf8')) as SuiteResult;
  const ran = passed + failed;
  return ran < floor
    ? { passed, failed: failed + 1, remark: `only ${ran} tests ran, at least ${floor} were expected` }
    : { passed, failed };
}
