import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTmg } from '../support/runTmg';

const REPORTS = ['reports/autopilot.html', 'reports/autopilot.xlsx'];

describe('npm start', () => {
  for (const report of REPORTS) {
    rmSync(report, { force: true });
  }
  const { status, stdout } = spawnSync(process.execPath, ['scripts/start.mjs'], { encoding: 'utf8' });

  it('shows the worst chains of the examples', () => {
    assert.equal(status, 0);
    assert.match(
      stdout,
      /Client Server: 36 chains[^]*Client Server: 36 chains[^]*Autopilot L4: [\d,]+ chains/,
    );
  });

  const advised = [...stdout.matchAll(/^ {2}tmg (.*?)(?: {2,}.*)?$/gm)].map(([, command = '']) => command);

  it('ends with the paths of a report and a threat table, which git ignores', () => {
    const paths = stdout
      .trimEnd()
      .split('\n')
      .slice(-2)
      .map((line) => line.trim().split(' ')[0]);
    assert.deepEqual(paths, REPORTS);
    const [html = '', xlsx = ''] = REPORTS.map((report) => readFileSync(report, 'latin1'));
    assert.match(html, /^<!DOCTYPE html>[^]*the best 2,000 of 111,248 chains[^]*<\/html>\n$/);
    assert.match(xlsx, /^PK/);
    assert.ok(readFileSync('.gitignore', 'utf8').split('\n').includes('reports/'));
  });

  it('says what to try next', () => {
    assert.ok(advised.length >= 5, stdout);
  });

  for (const command of advised) {
    it(`advises a command that works: tmg ${command}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'tmg-'));
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
      const output = args.indexOf('--output') + 1;
      try {
        const run = runTmg(
          args.map((arg, index) => (index === output && output > 0 ? join(folder, arg) : arg)),
        );
        assert.equal(run.code, 0, run.error);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
