import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';
import { withFolder } from '../../support/runTmg';
import { placeOf, sarifRun } from '../../support/sarif';

const PAGE = readFileSync('docs/ci.md', 'utf8');
/** Samples of the page by the name of the file that they stand for. */
const SAMPLES = new Map(
  [...PAGE.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);
const MODEL = `settings: {severity: {no-entry-point: warning}}\n${goldenModel('E: 7.2')}`;

/** The lines of a sample that call `tmg`, as arguments. */
function calls(sample: string): string[][] {
  const lines = [...(SAMPLES.get(sample) ?? '').matchAll(/\btmg ((?:check|chains) [^|\n]*)/g)];
  return lines.map(([, line = '']) => line.trim().split(/\s+/));
}

/** What the calls of a sample write, by file; all of them fail for this model, and say so. */
async function results(sample: string): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const args of calls(sample)) {
    const run = await runInProcess(args, { files: { 'model/model.tmg.yaml': MODEL, '.git/HEAD': '' } });
    assert.equal(run.code, 1, `${args.join(' ')}: ${run.error}`);
    Object.assign(written, run.written);
  }
  return written;
}

describe('the samples for CI', () => {
  it('are valid YAML', () => {
    const github = parse(SAMPLES.get('.github/workflows/threats.yml') ?? '') as { jobs: object };
    const gitlab = parse(SAMPLES.get('.gitlab-ci.yml') ?? '') as { threats: { script: string[] } };
    assert.deepEqual(Object.keys(github.jobs), ['threats']);
    assert.ok(gitlab.threats.script.every((line) => typeof line === 'string'));
  });

  it('write SARIF with the problems and the bad chains on GitHub', async () => {
    const written = await results('.github/workflows/threats.yml');
    assert.deepEqual(Object.keys(written), ['sarif/check.sarif', 'sarif/chains.sarif']);
    const check = sarifRun(written['sarif/check.sarif'] ?? '');
    assert.ok(check.results.some(({ ruleId }) => ruleId === 'no-entry-point'));
    const chains = sarifRun(written['sarif/chains.sarif'] ?? '');
    assert.ok(chains.results.length > 3);
    assert.notEqual(check.automationDetails?.id, chains.automationDetails?.id);
  });

  it('make a Code Quality report on GitLab', async () => {
    const written = await results('.gitlab-ci.yml');
    const files = ['check.sarif', 'chains.sarif'];
    const script = SAMPLES.get('tmg-code-quality.mjs') ?? '';
    withFolder({ ...written, 'tmg-code-quality.mjs': script }, (folder) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(folder, 'tmg-code-quality.mjs'), ...files.map((file) => join(folder, file))],
        { encoding: 'utf8' },
      );
      assert.equal(status, 0, stderr);
      const findings = JSON.parse(stdout) as {
        check_name: string;
        severity: string;
        fingerprint: string;
        location: { path: string; lines: { begin: number } };
      }[];
      const expected = files.flatMap((file) => sarifRun(written[file] ?? '').results);
      assert.equal(findings.length, expected.length);
      assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, findings.length);
      for (const [index, { location, severity, check_name }] of findings.entries()) {
        const result = expected[index];
        assert.equal(check_name, result?.ruleId);
        assert.match(severity, /^(info|major|critical)$/);
        assert.ok(
          placeOf(result?.locations?.[0]).startsWith(`${location.path}:${location.lines.begin}:`),
          location.path,
        );
      }
    });
  });
});
