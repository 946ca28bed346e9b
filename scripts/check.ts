import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { bundle } from './bundles';
import { currentJsonPage, jsonPageText } from './jsonPage';
import { bundledPackages, currentNotice, licenceProblems, NOTICE, noticeText } from './notice';
import { currentReportPage, reportPageText } from './reportPage';
import { commandResult, TOOL_OPTIONS } from './runCommand';
import { currentSchema, schemaText } from './schema';
import { clearReport, writeReport } from './suites';

interface Verdict {
  readonly seen: number;
  readonly problems: string;
}

/** One gate: what is wrong, or nothing. `seen` counts what it looked at, so that it cannot pass by seeing nothing. */
interface Gate {
  readonly name: string;
  readonly floor: number;
  readonly run: () => Verdict | Promise<Verdict>;
}

const LONGEST_FILE = 500;
const SOURCES = ['src', 'webview', 'test', 'bench', 'scripts'];
/** The programs for Node, the pages with their DOM, and the tests that run code in pages. */
const PROJECTS = ['.', 'webview', 'test/webview'];

const GATES: readonly Gate[] = [
  {
    name: 'types',
    floor: 400,
    run: () => {
      const results = PROJECTS.map((project) => typeCheck(project));
      return {
        seen: new Set(results.flatMap(({ files }) => files)).size,
        problems: results.map(({ problems }) => problems).join('\n'),
      };
    },
  },
  {
    name: 'lint',
    floor: 400,
    run: () => {
      const { status, output } = commandResult(
        spawnSync('npx', ['--no-install', 'oxlint', '--deny-warnings', ...SOURCES], TOOL_OPTIONS),
      );
      return { seen: numberIn(output, /on (\d+) files/), problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'format',
    floor: 400,
    run: () => {
      const { status, output } = commandResult(
        spawnSync('npx', ['--no-install', 'biome', 'format', '--max-diagnostics=20', '.'], TOOL_OPTIONS),
      );
      return { seen: numberIn(output, /Checked (\d+) files/), problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'layers',
    floor: 250,
    run: () => {
      const { output } = commandResult(
        spawnSync(
          'npx',
          [
            '--no-install',
            'depcruise',
            '--config',
            '.dependency-cruiser.cjs',
            '--output-type',
            'json',
            'src',
            'webview',
          ],
          TOOL_OPTIONS,
        ),
      );
      return layerViolations(output);
    },
  },
  {
    name: 'dead code',
    floor: 400,
    run: () => {
      const reporters = ['--reporter', 'symbols', '--reporter', './scripts/knipFileCount.mjs'];
      const { status, output } = commandResult(
        spawnSync(
          'npx',
          ['--no-install', 'knip', '--no-progress', '--treat-config-hints-as-errors', ...reporters],
          TOOL_OPTIONS,
        ),
      );
      return { seen: numberIn(output, /^Read (\d+) files$/m), problems: status === 0 ? '' : output };
    },
  },
  {
    name: 'file length',
    floor: 400,
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
    floor: 10,
    run: () => {
      const text = schemaText();
      return {
        seen: Object.keys((JSON.parse(text) as { properties?: object }).properties ?? {}).length,
        problems: currentSchema() === text ? '' : 'schemas/tmg.schema.json is out of date; run npm run build',
      };
    },
  },
  {
    name: 'report page',
    floor: 10_000,
    run: () => {
      const text = reportPageText();
      return {
        seen: text.length,
        problems:
          currentReportPage() === text ? '' : 'src/report/reportPage.json is out of date; run npm run build',
      };
    },
  },
  {
    name: 'json page',
    floor: 10_000,
    run: () => {
      const text = jsonPageText();
      return {
        seen: text.length,
        problems: currentJsonPage() === text ? '' : 'docs/json.md is out of date; run npm run docs',
      };
    },
  },
  { name: 'licences', floor: 20, run: licenceGate },
];

/** Checks the types of a project. */
function typeCheck(project: string): { readonly files: readonly string[]; readonly problems: string } {
  const { status, output } = commandResult(
    spawnSync('npx', ['--no-install', 'tsc', '-p', project, '--listFiles'], TOOL_OPTIONS),
  );
  const lines = output.split('\n');
  const files = lines.filter((line) => /^\S.*\.(ts|mts|cts|json)$/.test(line) && !line.includes(': error '));
  return {
    files: files.filter((file) => !file.includes('/node_modules/')),
    problems: status === 0 ? '' : lines.filter((line) => !files.includes(line)).join('\n'),
  };
}

/** Reads what dependency-cruiser prints; output that is not its JSON is a problem of its own. */
function layerViolations(output: string): { readonly seen: number; readonly problems: string } {
  try {
    const { summary } = JSON.parse(output) as {
      summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
    };
    const problems = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    return { seen: summary.totalCruised, problems: problems.join('\n') };
  } catch {
    return { seen: 0, problems: output };
  }
}

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

/** What others' work is in what ships, whether it may be, and whether its licences go along. */
async function licenceGate(): Promise<Verdict> {
  const packages = bundledPackages(await bundle(false));
  const problems = licenceProblems(packages);
  const isCurrent = problems.length > 0 || currentNotice() === noticeText(packages);
  const left = ['.vscodeignore', '.npmignore'].filter(
    (file) => !readFileSync(file, 'utf8').split('\n').includes(`!${NOTICE}`),
  );
  return {
    seen: packages.length,
    problems: [
      ...problems,
      ...(isCurrent ? [] : [`${NOTICE} is out of date; run npm run build`]),
      ...left.map((file) => `${file} leaves ${NOTICE} out of the package`),
    ].join('\n'),
  };
}

/** The gates that are named, in their order; all where none is. @throws Error for a name that no gate has */
function chosenGates(names: readonly string[]): readonly Gate[] {
  const unknown = names.find((name) => !GATES.some((gate) => gate.name === name));
  if (unknown !== undefined) {
    const known = GATES.map(({ name }) => `"${name}"`).join(', ');
    throw new Error(`"${unknown}" is no gate; there are ${known}.`);
  }
  return names.length === 0 ? GATES : GATES.filter(({ name }) => names.includes(name));
}

async function main(names: readonly string[]): Promise<void> {
  const gates = chosenGates(names);
  const isWhole = gates.length === GATES.length;
  if (isWhole) {
    clearReport('check');
  }
  let failed = 0;
  for (const { name, floor, run } of gates) {
    const { seen, problems } = await run();
    const blind = seen < floor ? `looked at ${seen}, at least ${floor} were expected` : '';
    const verdict = [problems.trim(), blind].filter((line) => line !== '').join('\n');
    failed += verdict === '' ? 0 : 1;
    console.log(verdict === '' ? `ok    ${name} (${seen})` : `FAIL  ${name}\n${verdict}`);
  }
  if (isWhole) {
    writeReport('check', { passed: gates.length - failed, failed });
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
