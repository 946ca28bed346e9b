import { existsSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { DEVELOPMENT_MARK } from './bundles';
import { currentNotice, NOTICE } from './notice';
import { commandResult, TOOL_OPTIONS } from './runCommand';

/** Largest package that is shipped, in bytes. */
const LARGEST = 2 * 1024 * 1024;

/** Path of the package of this version. */
export function packagePath(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
  return `${name}-${version}.vsix`;
}

/** Packages what `npm run build` has built. @throws Error if that fails or the package is too large */
export function packageExtension(): string {
  if (existsSync(DEVELOPMENT_MARK)) {
    throw new Error('dist/ holds a development build; run npm run build first.');
  }
  const file = packagePath();
  const flags = [
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ];
  const { status, output } = commandResult(
    spawnSync('npx', ['--no-install', 'vsce', 'package', ...flags], TOOL_OPTIONS),
  );
  if (status !== 0) {
    throw new Error(`The package cannot be made:\n${output}`);
  }
  const { size } = statSync(file);
  if (size > LARGEST) {
    throw new Error(`${file} has ${size} bytes, more than ${LARGEST}.`);
  }
  if (!holdsNotice(file)) {
    throw new Error(`${file} does not hold ${NOTICE}, the licences of what is in it.`);
  }
  return file;
}

/** Whether a package holds the notice as the build has made it. */
function holdsNotice(file: string): boolean {
  const name = `extension/${NOTICE}`;
  const packed = unzipSync(readFileSync(file), { filter: (entry) => entry.name === name })[name];
  return packed !== undefined && strFromU8(packed) === currentNotice();
}

if (process.argv[1]?.endsWith('package.ts')) {
  const file = packageExtension();
  console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);
}
