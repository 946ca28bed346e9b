import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type BuildOptions, buildSync } from 'esbuild';
import { DARK, LIGHT, type Theme } from '../src/drawing/palette';

const PATH = 'src/report/reportPage.json';

/** Script and style sheet of the HTML report. */
export const REPORT_ENTRIES = ['webview/report/main.ts', 'webview/report/style.css'] as const;

/** Browsers that have what the style sheet needs without being asked: colour mixing and container units. */
const OPTIONS: BuildOptions = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome111', 'firefox113', 'safari16.4'],
  logLevel: 'warning',
};

/**
 * Script and style sheet of the HTML report as JSON, with the hashes by which the report's policy lets them in. They
 * are part of the source, so that reports are written without a build too.
 */
export function reportPageText(): string {
  const [scriptEntry, styleEntry] = REPORT_ENTRIES;
  const script = bundled(scriptEntry, { format: 'iife' });
  const style = `${colours()}${bundled(styleEntry)}`;
  if (/<\/|<!--/.test(script + style)) {
    throw new Error('the script or the style sheet of the report would end its own element');
  }
  const content = { style, styleHash: hashOf(style), script, scriptHash: hashOf(script) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Writes the page where the report takes it from. */
export function writeReportPage(): void {
  writeFileSync(PATH, reportPageText());
}

/** The page as it is; empty where there is none. */
export function currentReportPage(): string {
  return existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
}

function bundled(entry: string, options: BuildOptions = {}): string {
  const { outputFiles = [] } = buildSync({ ...OPTIONS, ...options, entryPoints: [entry] });
  return outputFiles.map(({ text }) => text.trim()).join('');
}

/** The colours of drawings as variables, so that report and graph look alike. */
function colours(): string {
  return `:root{${variables(LIGHT)}}@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)}}}`;
}

/** Scales of several colours are for drawings only. */
function variables(theme: Theme): string {
  return Object.entries(theme)
    .flatMap(([name, colour]) => (typeof colour === 'string' ? [`--${name}:${colour}`] : []))
    .join(';');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
