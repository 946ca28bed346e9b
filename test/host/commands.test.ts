import assert from 'node:assert/strict';
import { ALL_CHAINS } from '../../src/threats/tableQuery';
import { commands, Selection, window, workspace } from 'vscode';
import { denseModelText } from '../support/denseModel';
import { until } from '../support/until';
import { api, at, closeAll, file, open, remove, replace, write } from './support';

const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const MODEL = `name: Shop
settings: {stepRule: same, stride: [T]}
components:
  Web: {interfaces: [Internet, LAN]}
  Store: {interfaces: [LAN], assets: {Orders: {}}}
interfaces:
  Internet: {entry: true}
ratings:
  Web:
    Internet: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}
  Store:
    LAN: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}
`;

/** The chains of this model are so many that to count them would take days. */
const ENDLESS = denseModelText({ components: 30, interfaces: 60, seed: 1, scores: 'differ' }).replace(
  /^settings: .*$/m,
  'settings: {maxLength: 30, countLimit: 1000000000000, searchLimit: 1000000000000}',
);

describe('commands', () => {
  before(api);

  // Word that a folder has gone may come when the next test has begun: each has one of its own.
  let folders = 0;
  let folder = '';

  beforeEach(() => {
    folder = `shop-${++folders}`;
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await remove(folder);
  });

  const prepare = async (text = MODEL) => {
    const { services } = await api();
    const editor = await open(await write(`${folder}/model.tmg.yaml`, text));
    const root = file(folder).path;
    await until(() => services.models.byRoot(root), 'the model');
    return { services, editor, root };
  };

  it('show chains to an asset, through a component and from an entry in the view', async () => {
    const { services, root } = await prepare();
    for (const [command, name] of [
      ['tmg.showChainsToAsset', 'Store/Orders'],
      ['tmg.showChainsThroughComponent', 'Web'],
      ['tmg.showChainsFromEntry', 'Internet'],
    ] as const) {
      await commands.executeCommand(command, { root, name });
      assert.equal(services.computations.current(root)?.total, 1);
    }
    await commands.executeCommand('tmg.showAllChains');
    const { rows, total } = await services.threads.chainEndpoint.request('tableRows', {
      root,
      query: { ...ALL_CHAINS, through: [{ kind: 'component', name: 'Web' }] },
      from: 0,
      count: 10,
    });
    assert.equal(total, 1);
    assert.deepEqual(rows[0]?.key.path, ['Internet', 'Web', 'LAN', 'Store']);
  });

  it('choose a chain, which marks its lines until its model changes', async () => {
    const { services, editor, root } = await prepare();
    await commands.executeCommand('tmg.computeChains', root);
    const { rows } = await services.threads.chainEndpoint.request('tableRows', {
      root,
      query: ALL_CHAINS,
      from: 0,
      count: 1,
    });
    const [row] = rows;
    await commands.executeCommand('tmg.openChain', { kind: 'chain', root, row });
    await until(() => services.selection.chain?.steps.length === 2, 'the chain with its steps');
    assert.equal(services.selection.chain?.steps[0]?.source?.range.start.line, 10);
    assert.equal(window.activeTextEditor?.selection.start.line, 9);
    await editor.edit((builder) => builder.replace(editor.document.lineAt(0).range, 'name: Store'));
    await until(() => services.selection.chain === undefined, 'no choice after an edit');
  });

  it('explain why there is no chain, from what a person chooses', async () => {
    const { services, root } = await prepare();
    let isDone = false;
    const done = Promise.resolve(commands.executeCommand('tmg.whyNoChain', root)).finally(() => {
      isDone = true;
    });
    // The entry point, the asset and a step of the answer; nothing is accepted where no pick is up.
    await until(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    }, 'the answer');
    await done;
    assert.equal(window.activeTextEditor?.selection.start.line, 9);
    const answer = await services.threads.chainEndpoint.request('why', {
      root,
      from: 'Internet',
      to: 'Store/Orders',
      ticket: services.threads.nextTicket(),
    });
    assert.equal(answer.best?.steps.length, 2);
  });

  it('rate a relation where its ratings stand, and undo it in one step', async () => {
    const { services, editor, root } = await prepare();
    const edits = await services.threads.languageEndpoint.request('rate', {
      root,
      component: 'Store',
      interface: 'LAN',
      type: 'E',
      text: 'none',
    });
    assert.equal(edits.length, 1);
    const before = editor.document.getText();
    const { toWorkspaceEdit } = await import('../../src/extension/convert');
    assert.ok(await workspace.applyEdit(toWorkspaceEdit(edits)));
    assert.match(editor.document.getText(), /LAN: \{T: CVSS:3\.1\S+, E: none\}/);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('write nothing into a text that is no longer what their edits were made from', async () => {
    const { services, editor, root } = await prepare();
    const { toWorkspaceEdit } = await import('../../src/extension/convert');
    const rate = { root, component: 'Store', interface: 'LAN', type: 'E', text: 'none' } as const;
    const edits = await services.threads.languageEndpoint.request('rate', rate);
    assert.ok(toWorkspaceEdit(edits).size > 0);
    await replace(editor.document, 'name: Shop', '# new\nname: Shop');
    assert.throws(() => toWorkspaceEdit(edits), /has changed meanwhile/);
    const again = await services.threads.languageEndpoint.request('rate', rate);
    assert.ok(toWorkspaceEdit(again).size > 0);
  });

  it('name a vector in every place that has it', async () => {
    const { services, editor, root } = await prepare();
    const position = at(editor.document, 'CVSS:3.1', 3);
    editor.selection = new Selection(position, position);
    const edits = await services.threads.languageEndpoint.request('nameVector', {
      path: editor.document.uri.path,
      position: { line: position.line + 1, column: position.character + 1 },
      before: VECTOR,
      name: 'net-full',
    });
    const { toWorkspaceEdit } = await import('../../src/extension/convert');
    assert.ok(await workspace.applyEdit(toWorkspaceEdit(edits)));
    const text = editor.document.getText();
    assert.equal(text.match(/T: net-full/g)?.length, 2);
    assert.match(text, /vectors:[^]*net-full: CVSS:3\.1\/AV:N/);
    await services.models.settled();
    assert.equal((await services.computations.compute(root))?.total, 1);
  });

  it('advise a maximum length', async () => {
    const { services, root } = await prepare();
    const advice = await services.threads.chainEndpoint.request('advise', {
      root,
      minProbability: 4,
      ticket: services.threads.nextTicket(),
    });
    assert.equal(advice.advised, 3);
  });

  it('end in one message and a fresh thread when a thread crashes', async () => {
    const { services, root } = await prepare();
    await services.computations.compute(root);
    await services.threads.terminateChains();
    const again = await until(
      () =>
        services.computations.compute(root).then(
          (result) => result,
          () => undefined,
        ),
      'a result from a fresh thread',
    );
    assert.equal(again.total, 1);
  });

  it('cancel a computation when an edit comes', async () => {
    const { services, editor, root } = await prepare(ENDLESS);
    let begun = (): void => undefined;
    const progress = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = services.computations.compute(root, undefined, () => begun());
    await progress;
    await replace(editor.document, 'maxLength: 30', 'maxLength: 3');
    assert.equal(await first, undefined);
    const second = await until(() => services.computations.current(root), 'the result of the edited model');
    assert.equal(second.maxLength, 3);
    assert.equal(second.complete, true);
  });
});

describe('the views', () => {
  before(api);
  afterEach(closeAll);

  it('hold the model and the chains', async () => {
    const { services } = await api();
    const root = services.models.all.find(({ name }) => name === 'Client Server')?.root ?? assert.fail();
    const nodes = await services.threads.languageEndpoint.request('modelTree', { root, parent: undefined });
    assert.ok(nodes.some(({ kind }) => kind === 'facility'));
    await open(file('plant/model.tmg.yaml'));
    await commands.executeCommand('tmg.computeChains', root);
    const { groups, total } = await services.threads.chainEndpoint.request('tableGroups', {
      root,
      query: ALL_CHAINS,
      grouping: 'relation',
      from: 0,
      count: 200,
    });
    assert.equal(groups.length, total);
    await commands.executeCommand('tmg.model.focus');
    await commands.executeCommand('tmg.chains.focus');
    await commands.executeCommand('tmg.clearResults');
  });
});
