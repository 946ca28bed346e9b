import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

/** On Windows npm and npx are batch files, which only a shell runs. */
export const TOOL_SHELL = { shell: process.platform === 'win32' } as const;

/** How the tools of the project's packages are run, so that what they print can be read. */
export const TOOL_OPTIONS = {
  ...TOOL_SHELL,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
} as const;

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly status: number;
  readonly output: string;
}

/**
 * The result of a command. The caller writes the `spawnSync` itself, with the tool's name in it: that is how the
 * search for dead code knows which packages are in use.
 */
export function commandResult({ status, stdout, stderr, error }: SpawnSyncReturns<string>): CommandResult {
  return { status: status ?? 1, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

/** Runs a script of package.json with its output shown. */
export function runScript(name: string): number {
  return spawnSync('npm', ['run', '--silent', name], { ...TOOL_SHELL, stdio: 'inherit' }).status ?? 1;
}
