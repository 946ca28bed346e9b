import { chmodSync, rmSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { PAGES } from '../src/protocol/viewProtocol';
import { writeReportPage } from './reportPage';
import { writeSchema } from './schema';

/** The programs that run in Node: the command line, the extension and its threads. */
const PROGRAMS: readonly BuildOptions[] = [
  { entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: { extension: 'src/extension/extension.ts' }, external: ['vscode'] },
  { entryPoints: { thread: 'src/worker/thread.ts' } },
];

/** The pages, each with its style sheet, and the icons that they share. */
const WEBVIEW: BuildOptions = {
  entryPoints: {
    ...Object.fromEntries(PAGES.map((page) => [page, `webview/${page}/main.ts`])),
    icons: '@vscode/codicons/dist/codicon.css',
  },
  outdir: 'dist/webview',
  platform: 'browser',
  target: 'chrome134',
  format: 'iife',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

const COMMON: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

/** Builds everything that ships into `dist/`, the page of the HTML report, which programs hold, and the JSON Schema. */
async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  writeReportPage();
  await Promise.all([...PROGRAMS, WEBVIEW].map((program) => build({ ...COMMON, ...program })));
  chmodSync('dist/cli.js', 0o755);
  writeSchema();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
