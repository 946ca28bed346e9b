import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

/** Where the notice stands, here and in the packages. */
export const NOTICE = 'NOTICE.txt';

/** Licences under which others' work may be part of what ships. */
const PERMITTED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC-BY-4.0',
]);

const TEXTS = 'scripts/licences';
/** Texts of packages that come without: those of their repositories. */
const MISSING: Readonly<Record<string, string>> = {
  '@microsoft/fast-element': 'fast.txt',
  '@microsoft/fast-foundation': 'fast.txt',
  '@microsoft/fast-web-utilities': 'fast.txt',
  saxes: 'saxes.txt',
};
/** Licences that packages only refer to, although their text has to go along. */
const REFERRED: Readonly<Record<string, string>> = { 'Apache-2.0': 'Apache-2.0.txt' };

/** A package of which something is in what ships. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it, in SPDX terms. */
  readonly license: string;
  /** The texts of its licence and its own notices. */
  readonly texts: readonly string[];
}

/** The packages of which a build put files into what ships, by name and version. */
export function bundledPackages(metafiles: readonly Metafile[]): BundledPackage[] {
  const folders = new Set(
    metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([input, { bytesInOutput }]) =>
          bytesInOutput > 0 ? (packageFolder(input) ?? []) : [],
        ),
      ),
    ),
  );
  return [...folders].map(readPackage).sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
}

/** What forbids shipping a package; nothing where all is well. */
export function licenceProblems(packages: readonly BundledPackage[]): string[] {
  return packages.flatMap(({ name, version, license, texts }) => [
    ...(PERMITTED.has(license) ? [] : [`${name} ${version} is under "${license}", which is not permitted`]),
    ...(texts.length > 0 ? [] : [`${name} ${version} comes without the text of its licence`]),
  ]);
}

/** The notice that ships: which packages are in it, and their licences. @throws Error where one may not be shipped */
export function noticeText(packages: readonly BundledPackage[]): string {
  const problems = licenceProblems(packages);
  if (problems.length > 0) {
    throw new Error(`Not everything may be shipped:\n${problems.join('\n')}`);
  }
  const entries = packages.map(
    ({ name, version, license, texts }) =>
      `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n\n${texts.join('\n\n')}\n`,
  );
  return `TMG Workbench contains parts of the packages below. Each is under the licence that follows its name.\n\n${entries.join('\n')}`;
}

/** Writes the notice where it is shipped. */
export function writeNotice(metafiles: readonly Metafile[]): void {
  writeFileSync(NOTICE, noticeText(bundledPackages(metafiles)));
}

/** The notice as it is shipped; empty where there is none. */
export function currentNotice(): string {
  return existsSync(NOTICE) ? readFileSync(NOTICE, 'utf8') : '';
}

/** Folder of the package that a file belongs to; undefined for one of our own. */
function packageFolder(input: string): string | undefined {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return folder;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file) && !/\.(js|ts|json)$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
  const more = [texts.length === 0 ? MISSING[name] : undefined, REFERRED[license ?? '']];
  const files = [...texts, ...more.flatMap((file) => (file === undefined ? [] : path.join(TEXTS, file)))];
  return {
    name,
    version,
    license: license ?? 'no licence',
    texts: files.map((file) => readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim()),
  };
}
