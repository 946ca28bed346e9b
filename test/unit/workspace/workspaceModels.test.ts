import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIgnoredPath, modelRoot } from '../../../src/workspace/modelRoots';
import { WorkspaceModels } from '../../../src/workspace/workspaceModels';
import { windows1252, workbookBytes } from '../../support/brokenBytes';

const text = (content: string) => ({ kind: 'text', text: content }) as const;

describe('modelRoot', () => {
  const root = (path: string, tops: string[], ...files: string[]): string =>
    modelRoot(path, tops, (candidate) => files.includes(candidate));

  it('is the nearest folder upwards with a model file', () => {
    assert.equal(root('/w/a/b/c.tmg.yaml', ['/w'], '/w/model.tmg.yaml', '/w/a/model.tmg.yaml'), '/w/a');
  });

  it('is the own folder without one, or where it lies above the workspace folder', () => {
    assert.equal(root('/w/a/b/c.tmg.yaml', ['/w']), '/w/a/b');
    assert.equal(root('/w/a/b/c.tmg.yaml', ['/w/a'], '/w/model.tmg.yaml'), '/w/a/b');
  });

  it('does not search upwards outside the workspace', () => {
    assert.equal(root('/x/a/c.tmg.yaml', ['/w'], '/x/model.tmg.yaml'), '/x/a');
  });

  it('ends at the innermost of nested workspace folders', () => {
    assert.equal(root('/w/a/b/c.tmg.yaml', ['/w', '/w/a'], '/w/model.tmg.yaml'), '/w/a/b');
  });
});

describe('WorkspaceModels', () => {
  const models = (files: Record<string, string>): WorkspaceModels => {
    const workspace = new WorkspaceModels();
    workspace.setTops(['/w']);
    for (const [path, content] of Object.entries(files)) {
      workspace.set(path, text(content));
    }
    return workspace;
  };
  const filesOf = (workspace: WorkspaceModels): Record<string, string[]> =>
    Object.fromEntries(
      workspace
        .allRoots()
        .map((root) => [root, workspace.snapshot(root)?.records.map(({ file }) => file) ?? []]),
    );

  it('gives files to models whatever comes first', () => {
    const files = {
      '/w/a/x.tmg.yaml': 'components: {A: {}}',
      '/w/a/model.tmg.yaml': 'name: M',
      '/w/a/deep/y.tmg.csv': 'Component,Interface\nA,I\n',
      '/w/b/z.tmg.yaml': '',
    };
    const expected = {
      '/w/a': ['deep/y.tmg.csv', 'model.tmg.yaml', 'x.tmg.yaml'],
      '/w/b': ['z.tmg.yaml'],
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(files), { minLength: 4 }), (order) => {
        assert.deepEqual(filesOf(models(Object.fromEntries(order))), expected);
      }),
    );
  });

  it('moves files when a model file comes and goes', () => {
    const workspace = models({ '/w/a/x.tmg.yaml': '' });
    assert.deepEqual(filesOf(workspace), { '/w/a': ['x.tmg.yaml'] });
    workspace.set('/w/model.tmg.yaml', text('name: M'));
    assert.deepEqual(filesOf(workspace), { '/w': ['a/x.tmg.yaml', 'model.tmg.yaml'] });
    assert.equal(workspace.rootOf('/w/a/x.tmg.yaml'), '/w');
    assert.deepEqual([...workspace.remove('/w/model.tmg.yaml')].sort(), ['/w', '/w/a']);
    assert.deepEqual(filesOf(workspace), { '/w/a': ['x.tmg.yaml'] });
  });

  it('never hands out a version twice for another content', () => {
    const workspace = models({ '/w/x.tmg.yaml': 'components: {A: {}}' });
    const before = workspace.snapshot('/w')?.version ?? 0;
    workspace.remove('/w/x.tmg.yaml');
    assert.equal(workspace.snapshot('/w'), undefined);
    workspace.set('/w/x.tmg.yaml', text('components: {B: {}}'));
    assert.ok((workspace.snapshot('/w')?.version ?? 0) > before);
    assert.deepEqual(
      workspace.changedSince('/w', before).map(({ file }) => file),
      ['x.tmg.yaml'],
    );
  });

  it('tells which files changed after a version', () => {
    const workspace = models({ '/w/x.tmg.yaml': '', '/w/y.tmg.yaml': '' });
    const before = workspace.snapshot('/w')?.version ?? 0;
    workspace.set('/w/y.tmg.yaml', text('components: {A: {}}'));
    assert.deepEqual(
      workspace.changedSince('/w', before).map(({ file }) => file),
      ['y.tmg.yaml'],
    );
  });

  it('does not read a text above the limit', () => {
    const workspace = models({ '/w/x.tmg.yaml': `# ${'x'.repeat(6 * 1024 * 1024)}` });
    assert.deepEqual(
      workspace.snapshot('/w')?.problems.map(({ code }) => code),
      ['file-too-large'],
    );
  });

  it('takes bytes, of which what is no text is reported, and sizes of what is too large to be read', () => {
    const workspace = models({ '/w/x.tmg.csv': 'Component,Interface\nA,I\n' });
    const codes = (): string[] =>
      workspace.snapshot('/w')?.records.flatMap(({ findings }) => findings.map(({ code }) => code)) ?? [];
    workspace.set('/w/x.tmg.csv', {
      kind: 'bytes',
      bytes: windows1252('Component,Interface\nGer\u00e4t,I\n'),
    });
    assert.ok(workspace.snapshot('/w')?.model.components.has('Ger\u00e4t'));
    assert.deepEqual(codes(), ['encoding-guessed']);
    workspace.set('/w/x.tmg.csv', { kind: 'bytes', bytes: workbookBytes() });
    assert.deepEqual([workspace.snapshot('/w')?.model.components.size, codes()], [0, ['not-text']]);
    workspace.set('/w/x.tmg.csv', { kind: 'too-large', size: 2 ** 30 });
    assert.deepEqual(codes(), ['file-too-large']);
    workspace.set('/w/x.tmg.csv', text('Component,Interface\nB,I\n'));
    assert.deepEqual([[...(workspace.snapshot('/w')?.model.components.keys() ?? [])], codes()], [['B'], []]);
  });

  it('knows nothing of a file that was never there', () => {
    const workspace = models({ '/w/x.tmg.yaml': '' });
    assert.deepEqual([...workspace.remove('/w/y.tmg.yaml')], []);
    assert.equal(workspace.rootOf('/w/y.tmg.yaml'), undefined);
    assert.deepEqual(workspace.changedSince('/nowhere', 0), []);
  });
});

describe('isIgnoredPath', () => {
  it('passes over hidden folders and packages, not files that are called so', () => {
    assert.ok(['.git/a.tmg.yaml', 'a/.b/c.tmg.yaml', 'a/node_modules/b/c.tmg.csv'].every(isIgnoredPath));
    assert.ok(!['.a.tmg.yaml', 'a/b.c/d.tmg.yaml', 'a/node_modules'].some(isIgnoredPath));
  });
});
