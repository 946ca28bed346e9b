import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a run of the built command line ended. */
export interface TmgRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs `dist/cli.js` as a process of its own. */
export function runTmg(args: readonly string[], environment: Readonly<Record<string, string>> = {}): TmgRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'], ...environment },
  });
  return { code: status ?? -1, out: stdout, error: stderr };
}

/** Files with their contents, by path. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** Calls back with a temporary folder that holds these files, and removes it. */
export function withFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = writeFolder(files);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As `withFolder`, for a use that takes time. */
export async function withFolderAsync<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = writeFolder(files);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'tmg-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}
