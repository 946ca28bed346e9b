import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What makes a test slow when it or one of its helpers imports it: packages by name, files of the repository by path. */
const SLOW: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['random cases', /^fast-check$|^test\/support\/random/],
  ['the naive engine', /^test\/naive\//],
  ['runs of the command line', /^src\/cli\/program\.ts$|^test\/support\/(?:cliRun|runTmg)\.ts$/],
  ['other processes and threads', /^node:(?:child_process|worker_threads)$/],
  ['comparisons of times', /^test\/support\/fastest\.ts$/],
  ['builds and compilers', /^(?:esbuild|typescript|mocha)$|^scripts\//],
  ['whole examples and real data', /^test\/support\/(?:exampleFiles|testData)\.ts$/],
];

/** A test that goes to the limits of size is called so. */
const SLOW_NAME = /\/hostile[^/]*$|limits?\.test\.ts$/i;
/** Reads an example itself, has random cases of its own, or says that it tries everything there is. */
const SLOW_TEXT = /['"`](?:\.\/)?examples\/|\brandom\w*\(|^\/\/ Exhaustive: /m;
const IMPORT = /^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"]([^'"]+)['"]/gm;
const TYPES_ONLY = /^(?:import|export)\s+type\s/;

/** The unit tests that need little, by what they import. */
export function fastTests(): string[] {
  const known = new Map<string, boolean>();
  return readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
    .map((file) => `test/unit/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !isSlow(file, known))
    .toSorted();
}

/** Whether a test or helper needs something slow; what `src` imports in its turn is what is tested, and counts for nothing. */
function isSlow(file: string, known: Map<string, boolean>): boolean {
  const before = known.get(file);
  if (before !== undefined) {
    return before;
  }
  // Helpers that import each other end here.
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const slow =
    SLOW_NAME.test(file) ||
    SLOW_TEXT.test(text) ||
    importsOf(file, text).some(
      (imported) =>
        SLOW.some(([, pattern]) => pattern.test(imported)) ||
        (imported.startsWith('test/') && isSlow(imported, known)),
    );
  known.set(file, slow);
  return slow;
}

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([statement, name = '']) => {
    if (TYPES_ONLY.test(statement)) {
      return [];
    }
    return [name.startsWith('.') ? resolved(path.posix.join(path.posix.dirname(file), name)) : name];
  });
}

function resolved(name: string): string {
  return [`${name}.ts`, `${name}/index.ts`].find((candidate) => existsSync(candidate)) ?? name;
}
