import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A part of `npm test`: its script, and how few tests mean that something did not run. */
export interface Suite {
  readonly name: string;
  readonly script: string;
  readonly floor: number;
}

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  { name: 'check', script: 'check', floor: 10 },
  { name: 'unit', script: 'test:unit', floor: 1000 },
  { name: 'webview', script: 'test:webview', floor: 25 },
  { name: 'host', script: 'test:host', floor: 20 },
  { name: 'e2e', script: 'test:e2e', floor: 20 },
];

/** What a suite reports. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** What could not run for want of data; outside the total. */
  readonly notRun?: readonly string[];
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

/** A suite's result; a missing report, one that cannot be read, or fewer tests than the floor, is one failure. */
function readReport({ name, floor }: Suite): SuiteResult & { readonly remark?: string } {
  const result = parseReport(name);
  if (result === undefined) {
    return { passed: 0, failed: 1, remark: 'no report was written' };
  }
  const ran = result.passed + result.failed;
  return ran < floor
    ? {
        ...result,
        failed: result.failed + 1,
        remark: `only ${ran} tests ran, at least ${floor} were expected`,
      }
    : result;
}

function parseReport(suite: string): SuiteResult | undefined {
  try {
    const { passed, failed, notRun } = JSON.parse(readFileSync(reportPath(suite), 'utf8')) as SuiteResult;
    return Number.isInteger(passed) && Number.isInteger(failed)
      ? { passed, failed, notRun: notRun ?? [] }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The results of all suites, added up from their reports. */
export interface Total {
  readonly passed: number;
  readonly failed: number;
  /** A line for every suite, then one for everything that did not run. */
  readonly lines: readonly string[];
}

/**
 * Adds up the reports of all suites.
 * @param statuses exit codes by suite, where known: a suite can fail beyond its tests, e.g. by too little coverage
 */
export function addReports(statuses: ReadonlyMap<string, number> = new Map()): Total {
  let passed = 0;
  let failed = 0;
  const lines: string[] = [];
  const notRun: string[] = [];
  for (const suite of SUITES) {
    const result = readReport(suite);
    const status = statuses.get(suite.name) ?? 0;
    const extra = status !== 0 && result.failed === 0 ? 1 : 0;
    passed += result.passed;
    failed += result.failed + extra;
    notRun.push(...(result.notRun ?? []));
    const remark = result.remark ?? (extra > 0 ? `ended with exit code ${status}` : '');
    const figures = `${suite.name}: ${result.passed} passed, ${result.failed + extra} failed`;
    lines.push(remark === '' ? figures : `${figures} (${remark})`);
  }
  return { passed, failed, lines: [...lines, ...notRun.map((text) => `not run: ${text}`)] };
}
