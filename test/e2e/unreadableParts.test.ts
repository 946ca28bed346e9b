import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runTmg, withFolder } from '../support/runTmg';
import { sarifRun } from '../support/sarif';
import { describeWhere } from '../support/testData';
import { noPermissions, runUnprivileged } from '../support/unprivileged';

const PUMP =
  'name: Pump\ncomponents: {Pump: {interfaces: [Net], assets: {Dose: {}}}}\ninterfaces: {Net: {entry: true}}\nratingRules: [{match: {interface: "*"}, all: 5}]\n';
const VALVE = 'components: {Valve: {interfaces: [Net], assets: {Flow: {}}}}\n';
const FILES = { 'model.tmg.yaml': PUMP, 'part/valve.tmg.yaml': VALVE };

/** All commands that read a model, with what they need besides. */
const COMMANDS = [
  ['check', '--fail-on', 'error'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['chains', '--fail-at', '10'],
  ['chains', '--format', 'sarif'],
  ['table'],
  ['why', '--from', 'Net', '--to', 'Dose'],
  ['advise'],
  ['graph'],
  ['report'],
  ['rate'],
] as const;

describeWhere('parts of a model that permissions close', noPermissions(), () => {
  it('are an error on their path for every command, and the rest is computed', () => {
    for (const closed of ['part', 'part/valve.tmg.yaml']) {
      withFolder(FILES, (folder) => {
        chmodSync(join(folder, closed), 0o000);
        for (const [command, ...options] of COMMANDS) {
          const run = runUnprivileged(folder, [command, '.', ...options]);
          assert.equal(run.code, 1, `${command} ${closed}: ${run.error}`);
          assert.match(
            run.error + run.out,
            new RegExp(`^${closed}: error: This \\w+ cannot be read \\(EACCES: `, 'm'),
          );
          assert.doesNotMatch(run.error, /\n {4}at /);
          assert.ok(run.out !== '', command);
        }
        chmodSync(join(folder, closed), 0o755);
        assert.equal(runUnprivileged(folder, ['check', '.']).code, 0);
      });
    }
  });

  it('are in JSON with their paths, and in SARIF as what the run could not do', () => {
    withFolder(FILES, (folder) => {
      chmodSync(join(folder, 'part'), 0o000);
      const json = JSON.parse(runUnprivileged(folder, ['check', '.', '--format', 'json']).out) as {
        models: { problems: unknown[]; read: unknown }[];
        unread: { path: string; message: string }[];
      };
      assert.deepEqual(json.models[0]?.read, { files: 1, components: 1, relations: 1 });
      assert.deepEqual(
        json.unread.map(({ path }) => path),
        ['part'],
      );
      for (const command of ['check', 'chains']) {
        const { invocations } = sarifRun(runUnprivileged(folder, [command, '.', '--format', 'sarif']).out);
        assert.equal(invocations?.[0]?.executionSuccessful, false);
        const [told] = invocations[0].toolExecutionNotifications ?? [];
        assert.equal(told?.level, 'error');
        assert.equal(told.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'part');
      }
      chmodSync(join(folder, 'part'), 0o755);
    });
  });

  it('fail only the models that they belong to', () => {
    withFolder(
      { 'a/model.tmg.yaml': PUMP, 'b/model.tmg.yaml': PUMP.replace('Pump', 'B'), 'b/x.tmg.csv': 'x' },
      (folder) => {
        chmodSync(join(folder, 'b/x.tmg.csv'), 0o000);
        assert.equal(runUnprivileged(folder, ['check', '.', '--model', 'Pump']).code, 0);
        assert.equal(runUnprivileged(folder, ['check', '.', '--model', 'B']).code, 1);
        assert.equal(runUnprivileged(folder, ['check', '.']).code, 1);
      },
    );
  });

  it('are wrong usage where they are all that was asked for', () => {
    withFolder(FILES, (folder) => {
      chmodSync(join(folder, 'part'), 0o000);
      const run = runUnprivileged(folder, ['check', 'part']);
      assert.equal(run.code, 2);
      assert.match(run.error, /^tmg: Cannot read part: EACCES: permission denied\.$/m);
      chmodSync(join(folder, 'part'), 0o755);
    });
  });
});

describe('links among the files of a model', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['that lead nowhere', 'nowhere', /leads nowhere/],
    ['to themselves', 'x.tmg.csv', /leads nowhere/],
    ['to a file outside', '/etc/passwd', /leads out of the model's folder/],
    ['to a device', '/dev/zero', /leads out of the model's folder/],
    ['to a folder', 'part', /leads to a folder/],
    ['to a pipe', 'pipe', /no regular file/],
  ];
  for (const [what, target, expected] of cases) {
    it(`${what} are an error on their path, and never read`, () => {
      withFolder(FILES, (folder) => {
        assert.equal(spawnSync('mkfifo', [join(folder, 'pipe')]).status, 0);
        symlinkSync(target, join(folder, 'x.tmg.csv'));
        // A folder that is named itself is looked into, by whatever way.
        for (const path of target === 'part' ? [folder] : [folder, join(folder, 'x.tmg.csv')]) {
          for (const format of ['text', 'json', 'sarif']) {
            const run = runTmg(['check', path, '--format', format]);
            assert.equal(run.code, 1, run.error);
            assert.match(run.out, expected);
            assert.doesNotMatch(run.out + run.error, /root:|bin\/bash/);
          }
        }
        const chains = runTmg(['chains', folder]);
        assert.equal(chains.code, 1);
        assert.match(chains.out, /^Pump: 12 chains/);
      });
    });
  }

  it('are followed to regular files within its folder, and by way of a linked folder that is named', () => {
    withFolder({ ...FILES, 'texts/rest': VALVE.replaceAll('Valve', 'Rest') }, (folder) => {
      symlinkSync('texts/rest', join(folder, 'rest.tmg.yaml'));
      const run = runTmg(['chains', folder]);
      assert.deepEqual([run.code, run.error], [0, '']);
      assert.match(run.out, /^Pump: 18 chains/);
      withFolder({}, (elsewhere) => {
        symlinkSync(folder, join(elsewhere, 'm'));
        assert.equal(runTmg(['chains', join(elsewhere, 'm')]).out, run.out);
      });
    });
  });

  it('keep the parts of a model together where its model file is one of them', () => {
    withFolder({ 'part/valve.tmg.yaml': PUMP }, (folder) => {
      symlinkSync('nowhere', join(folder, 'model.tmg.yaml'));
      const run = runTmg(['check', folder]);
      assert.equal(run.code, 1);
      assert.match(run.out, /model\.tmg\.yaml: error: /);
      assert.match(run.error, /; read 1 file, /);
    });
  });

  it('of editors that lock a file are passed over', () => {
    withFolder(FILES, (folder) => {
      symlinkSync('me@host.1:1', join(folder, '.#model.tmg.yaml'));
      assert.equal(runTmg(['check', folder]).code, 0);
    });
  });
});
