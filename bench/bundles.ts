import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The repository's root. */
export const ROOT = join(__dirname, '..');

/** Folder for everything the bench writes; not under version control. */
export const CACHE = join(ROOT, '.cache', 'bench');

async function bundle(entry: string, output: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, output);
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    logLevel: 'silent',
  });
  return outfile;
}

/** Bundles the program that measures in a process of its own. */
export function bundleChild(): Promise<string> {
  return bundle('bench/child.ts', 'child.cjs');
}

/** Bundles the command line program as it ships; never an older build. */
export function bundleCommandLine(): Promise<string> {
  return bundle('src/cli/main.ts', 'cli.cjs');
}
