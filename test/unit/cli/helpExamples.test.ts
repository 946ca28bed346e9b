import assert from 'node:assert/strict';
import { HELP_EXAMPLES } from '../../../src/cli/helpExamples';
import { runInProcess } from '../../support/cliRun';

/** The words of a command line, without the program and a redirection. */
function words(line: string): string[] {
  const plain = line.replace(/^tmg /, '').replace(/ > \S+$/, '');
  return [...plain.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

describe('the examples in --help', () => {
  it('end the help of every command', async () => {
    const { out } = await runInProcess(['--help']);
    const commands = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(
      commands.filter((name) => name !== 'help').toSorted(),
      Object.keys(HELP_EXAMPLES).toSorted(),
    );
    for (const [command, examples] of Object.entries(HELP_EXAMPLES)) {
      const help = await runInProcess([command, '--help']);
      const [, shown = ''] = /\n\nExamples?:\n([^]*)$/.exec(help.out) ?? [];
      assert.equal(shown.trimEnd().split('\n').length, examples.length, command);
    }
  });

  for (const [command, examples] of Object.entries(HELP_EXAMPLES)) {
    // What is imported is made up, and what is begun would be left in the repository; both have tests of their own.
    if (command === 'import' || command === 'init') {
      continue;
    }
    for (const [line] of examples) {
      it(`work: ${line}`, async () => {
        const run = await runInProcess(words(line));
        assert.equal(run.code, 0, run.error);
        assert.doesNotMatch(run.error, /^tmg: /m);
        assert.ok(run.out !== '' || run.error !== '' || Object.keys(run.written).length > 0);
      });
    }
  }
});
