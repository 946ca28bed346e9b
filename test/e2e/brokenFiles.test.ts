import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { DIAGNOSTICS, isDiagnosticCode } from '../../src/formats/diagnosticCodes';
import { BROKEN_CASES } from '../support/brokenFiles';
import { runTmg, type TmgRun, withFolder } from '../support/runTmg';

const FIXTURES = 'test/fixtures/broken';
const LINE = /^(.+):(\d+):(\d+): (error|warning|information) ([a-z-]+): (\S.*[.?])$/u;

/** Checks that all lines have the form that editors and CI read, and gives the levels they are of. */
function levelsOf(run: TmgRun): Set<string> {
  const levels = new Set<string>();
  for (const line of run.out.trimEnd().split('\n')) {
    const [, , , , level = '', code = '', sentence = ''] = LINE.exec(line) ?? [];
    assert.ok(isDiagnosticCode(code), line);
    assert.equal(level, DIAGNOSTICS[code]);
    assert.doesNotMatch(sentence, /undefined|\[object|\{\w+\}|Error:/, line);
    levels.add(level);
  }
  return levels;
}

function assertChecked(folder: string): void {
  const run = runTmg(['check', folder]);
  assert.equal(run.code, levelsOf(run).has('error') ? 1 : 0, run.error);
  assert.match(run.error, /^[^\n]+: \d[^\n]*\n$/, 'only the summary stands on standard error');
}

describe('tmg check of broken files', () => {
  it('exits with 1 and one line per problem', () => {
    const run = runTmg(['check', FIXTURES]);
    assert.equal(run.code, 1);
    assert.deepEqual([...levelsOf(run)].sort(), ['error', 'information', 'warning']);
    for (const name of readdirSync(FIXTURES)) {
      assert.match(run.out, new RegExp(`^${FIXTURES}/${name}/\\S+:\\d+:\\d+: \\w+ ${name}: `, 'm'));
    }
  }).timeout(120_000);

  for (const [name, { files }] of Object.entries(BROKEN_CASES)) {
    it(`ends within seconds for ${name}`, () => {
      withFolder(files, assertChecked);
    }).timeout(120_000);
  }

  it('computes chains of what is left', () => {
    for (const name of ['yaml-syntax', 'csv-syntax', 'not-text', 'wrong-type']) {
      const run = runTmg(['chains', `${FIXTURES}/${name}`, '--format', 'json']);
      assert.equal(run.code, 1, run.error);
      assert.ok((JSON.parse(run.out) as { total: number }).total > 0, name);
    }
  }).timeout(120_000);
});
