import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { bundle, DEVELOPMENT_BUNDLES } from './bundles';
import { writeNotice } from './notice';
import { writeReportPage } from './reportPage';
import { writeSchema } from './schema';

/**
 * Builds everything that ships into `dist/`, the page of the HTML report, which programs hold, the JSON Schema, and the
 * notice of what others' work is in it. With `--development` the bundles are readable and have source maps; the notice
 * stays that of what ships.
 */
async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  writeReportPage();
  if (process.argv.includes('--development')) {
    await Promise.all(DEVELOPMENT_BUNDLES.map((options) => build(options)));
  } else {
    writeNotice(await bundle(true));
  }
  chmodSync('dist/cli.js', 0o755);
  writeSchema();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
