import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { DEVELOPMENT_BUNDLES } from '../../../scripts/bundles';

interface Launch {
  readonly configurations: readonly {
    readonly name: string;
    readonly program?: string;
    readonly outFiles?: readonly string[];
    readonly preLaunchTask?: string;
  }[];
}

interface Tasks {
  readonly tasks: readonly {
    readonly label: string;
    readonly script: string;
    readonly problemMatcher?: { readonly background?: Record<string, string | boolean> } | string | string[];
  }[];
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const { scripts } = json<{ readonly scripts: Record<string, string> }>('package.json');
const { tasks } = json<Tasks>('.vscode/tasks.json');

describe('the files of those who work on the product', () => {
  it('have no task without its script', () => {
    assert.ok(tasks.length > 4);
    assert.deepEqual(
      tasks.filter(({ script }) => scripts[script] === undefined),
      [],
    );
  });

  it('start programs that there are, after tasks that there are, with the maps of what is built', () => {
    const { configurations } = json<Launch>('.vscode/launch.json');
    assert.equal(configurations.length, 3);
    for (const { name, program, outFiles, preLaunchTask } of configurations) {
      const file = program?.replace('${workspaceFolder}/', '');
      assert.ok(file === undefined || file.startsWith('dist/') || existsSync(file), name);
      assert.ok(preLaunchTask === undefined || tasks.some(({ label }) => label === preLaunchTask), name);
      assert.equal(outFiles === undefined, preLaunchTask === undefined, name);
    }
  });

  it('know when the watch has built, by the lines that it prints', () => {
    const source = readFileSync('scripts/watch.ts', 'utf8');
    const matcher = tasks.find(({ label }) => label === 'watch')?.problemMatcher;
    const background =
      typeof matcher === 'object' && 'background' in matcher ? matcher.background : undefined;
    const printed = [...source.matchAll(/['`](\[watch\][^'`$]*)/g)].map(([, line = '']) => line);
    for (const pattern of ['beginsPattern', 'endsPattern']) {
      assert.equal(printed.filter((line) => new RegExp(String(background?.[pattern])).test(line)).length, 1);
    }
  });

  it('name scripts that there are, each of which installs what it needs', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'docs/releasing.md', '.github/pull_request_template.md'];
    const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');
    for (const text of [...pages.map((page) => readFileSync(page, 'utf8')), workflow]) {
      for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([a-z][a-z0-9:]*)/g)) {
        assert.ok(scripts[script] !== undefined, script);
      }
    }
    for (const script of ['watch', 'build:development', 'docs', 'typecheck', 'lint', 'test:fast']) {
      assert.match(scripts[script] ?? '', /^node scripts\/ensureInstalled\.mjs && /);
    }
  });

  it('let the workflow read, and nothing else', () => {
    const workflow = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
      readonly permissions: unknown;
      readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: unknown[] }>>;
    };
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.ok(Object.values(workflow.jobs).every(({ permissions }) => permissions === undefined));
    assert.ok(!readFileSync('.github/workflows/ci.yml', 'utf8').includes('secrets.'));
  });

  it('format as the formatter does', () => {
    const { formatter } = json<{ readonly formatter: Record<string, unknown> }>('biome.json');
    const config = readFileSync('.editorconfig', 'utf8');
    for (const [key, value] of [
      ['indent_style', formatter['indentStyle']],
      ['indent_size', formatter['indentWidth']],
      ['max_line_length', formatter['lineWidth']],
    ]) {
      assert.match(config, new RegExp(`^${key} = ${value}$`, 'm'));
    }
  });

  it('stay out of the packages', () => {
    for (const file of ['.vscodeignore', '.npmignore']) {
      const [first, ...others] = readFileSync(file, 'utf8').trim().split('\n');
      assert.match(first ?? '', /^\*\*?$/);
      const kept = others.map((line) => line.replace(/^!/, ''));
      assert.ok(others.every((line) => line.startsWith('!')));
      assert.deepEqual(
        kept.filter((line) => /^\.|map$|^docs\/(?!rules)|^dist\/\*\*$/.test(line)),
        [],
        file,
      );
    }
  });
});

describe('a development build', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tmg-development-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leads a debugger from the bundles to the sources', async () => {
    const entries = ['src/cli/main.ts', 'src/extension/extension.ts', 'src/worker/thread.ts'];
    for (const options of DEVELOPMENT_BUNDLES) {
      await build({ ...options, outdir: path.join(folder, options.outdir ?? '') });
    }
    const mapped = new Set<string>();
    for (const name of ['cli', 'extension', 'thread']) {
      const bundle = readFileSync(path.join(folder, `dist/${name}.js`), 'utf8');
      assert.match(bundle, new RegExp(`^//# sourceMappingURL=${name}\\.js\\.map$`, 'm'));
      const map = path.join(folder, `dist/${name}.js.map`);
      for (const source of json<{ readonly sources: readonly string[] }>(map).sources) {
        mapped.add(path.resolve(path.dirname(map), source));
      }
    }
    for (const entry of entries) {
      assert.ok(mapped.has(path.resolve(entry)), entry);
    }
    const page = readFileSync(path.join(folder, 'dist/webview/graph.js'), 'utf8');
    assert.match(page, /^\/\/# sourceMappingURL=data:application\/json;base64,/m);
  });
});
