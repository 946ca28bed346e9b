import { existsSync } from 'node:fs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bundles';
import { NotMeasured, runJson, runProgram } from '../measure';
import type { Engine, EngineRuns } from './engine';

const FOLDER = join(ROOT, '.cache', 'bench-python');
const PYTHON = join(FOLDER, 'bin', 'python');
const STAMP = join(FOLDER, 'installed.txt');
const PACKAGES = ['networkx==3.6.1', 'igraph==1.0.0', 'rustworkx==0.18.1', 'duckdb==2.0.1'];

/** The comparisons in Python. They share one environment; see `installPython`. */
export const PYTHON_ENGINES: readonly Engine[] = [
  engine('networkx', 'all_simple_paths per entry with all targets, paths taken one by one'),
  engine('igraph', 'get_all_simple_paths per entry with all targets, returns lists'),
  engine('rustworkx', 'all_simple_paths per entry with all targets, returns lists'),
  engine('DuckDB', 'recursive CTE over (component, interface, component), one thread, counts only'),
];

let ready: Promise<void> | undefined;

/**
 * Makes the environment with pinned packages in `.cache/bench-python`, once.
 * @param install false to take it only if it is already there
 * @throws NotMeasured where that is not possible
 */
export function installPython(install: boolean): Promise<void> {
  ready ??= prepare(install);
  return ready;
}

async function prepare(install: boolean): Promise<void> {
  const wanted = PACKAGES.join('\n');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  if (!install) {
    throw new NotMeasured('no Python environment in .cache/bench-python; a full run makes one');
  }
  if ((await runProgram('python3', ['--version'])).code !== 0) {
    throw new NotMeasured('no python3');
  }
  mkdirSync(FOLDER, { recursive: true });
  const venv = await runProgram('python3', ['-m', 'venv', FOLDER]);
  if (venv.code !== 0) {
    throw new NotMeasured('python3 -m venv fails');
  }
  const installed = await runProgram(PYTHON, ['-m', 'pip', 'install', '--quiet', ...PACKAGES], 300_000);
  if (installed.code !== 0) {
    throw new NotMeasured(`pip cannot install ${PACKAGES.join(', ')}`);
  }
  writeFileSync(STAMP, wanted);
}

function engine(name: string, does: string): Engine {
  const script = join(ROOT, 'bench', 'python', `${name.toLowerCase()}_paths.py`);
  return {
    name,
    does,
    run: async (files, runs) => {
      await installPython(false);
      return runJson<EngineRuns>(PYTHON, [script, files.json, String(runs)]);
    },
  };
}
