import assert from 'node:assert/strict';
import { ALL_CHAINS } from '../../src/threats/tableQuery';
import { commands, Selection, window, workspace } from 'vscode';
import { api, at, closeAll, file, open, remove, replace, until, write } from './support';

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

describe('commands', () => {
  before(api);

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await remove('shop');
  });

  /** Lets a pick come up, then accepts what is selected in it. */
  const accept = async (): Promise<void> => {
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  };

  const prepare = async () => {
    const { services } = await api();
    const editor = await open(await write('shop/model.tmg.yaml', MODEL));
    const model = await until(() => services.models.all.find(({ name }) => name === 'Shop'), 'the model');
    return { services, editor, root: model.root };
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
    const done = commands.executeCommand('tmg.whyNoChain', root);
    await accept();
    await accept();
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
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
    const { services, editor } = await prepare();
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
    assert.equal((await services.computations.compute((await prepareRoot(services)) ?? ''))?.total, 1);
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
    const { services, editor, root } = await prepare();
    const first = services.computations.compute(root);
    await editor.edit((builder) =>
      builder.replace(
        editor.document.lineAt(4).range,
        '  Store: {interfaces: [LAN], assets: {A: {}, B: {}}}',
      ),
    );
    await first;
    const second = await until(() => {
      const result = services.computations.current(root);
      return result?.total === 2 && result;
    }, 'the result of the edited model');
    assert.equal(second.complete, true);
  });
});

async function prepareRoot(
  services: Awaited<ReturnType<typeof api>>['services'],
): Promise<string | undefined> {
  await services.models.settled();
  return services.models.all.find(({ name }) => name === 'Shop')?.root;
}

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
