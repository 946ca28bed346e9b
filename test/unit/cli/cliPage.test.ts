import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ChainJson } from '../../../src/report/chainJson';
import { runInProcess } from '../../support/cliRun';

const PAGE = readFileSync('docs/cli.md', 'utf8');
const SECTIONS = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', section]),
);
const SHARED = optionsOf(SECTIONS.get('Options of all commands that compute chains') ?? '');

/** The options of the table of a section, as `--top <n>`. */
function optionsOf(section: string): string[] {
  return [...section.matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, option = '']) => option);
}

/** The options that the help of a command lists. */
async function helped(command: string): Promise<string[]> {
  const { out } = await runInProcess([command, '--help']);
  return [...out.matchAll(/^ {2}(--[a-z-]+(?: [<[][a-z]+[>\]])?)/gm)].map(([, option = '']) => option);
}

async function commands(): Promise<string[]> {
  const { out } = await runInProcess(['--help']);
  const listed = out.slice(out.indexOf('Commands:'));
  return [...listed.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name]));
}

describe('docs/cli.md', () => {
  it('has a section for every command, and for no other', async () => {
    const named = [...SECTIONS.keys()].flatMap((title) => /^tmg (\w+)$/.exec(title)?.[1] ?? []);
    assert.deepEqual(named.toSorted(), (await commands()).toSorted());
  });

  it('has every option of every command, and no other', async () => {
    assert.ok(SHARED.length > 5);
    for (const command of await commands()) {
      const own = optionsOf(SECTIONS.get(`tmg ${command}`) ?? '');
      const options = await helped(command);
      const expected = options.includes('--max-length <n>') ? [...SHARED, ...own] : own;
      assert.deepEqual(expected.toSorted(), options.toSorted(), command);
    }
  });

  it('names every choice of every option', async () => {
    for (const command of await commands()) {
      if (command === 'import') {
        continue;
      }
      const { out } = await runInProcess([command, '--help']);
      const text = out.replaceAll(/\s+/g, ' ');
      const section = `${SECTIONS.get(`tmg ${command}`)}${SECTIONS.get('Options of all commands that compute chains')}`;
      for (const [, choices = ''] of text.matchAll(/choices: ((?:"[a-z-]+"(?:, )?)+)/g)) {
        for (const choice of choices.replace(/, $/, '').split(', ')) {
          assert.ok(section.includes(`\`${choice.replaceAll('"', '')}\``), `${command}: ${choice}`);
        }
      }
    }
  });

  it('shows a chain as it is written', async () => {
    const args = ['chains', 'examples/client-server', '--from', 'Internet', '--to', 'DB', '--type', 'E'];
    const { out } = await runInProcess([...args, '--format', 'ndjson', '--top', '1']);
    const { steps: [first] = [], ...chain } = JSON.parse(out) as ChainJson;
    const shown = JSON.parse(/```json\n([^]*?)```/.exec(PAGE)?.[1] ?? '') as ChainJson;
    assert.deepEqual(shown, { ...chain, steps: [first] });
  });

  it('is linked from the README, with a row for every command there', async () => {
    const readme = readFileSync('README.md', 'utf8');
    assert.ok(readme.includes('(docs/cli.md)'));
    for (const command of await commands()) {
      assert.match(readme, new RegExp(`^\\| \`tmg ${command} `, 'm'));
    }
  });
});
