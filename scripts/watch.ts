import type { BuildOptions, Message } from 'esbuild';
import { DEVELOPMENT_BUNDLES } from './bundles';
import { currentReportPage, REPORT_ENTRIES, reportPageText, writeReportPage } from './reportPage';
import { watchBundles } from './watchBundles';

/** Looks at what the page of the HTML report is made of, and makes it anew when that has changed. */
function reportPageBundle(): BuildOptions {
  let before = '';
  return {
    entryPoints: [...REPORT_ENTRIES],
    bundle: true,
    write: false,
    outdir: 'dist/report',
    plugins: [
      {
        name: 'report-page',
        setup: ({ onEnd }) =>
          onEnd(({ errors, outputFiles = [] }) => {
            const now = outputFiles.map(({ hash }) => hash).join();
            if (errors.length === 0 && now !== before && currentReportPage() !== reportPageText()) {
              writeReportPage();
            }
            before = now;
          }),
      },
    ],
  };
}

/**
 * Keeps a development build in dist/ while you work: extension, threads, pages and command line, until Ctrl+C.
 * .vscode/tasks.json reads these lines, to know when a build is ready and what is wrong.
 */
async function main(): Promise<void> {
  let start = 0;
  const end = await watchBundles({
    bundles: [...DEVELOPMENT_BUNDLES, reportPageBundle()],
    folders: ['src', 'webview'],
    began: () => {
      start = performance.now();
      console.log('[watch] building');
    },
    ended: (problems) => {
      for (const problem of problems) {
        console.log(line(problem));
      }
      const what = problems.length === 0 ? 'dist/ is up to date' : `${problems.length} problems`;
      console.log(`[watch] ended after ${Math.round(performance.now() - start)} ms: ${what}`);
    },
  });
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
}

function line({ text, location }: Message): string {
  return location === null
    ? `error: ${text}`
    : `${location.file}:${location.line}:${location.column + 1}: error: ${text}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
