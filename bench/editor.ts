import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packageExtension } from '../scripts/package';
import { installVsCode, VSCODE_CACHE } from '../scripts/vscode/environment';
import { runTests } from '../scripts/vscode/host';
import { CACHE, ROOT } from './bundles';
import { MODELS } from './catalogue';
import type { EditorFigures } from './editorFigures';
import { median } from './measure';
import { ms, whole } from './report';
import type { Setting } from './setting';
import { writeModel } from './writeModel';

const TIMEOUT_MS = 300_000;
const RUNS = 40;

/** Typing, asking and computing in a real extension host. */
export async function editor({ report, short, commandLine }: Setting): Promise<void> {
  report.heading('In a real VS Code');
  if (short || commandLine === undefined || !installVsCode()) {
    report.line('Not measured in a short run, or where VS Code cannot be installed.');
    return;
  }
  const vsix = statSync(packageExtension()).size;
  const figures = await measure();
  report.table(
    ['What', 'Median', 'p95'],
    [
      ['load', ms(figures.load), ''],
      ['activate', ms(figures.activate), ''],
      ...figures.keystrokes.map(({ model, bytes, milliseconds }) => [
        `keystroke to problems, ${model}, file of ${whole(bytes / 1000)} KB`,
        ms(median(milliseconds)),
        ms(p95(milliseconds)),
      ]),
      ...Object.entries(figures.asked).map(([what, milliseconds]: [string, readonly number[]]) => [
        `${what}, 1,000 components`,
        ms(median(milliseconds)),
        ms(p95(milliseconds)),
      ]),
      [`stall while ${whole(figures.stall.chains)} chains are computed`, '', ms(figures.stall.longest)],
      ['first 200 rows', ms(figures.stall.firstRows), ''],
    ],
  );
  const reach = (goal: string, measured: number, limit: number): void =>
    report.goal(`${goal}: ${limit} ms`, ms(measured), measured <= limit);
  reach('load', figures.load, 50);
  reach('activate', figures.activate, 50);
  for (const { model, milliseconds } of figures.keystrokes) {
    reach(`keystroke to problems, ${model}, p95`, p95(milliseconds), model === 'thousand' ? 150 : 50);
  }
  for (const [what, milliseconds] of Object.entries(figures.asked)) {
    reach(`${what} at 1,000 components, median`, median(milliseconds), 20);
  }
  reach(`longest stall, ${whole(figures.stall.chains)} chains`, figures.stall.longest, 50);
  reach('first 200 rows', figures.stall.firstRows, 300);
  report.goal('package: 2 MB', `${whole(vsix / 1000)} KB`, vsix <= 2 * 1024 * 1024);
}

async function measure(): Promise<EditorFigures> {
  const workspace = join(CACHE, 'editor');
  rmSync(workspace, { recursive: true, force: true });
  const models = { hundred: MODELS.hundred(), thousand: MODELS.thousand(), million: MODELS['keep-dense']() };
  for (const [name, files] of Object.entries(models)) {
    writeModel(`editor/${name}`, files);
  }
  cpSync(join(ROOT, 'examples', 'autopilot'), join(workspace, 'autopilot'), { recursive: true });
  const tests = join(CACHE, 'editorHost.js');
  await build({
    entryPoints: [join(ROOT, 'bench', 'editorHost.ts')],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const output = join(CACHE, 'editor.json');
  process.env['TMG_BENCH_OUTPUT'] = output;
  process.env['TMG_BENCH_RUNS'] = String(RUNS);
  const code = await runTests({
    cache: VSCODE_CACHE,
    workspace,
    extension: ROOT,
    tests,
    timeout: TIMEOUT_MS,
  });
  if (code !== 0) {
    throw new Error(`the measurement in VS Code ended with ${code}`);
  }
  return JSON.parse(readFileSync(output, 'utf8')) as EditorFigures;
}

function p95(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
