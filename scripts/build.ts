import { chmodSync, rmSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { writeSchema } from './schema';

/** The programs that run in Node: the command line, the extension and its threads. */
const PROGRAMS: readonly BuildOptions[] = [
  { entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: { extension: 'src/extension/extension.ts' }, external: ['vscode'] },
  { entryPoints: { thread: 'src/worker/thread.ts' } },
];

/** Builds everything that ships into `dist/`, and the JSON Schema. */
async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(
    PROGRAMS.map((program) =>
      build({
        outdir: 'dist',
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        minify: true,
        keepNames: true,
        legalComments: 'linked',
        logLevel: 'warning',
        ...program,
      }),
    ),
  );
  chmodSync('dist/cli.js', 0o755);
  writeSchema();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
