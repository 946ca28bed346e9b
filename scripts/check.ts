import { readdirSync, readFileSync } from 'node:fs';
import { runTool } from './runCommand';
import { schemaIsCurrent } from './schema';
import { clearReport, writeReport } from './suites';

/** One gate: what is wrong, or nothing. `seen` counts what it looked at, so that it cannot pass by seeing nothing. */
interface Gate {
  readonly name: string;
  readonly floor: number;
  readonly run: () => { readonly seen: number; readonly problems: string };
}

const LONGEST_FILE = 500;
const SOURCES = ['src', 'test', 'bench', 'scripts'];

const GATES: readonly Gate[] = [
  {
    name: 'types',
    floor: 80,
    run: () => {
      const { status, output } = runTool('tsc', ['-p', '.']);
      const files = runTool('tsc', ['-p', '.', '--listFilesOnly']).output.split('\n');
      return {
        seen: files.filter((file) => /\/(src|test|bench|scripts)\//.test(file)).length,
        problems: status === 0 ? '' : output,
      };
    },
  },
  {
    name: 'lint',
    floor: 80,
    run: () => {
      const { status, output } = runTool('oxlint', ['--deny-warnings', ...SOURCES]);
      return { seen: numberIn(output, /on (\d+) files/), problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'format',
    floor: 80,
    run: () => {
      const { status, output } = runTool('biome', ['format', '--max-diagnostics=20', '.']);
      return { seen: numberIn(output, /Checked (\d+) files/), problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'layers',
    floor: 70,
    run: () => {
      const { output } = runTool('depcruise', [
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        'src',
      ]);
      const { summary } = JSON.parse(output) as {
        summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
      };
      const problems = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
      return { seen: summary.totalCruised, problems: problems.join('\n') };
    },
  },
  {
    name: 'dead code',
    floor: 1,
    run: () => {
      const { status, output } = runTool('knip', ['--no-progress']);
      return { seen: 1, problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'file length',
    floor: 80,
    run: () => {
      const files = sourceFiles();
      const long = files.filter((file) => lineCount(file) > LONGEST_FILE);
      return {
        seen: files.length,
        problems: long
          .map((file) => `${file} has ${lineCount(file)} lines, more than ${LONGEST_FILE}`)
          .join('\n'),
      };
    },
  },
  {
    name: 'schema',
    floor: 1,
    run: () => ({
      seen: 1,
      problems: schemaIsCurrent() ? '' : 'schemas/tmg.schema.json is out of date; run npm run build',
    }),
  },
];

function sourceFiles(): string[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs|cjs)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
}

function lineCount(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

clearReport('check');
let failed = 0;
for (const { name, floor, run } of GATES) {
  const { seen, problems } = run();
  const blind = seen < floor ? `looked at ${seen} files, at least ${floor} were expected` : '';
  const verdict = [problems.trim(), blind].filter((line) => line !== '').join('\n');
  failed += verdict === '' ? 0 : 1;
  console.log(verdict === '' ? `ok    ${name}` : `FAIL  ${name}\n${verdict}`);
}
writeReport('check', { passed: GATES.length - failed, failed });
process.exitCode = failed === 0 ? 0 : 1;
