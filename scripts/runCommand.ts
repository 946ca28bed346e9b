import { spawnSync } from 'node:child_process';

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly status: number;
  readonly output: string;
}

/** Runs a command of the project's packages and collects what it prints. */
export function runTool(command: string, args: readonly string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { status: status ?? 1, output: `${stdout}${stderr}` };
}

/** Runs a script of package.json with its output shown. */
export function runScript(name: string): number {
  return spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit' }).status ?? 1;
}
