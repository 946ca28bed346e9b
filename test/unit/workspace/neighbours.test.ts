import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/checks/fixesFor';
import { relativeFolder } from '../../../src/workspace/paths';
import { WorkspaceModels } from '../../../src/workspace/workspaceModels';

function workspace(files: Readonly<Record<string, string>>, tops = ['/w']): WorkspaceModels {
  const models = new WorkspaceModels();
  models.setTops(tops);
  for (const [path, text] of Object.entries(files)) {
    models.set(path, { kind: 'text', text });
  }
  return models;
}

function found(models: WorkspaceModels): string[] {
  return models
    .allRoots()
    .flatMap((root) =>
      (models.snapshot(root)?.problems ?? [])
        .filter(({ code }) => code === 'no-model-file')
        .map(({ file, message }) => `${root}/${file}: ${message.args['name']} in ${message.args['other']}`),
    );
}

const TOPOLOGY = 'components: {Pump: {interfaces: [Port]}}\n';
const RATINGS = 'ratings: {Pump: {Port: {all: 5}}}\n';

describe('models without a model file, side by side', () => {
  it('are told from parts of one model by the names that they do not declare themselves', () => {
    const models = workspace({ '/w/a/t.tmg.yaml': TOPOLOGY, '/w/b/r.tmg.yaml': RATINGS });
    assert.deepEqual(found(models), ['/w/b/r.tmg.yaml: Pump in ../a/t.tmg.yaml']);
    const alone = workspace({ '/w/a/t.tmg.yaml': TOPOLOGY, '/w/b/r.tmg.yaml': TOPOLOGY + RATINGS });
    assert.deepEqual(found(alone), []);
  });

  it('are found whatever points across: entries, vectors, attackers, and components cut in two', () => {
    const others = [
      'interfaces: {Port: {entry: true}}\n',
      'components: {Q: {interfaces: [R]}}\nratings: {Q: {R: {T: usb}}}\n',
      'components: {Q: {interfaces: [R]}}\ninterfaces: {R: {attackers: [guest]}}\n',
      'components: {Pump: {assets: {Dose: {security: 5}}}}\n',
    ];
    for (const other of others) {
      const models = workspace({
        '/w/t.tmg.yaml': `${TOPOLOGY}vectors: {usb: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}\nattackers: {guest: a guest}\n`,
        '/w/b/r.tmg.yaml': other,
      });
      assert.equal(found(models).length, 1, other);
    }
  });

  it('become one model by the fix', () => {
    const files = { '/w/x/a/t.tmg.yaml': TOPOLOGY, '/w/x/b/r.tmg.yaml': RATINGS };
    const snapshot = workspace(files).snapshot('/w/x/b');
    const problem = snapshot?.problems.find(({ code }) => code === 'no-model-file');
    assert.ok(snapshot && problem);
    const [fix] = fixesFor(problem, snapshot);
    assert.deepEqual(fix?.changes, [
      { file: '../model.tmg.yaml', edits: [{ range: { start: 0, end: 0 }, newText: 'tmg: 1\n' }] },
    ]);
    const joined = workspace({ ...files, '/w/x/model.tmg.yaml': 'tmg: 1\n' });
    assert.deepEqual([joined.allRoots(), found(joined)], [['/w/x'], []]);
  });

  it('are left alone where a model file would not be found, or is there', () => {
    const files = { '/w/a/t.tmg.yaml': TOPOLOGY, '/w/b/r.tmg.yaml': RATINGS };
    assert.deepEqual(found(workspace(files, ['/w/a', '/w/b'])), []);
    assert.deepEqual(found(workspace({ ...files, '/w/a/model.tmg.yaml': 'tmg: 1\n' })), []);
  });

  it('follow edits in another folder, and keep their snapshot otherwise', () => {
    const models = workspace({ '/w/a/t.tmg.yaml': 'tmg: 1\n', '/w/b/r.tmg.yaml': RATINGS });
    assert.deepEqual(found(models), []);
    models.set('/w/a/t.tmg.yaml', { kind: 'text', text: TOPOLOGY });
    assert.equal(found(models).length, 1);
    assert.equal(models.snapshot('/w/b'), models.snapshot('/w/b'));
  });
});

describe('relativeFolder', () => {
  it('leads from one folder to another', () => {
    const cases = [
      ['/x/a', '/x/b', '../b'],
      ['/x/a', '/x/a/b/c', 'b/c'],
      ['/x/a', '/x', '..'],
      ['/x/a', '/y', '../../y'],
      ['C:/x', 'D:/y', undefined],
    ] as const;
    for (const [from, to, expected] of cases) {
      assert.equal(relativeFolder(from, to), expected);
    }
  });
});
