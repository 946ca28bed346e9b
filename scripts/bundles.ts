import { type BuildOptions, build, type Metafile } from 'esbuild';
import { PAGES } from '../src/protocol/viewProtocol';
import { REPORT_ENTRIES } from './reportPage';

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

/** For those who work on it: readable, with source maps that debuggers follow. Never packaged. */
const DEVELOPMENT: BuildOptions = { minify: false, sourcemap: 'linked', legalComments: 'none' };

/** Every bundle of a development build. */
export const DEVELOPMENT_BUNDLES: readonly BuildOptions[] = [
  ...PROGRAMS.map((program) => ({ ...COMMON, ...DEVELOPMENT, ...program })),
  // A page's developer tools cannot fetch a file beside the script from the editor, so the map is inside.
  { ...COMMON, ...DEVELOPMENT, ...WEBVIEW, sourcemap: 'inline' },
];

/** A file that only a development build has. */
export const DEVELOPMENT_MARK = 'dist/extension.js.map';

/**
 * Bundles everything that ships, and says what is in it.
 * @param write whether files are written
 */
export async function bundle(write: boolean): Promise<Metafile[]> {
  const options = { ...COMMON, write, metafile: true } as const;
  const built = await Promise.all([...PROGRAMS, WEBVIEW].map((program) => build({ ...options, ...program })));
  // The report page is written into the source; here it only counts what is in it.
  const page = await build({
    ...options,
    write: false,
    platform: 'browser',
    entryPoints: [...REPORT_ENTRIES],
    outdir: 'dist/report',
  });
  return [...built, page].flatMap(({ metafile }) => metafile ?? []);
}
