import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where VS Code for tests is kept between runs. */
export const VSCODE_CACHE = path.resolve(process.env['TMG_VSCODE_CACHE'] ?? '.cache/vscode');

/** Where pictures and logs of failures go. */
export const ARTIFACTS = path.resolve('.cache/artifacts');

/** Installs VS Code for tests and Chromium where they are missing; false, and said how, where that cannot be done. */
export function installVsCode(): boolean {
  const { status } = spawnSync('bash', ['scripts/vscode/install.sh', VSCODE_CACHE], { stdio: 'inherit' });
  return status === 0;
}

/** Runs `work` on a copy of a folder, which is removed afterwards. */
export async function withCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(path.join(tmpdir(), 'tmg-workspace-'));
  cpSync(folder, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
