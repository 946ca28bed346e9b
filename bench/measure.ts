import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Milliseconds that `work` takes, and what it returns. */
export function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

/** Repeats `work` and returns the milliseconds of every run after the first `warmUp` ones. */
export function repeat(work: () => unknown, runs: number, warmUp: number): number[] {
  const all = Array.from({ length: warmUp + runs }, () => timed(work).milliseconds);
  return all.slice(warmUp);
}

/** What a child process left behind. */
export interface ChildResult {
  readonly output: string;
  readonly errors: string;
  readonly code: number;
  /** From start to exit, in milliseconds. */
  readonly milliseconds: number;
}

/** Runs a program to its end; never rejects, a program that cannot be started has the code 127. */
export function runProgram(
  program: string,
  args: readonly string[],
  timeout = 600_000,
): Promise<ChildResult> {
  const start = performance.now();
  return new Promise((resolve) => {
    execFile(program, args, { timeout, maxBuffer: 1 << 28 }, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({
        output,
        errors: errors || (error?.message ?? ''),
        code,
        milliseconds: performance.now() - start,
      });
    });
  });
}

/** Thrown where something cannot be measured here; the message says why. */
export class NotMeasured extends Error {}

/** Runs a program that prints one JSON value. @throws NotMeasured with its last words if it fails */
export async function runJson<T>(program: string, args: readonly string[], timeout?: number): Promise<T> {
  const { output, errors, code } = await runProgram(program, args, timeout);
  if (code !== 0) {
    const lines = errors.trim().split('\n');
    throw new NotMeasured(
      lines.find((line) => /Error|error/.test(line)) ?? lines.at(-1) ?? `exit code ${code}`,
    );
  }
  return JSON.parse(output) as T;
}
