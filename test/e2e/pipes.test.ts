import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { withFolder } from '../support/runTmg';

/** Runs a line of shell in which `tmg` is the built command line, and a pipe ends as its first part that fails. */
function shell(line: string): { readonly code: number; readonly out: string; readonly error: string } {
  const setting = `set -o pipefail; tmg() { "$TMG_NODE" dist/cli.js "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', setting], {
    // With a socket there it would take itself for a remote shell and read files of the user.
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TMG_NODE: process.execPath },
  });
  return { code: status ?? -1, out: stdout, error: stderr };
}

/** A model with more errors than a pipe holds. */
const BAD = `components:\n${Array.from({ length: 1000 }, (_, index) => `  C${index}: {interfaces: [X], facilty: F}\n`).join('')}`;
const GATE = '--fail-at 7.5 --format ndjson';

describe('the exit code', () => {
  it('of a gate is that of what was found, whoever stops reading', () => {
    withFolder({ 'model.tmg.yaml': BAD }, (folder) => {
      for (const reader of ['head -1', 'true']) {
        for (const options of ['', '--format json', '--format sarif']) {
          assert.equal(shell(`tmg check ${folder} ${options} | ${reader}`).code, 1, `${reader} ${options}`);
        }
      }
    });
    for (const reader of ['head -1', 'true', 'cat > /dev/null']) {
      assert.equal(shell(`tmg chains examples/autopilot ${GATE} | ${reader}`).code, 1, reader);
      assert.equal(shell(`tmg table examples/autopilot | ${reader}`).code, 0, reader);
      assert.equal(shell(`tmg --help | ${reader}`).code, 0, reader);
    }
  });

  it('counts the models too that nobody read of', () => {
    const failing = `chains examples/client-server examples/autopilot --fail-at 9 --format ndjson`;
    assert.equal(shell(`tmg ${failing} > /dev/null`).code, 1);
    assert.equal(shell(`tmg ${failing.replace('examples/autopilot', '')} > /dev/null`).code, 0);
    assert.equal(shell(`tmg ${failing} | true`).code, 1);
  });

  it('does not change with a standard error that is closed, full or read no further', () => {
    withFolder({ 'model.tmg.yaml': BAD }, (folder) => {
      for (const error of ['2>&-', '2> /dev/full', '2> >(true)']) {
        assert.equal(shell(`tmg check ${folder} > /dev/null ${error}`).code, 1, error);
        assert.equal(shell(`tmg chains ${folder} > /dev/null ${error}`).code, 1, error);
        assert.equal(shell(`tmg check examples/client-server ${error}`).code, 0, error);
        assert.equal(shell(`tmg check nowhere ${error}`).code, 2, error);
      }
    });
  });

  it('is 2 where standard output is full, with a sentence', () => {
    for (const command of [
      'check examples/client-server-csv',
      'chains examples/client-server',
      'chains examples/client-server --format json',
      'table examples/client-server',
      'table examples/client-server --format xlsx',
      'report examples/client-server',
      'rate examples/client-server --all',
      'graph examples/client-server',
      'advise examples/client-server',
      '--help',
      'check --help',
      '--version',
    ]) {
      const run = shell(`tmg ${command} > /dev/full`);
      assert.equal(run.code, 2, command);
      assert.equal(
        run.error,
        'tmg: Cannot write to standard output: ENOSPC: no space left on device.\n',
        command,
      );
    }
  });
});
