import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeWithData } from '../support/testData';

const PAGE = 'docs/import.md';

/** A command of the transcript, several lines where they end with a loop, and what it printed. */
interface Command {
  readonly script: string;
  readonly output: string;
}

/** The commands of the console blocks of a page, in order. */
function commandsOf(page: string): Command[] {
  return [...page.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block = '']) => {
    const commands: { script: string[]; output: string[] }[] = [];
    for (const line of block.trimEnd().split('\n')) {
      const current = commands.at(-1);
      if (line.startsWith('$ ')) {
        commands.push({ script: [line.slice(2)], output: [] });
      } else if (line.startsWith('> ')) {
        current?.script.push(line.slice(2));
      } else {
        current?.output.push(line);
      }
    }
    return commands.map(({ script, output }) => ({
      script: script.join('\n'),
      output: output.map((line) => `${line}\n`).join(''),
    }));
  });
}

/** A folder with the files that the transcript speaks of, and `tmg` beside it. */
function prepare(data: string, page: string): { readonly folder: string; readonly bin: string } {
  const root = mkdtempSync(join(tmpdir(), 'tmg-'));
  const [folder, bin] = [join(root, 'work'), join(root, 'bin')];
  mkdirSync(folder);
  mkdirSync(bin);
  for (const name of readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    symlinkSync(resolve(data, name.name), join(folder, name.name));
  }
  copyFileSync('test/fixtures/import/tickets.tm7', join(folder, 'tickets.tm7'));
  copyFileSync('test/fixtures/workbooks/guide.xlsx', join(folder, 'guide.xlsx'));
  writeFileSync(join(folder, 'fill.mjs'), /```js\n([^]*?)```/.exec(page)?.[1] ?? '');
  const program = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`;
  writeFileSync(join(bin, 'tmg'), program, { mode: 0o755 });
  return { folder, bin };
}

describeWithData(`the transcript in ${PAGE}`, 'topologies', (data) => {
  const page = readFileSync(PAGE, 'utf8');
  const commands = commandsOf(page);

  it('imports, rates and computes every file of the test data', () => {
    assert.ok(commands.length > 10);
    const { folder, bin } = prepare(data, page);
    try {
      for (const { script, output } of commands) {
        const run = spawnSync('bash', ['--norc', '-c', script], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: `${bin}:${process.env['PATH']}`, LC_ALL: 'C' },
        });
        assert.equal(run.stdout + run.stderr, output, script);
        assert.equal(run.status, 0, script);
      }
    } finally {
      rmSync(join(folder, '..'), { recursive: true, force: true });
    }
  });
});
