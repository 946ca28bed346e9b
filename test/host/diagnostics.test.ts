import assert from 'node:assert/strict';
import { type CodeAction, commands, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { until } from '../support/until';
import {
  api,
  at,
  closeAll,
  codeOf,
  file,
  open,
  problems,
  problemsAre,
  remove,
  replace,
  write,
} from './support';

const MODEL = `components:
  Server: {interfaces: [LAN, Internet], assets: {DB: {}}}
  Client: {interfaces: [LAN]}
interfaces:
  Internet: {entry: true}
ratingRules:
  - {match: {component: "*"}, all: 5.0}
settings: {stepRule: same}
`;

describe('live validation', () => {
  before(api);

  afterEach(async () => {
    await closeAll();
    await remove('live').then(
      () => undefined,
      () => undefined,
    );
  });

  it('reports unsaved text of the whole model, under the exact characters', async () => {
    const uri = await write('live/model.tmg.yaml', MODEL);
    const other = await write('live/ratings.tmg.yaml', 'ratings:\n  Server:\n    LAN: {T: 5.0}\n');
    const { document } = await open(uri);
    await problemsAre(uri, []);
    await replace(document, '  Server:', '  Servre:');
    const [problem] = await problemsAre(other, ['unknown-component']);
    assert.equal(document.isDirty, true);
    const { range } = problem ?? assert.fail();
    assert.deepEqual([range.start.line, range.start.character, range.end.character], [1, 2, 8]);
    assert.match(problem?.message ?? '', /did you mean "Servre"/);
    await replace(document, '  Servre:', '  Server:');
    await problemsAre(other, []);
  });

  it('links a code to its page and a disconnected part to the other', async () => {
    const uri = await write(
      'live/model.tmg.yaml',
      MODEL.replace('Client: {interfaces: [LAN]}', 'Client: {interfaces: [WiFi, X]}'),
    );
    const found = await until(() => {
      const all = problems(uri);
      return all.some((problem) => codeOf(problem) === 'disconnected-graph') && all;
    }, 'disconnected-graph');
    const problem = found.find((candidate) => codeOf(candidate) === 'disconnected-graph') ?? assert.fail();
    const { target } = problem.code as { target: Uri };
    const page = new TextDecoder().decode(await workspace.fs.readFile(target));
    assert.match(page, /^# disconnected-graph/);
    assert.equal(problem.relatedInformation?.length, 1);
    assert.equal(problem.relatedInformation?.[0]?.location.range.start.line, 1);
  });

  it('clears problems of a file that goes', async () => {
    const uri = await write('live/model.tmg.yaml', 'components: {A: {interfases: [X]}}\n');
    await until(() => problems(uri).length > 0, 'a problem');
    await remove('live');
    await problemsAre(uri, []);
  });

  it('never changes a file by opening and closing it', async () => {
    const text = '\uFEFFcomponents:\r\n  Ä: {interfaces: [X]}   \r\n\r\n# end';
    const uri = await write('live/model.tmg.yaml', text);
    const { document } = await open(uri);
    await until(() => problems(uri).length > 0, 'a problem');
    assert.equal(document.isDirty, false);
    await closeAll();
    assert.equal(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri)),
      text,
    );
  });

  it('gives files to the nearest model as folders come and go', async () => {
    const uri = await write('moved/part/b.tmg.yaml', 'ratings: {Server: {LAN: {T: 5.0}}}\n');
    await until(() => problems(uri).some((problem) => codeOf(problem) === 'unknown-component'), 'unknown');
    await write('moved/model.tmg.yaml', MODEL);
    await problemsAre(uri, []);
    await remove('moved');
  });
});

/** Fixes whose edits are asked for, as when one is chosen. */
const MOST_RESOLVED = 100;

/** The quick fixes of a range; asked again until there are some. */
async function quickFixes(uri: Uri, range: Range | undefined): Promise<CodeAction[]> {
  return until(async () => {
    const all = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      'quickfix',
      MOST_RESOLVED,
    );
    return all.some(({ kind }) => kind?.value === 'quickfix') && all;
  }, 'quick fixes');
}

describe('quick fixes', () => {
  before(api);
  afterEach(async () => {
    await closeAll();
    await remove('live');
  });

  it('mends a typo, and comes with the problem', async () => {
    const uri = await write('live/model.tmg.yaml', `${MODEL}ratings:\n  Servre:\n    LAN: {T: 5.0} # kept\n`);
    const { document } = await open(uri);
    const [problem] = await problemsAre(uri, ['unknown-component']);
    const actions = await quickFixes(uri, problem?.range);
    const [fix] = actions;
    assert.equal(fix?.title, 'Change "Servre" to "Server"');
    assert.equal(fix?.isPreferred, true);
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    await problemsAre(uri, []);
    assert.match(document.getText(), /  Server:\n    LAN: \{T: 5\.0\} # kept/);
  });

  it('offers to ignore with a reason', async () => {
    const uri = await write('live/model.tmg.yaml', `${MODEL}ratings:\n  Servre:\n    LAN: {T: 5.0}\n`);
    await open(uri);
    const [problem] = await problemsAre(uri, ['unknown-component']);
    const actions = await quickFixes(uri, problem?.range);
    const ignore = actions.find(({ title }) => /Ignore/.test(title));
    assert.ok(ignore?.edit && (await workspace.applyEdit(ignore.edit)));
    await problemsAre(uri, []);
  });

  it('fixes all slips of a file at once', async () => {
    const text = `${MODEL}ratings:\n  Servre:\n    LAN: {T: 5.0}\n  Cleint:\n    LAN: {T: 5.0}\n`;
    const uri = await write('live/model.tmg.yaml', text);
    const { document } = await open(uri);
    await problemsAre(uri, ['unknown-component', 'unknown-component']);
    const [action] = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new Range(0, 0, 1, 0),
      'source.fixAll.tmg',
    );
    assert.ok(action?.edit instanceof WorkspaceEdit);
    assert.ok(await workspace.applyEdit(action.edit));
    await problemsAre(uri, []);
    assert.ok(at(document, 'Client:\n    LAN'));
    assert.ok(file('live'));
  });
});
