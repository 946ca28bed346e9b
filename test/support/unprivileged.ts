import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TmgRun } from './runTmg';

/** A user whom permissions bind; the superuser may read everything. */
const NOBODY = { uid: 65534, gid: 65534 };
const isSuperuser = process.getuid?.() === 0;
const identity = isSuperuser ? NOBODY : {};

/** What keeps tests of permissions from running here; undefined where nothing does. */
export function noPermissions(): string | undefined {
  if (process.platform === 'win32') {
    return 'no permissions of files as on Unix';
  }
  const probe = spawnSync(process.execPath, ['--eval', ''], { ...identity, stdio: 'ignore', cwd: '/' });
  return probe.status === 0 ? undefined : 'no other user who may run Node';
}

/** Runs the built command line in a folder, as a user whom permissions bind. */
export function runUnprivileged(folder: string, args: readonly string[]): TmgRun {
  chmodSync(folder, 0o777);
  const program = join(folder, 'cli.js');
  // The repository may lie where others cannot look.
  copyFileSync('dist/cli.js', program);
  chmodSync(program, 0o755);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...identity,
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { code: status ?? -1, out: stdout, error: stderr };
}
