import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const OUTPUT = path.resolve('.cache/host-tests');

/** Bundles the suites of test/host for the extension host; answers the path of their entry. */
export async function buildHostTests(): Promise<string> {
  rmSync(OUTPUT, { recursive: true, force: true });
  const entries = readdirSync('test/host').filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await build({
    entryPoints: entries.map((name) => `test/host/${name}`),
    outdir: OUTPUT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(OUTPUT, 'index.js');
}
