import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { writeSchema } from './schema';

/** Builds everything that ships into `dist/`, and the JSON Schema. */
async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  await build({
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'linked',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
  chmodSync('dist/cli.js', 0o755);
  writeSchema();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
