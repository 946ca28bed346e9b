import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { join } from 'node:path';
import { bestFirstSearch } from './bestFirstSearch';
import { bundleChild, bundleCommandLine, ROOT } from './bundles';
import { chainRates } from './chainRates';
import { commandLineRuns } from './commandLine';
import { editor } from './editor';
import { NotMeasured } from './measure';
import { memoryOfChains } from './memory';
import { pages } from './pages';
import { plainPaths } from './plainPaths';
import { Report } from './report';
import type { Setting } from './setting';
import { topologyZoo } from './topologyZoo';
import { writing } from './writing';

/** All subjects in the order in which they are printed. */
const SUBJECTS = [
  plainPaths,
  chainRates,
  bestFirstSearch,
  memoryOfChains,
  writing,
  commandLineRuns,
  topologyZoo,
  editor,
  pages,
];

/** The page that holds the last full measurement, below a heading of its own. */
const PAGE = join(ROOT, 'docs', 'performance.md');
const HEADING = '## The last measurement\n';

/** Measures everything. Exit code 1 if a result is wrong; times never make it fail. */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((argument) => argument !== '--short' && argument !== '--write');
  if (unknown.length > 0) {
    process.stderr.write(`bench: unknown argument ${unknown.join(' ')}; there are --short and --write\n`);
    return 2;
  }
  const report = new Report();
  const short = args.includes('--short');
  report.line(`Bench${short ? ', short' : ''}: ${new Date().toISOString().slice(0, 10)}, ${machine()}`);
  const setting: Setting = { report, short, child: await bundleChild(), ...(await findCommandLine()) };
  const start = Date.now();
  for (const subject of SUBJECTS) {
    // What goes wrong in one subject must not cost the others.
    await subject(setting).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof NotMeasured) {
        report.line(`Not measured: ${reason}.`);
      } else {
        report.mismatch(`${subject.name} cannot be measured: ${reason}`);
      }
    });
  }
  const code = report.close();
  report.line(`\nTook ${Math.round((Date.now() - start) / 1000)} s.`);
  if (args.includes('--write')) {
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(PAGE, `${page.slice(0, page.indexOf(HEADING))}${HEADING}\n${report.text}`);
  }
  return code;
}

async function findCommandLine(): Promise<Pick<Setting, 'commandLine' | 'commandLineFault'>> {
  try {
    return { commandLine: await bundleCommandLine(), commandLineFault: '' };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
    return {
      commandLine: undefined,
      commandLineFault: `the command line program cannot be built (${reason})`,
    };
  }
}

/** The kind of machine, without its make. */
function machine(): string {
  const kind = process.arch === 'x64' ? 'x86-64' : process.arch;
  const system = platform() === 'linux' ? 'Linux' : platform();
  return `${cpus().length} ${kind} cores, ${system}, Node ${process.versions.node}`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `bench: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
