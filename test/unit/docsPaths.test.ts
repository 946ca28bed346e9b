import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PAGES = ['docs/architecture.md', 'CONTRIBUTING.md'];
/** What a build or a run makes, and names with a part to fill in. */
const NOT_THERE = /^(?:dist|reports|coverage)(?:\/|$)|[<>*{]|^\.\.\//;
/** What is meant as a path: with a folder, or a file of a kind that we have. */
const PATH = /^(?:[\w.@-]+\/)+[\w.@-]*$|^[\w-]+\.(?:ts|mjs|cjs|css)$/;

/** Paths that stand as code, and targets of links, as they are written. */
function namedPaths(text: string): { readonly code: string[]; readonly links: string[] } {
  const withoutBlocks = text.replaceAll(/^```[^]*?^```/gm, '');
  const code = [...withoutBlocks.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
  const links = [...withoutBlocks.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  return { code: code.filter((name) => PATH.test(name) && !NOT_THERE.test(name)), links };
}

/** Every file and folder of the source, folders with `/` behind. */
function sourcePaths(): string[] {
  return ['src', 'webview', 'test', 'scripts', 'bench'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name).replaceAll('\\', '/');
      return entry.isDirectory() ? `${file}/` : file;
    }),
  );
}

describe('the pages for contributors', () => {
  const paths = sourcePaths();

  for (const page of PAGES) {
    it(`${page} names only paths that there are`, () => {
      const { code, links } = namedPaths(readFileSync(page, 'utf8'));
      assert.ok(code.length > 5);
      // A page may leave out the folder that it speaks of.
      const lost = code.filter(
        (name) => !existsSync(name) && !paths.some((candidate) => candidate.endsWith(`/${name}`)),
      );
      assert.deepEqual(lost, []);
      const broken = links.filter(
        (target) => !/^https?:/.test(target) && !existsSync(path.join(path.dirname(page), target)),
      );
      assert.deepEqual(broken, []);
    });
  }
});
