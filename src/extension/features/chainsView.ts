import { commands, type Disposable, l10n, ViewColumn, window } from 'vscode';
import { GROUPINGS, type Grouping } from '../../chains/groupChains';
import type { ChainDetail } from '../../protocol/chainProtocol';
import { registerCommand } from '../commands';
import { toRange } from '../convert';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { type ChainFilter, type ChainNode, ChainsTree } from './chainsTree';

const GROUPING_KEY = 'chains.grouping';

/** Narrows the Attack Chains view down and shows it. */
export type ShowChains = (filter: ChainFilter) => Promise<void>;

/** Brings the Attack Chains view to light. The editor keeps the focus: without it, VS Code does not renew code lenses. */
export type RevealChains = () => Promise<void>;

/** The Attack Chains view, the accessible form of the table, and the commands on its chains. */
export function chainsView(services: Services): {
  disposables: Disposable[];
  showChains: ShowChains;
  revealChains: RevealChains;
} {
  const { notifier, memento, selection, threads } = services;
  const stored = memento.get<Grouping>(GROUPING_KEY);
  const tree = new ChainsTree(services, stored && GROUPINGS.includes(stored) ? stored : 'asset');
  const view = window.createTreeView('tmg.chains', { treeDataProvider: tree, showCollapseAll: true });
  const setFilter = (filter: ChainFilter | undefined): void => {
    tree.setFilter(filter);
    view.description = filter?.label ?? '';
    void commands.executeCommand('setContext', 'tmg.chainsFiltered', filter !== undefined);
  };
  const choose = async (node: ChainNode | undefined): Promise<ChainDetail | undefined> => {
    if (node?.kind !== 'chain' && node?.kind !== 'step') {
      return undefined;
    }
    const chain = await threads.chainEndpoint.request('detail', {
      root: node.root,
      position: node.row.position,
    });
    selection.choose(chain);
    return chain;
  };
  const disposables = [
    tree,
    view,
    view.onDidChangeSelection(({ selection: [node] }) => void choose(node)),
    registerCommand('tmg.openChain', notifier, async (node?: ChainNode) => {
      const chain = await choose(node ?? view.selection[0]);
      const index = node?.kind === 'step' ? node.number - 1 : 0;
      await openStep(chain, index);
    }),
    registerCommand('tmg.showMoreChains', notifier, (node?: ChainNode) => tree.showMore(node)),
    registerCommand('tmg.showAllChains', notifier, () => setFilter(undefined)),
    registerCommand('tmg.groupChains', notifier, async () => {
      const labels: Readonly<Record<Grouping, string>> = {
        asset: l10n.t('By asset'),
        entry: l10n.t('By entry point'),
        'last-step': l10n.t('By last step'),
        relation: l10n.t('By relation crossed: what to fix first'),
      };
      const picked = await window.showQuickPick(
        GROUPINGS.map((grouping) => ({ label: labels[grouping], grouping })),
        { placeHolder: l10n.t('Group attack chains') },
      );
      if (picked) {
        setFilter(undefined);
        tree.setGrouping(picked.grouping);
        await memento.update(GROUPING_KEY, picked.grouping);
      }
    }),
  ];
  const showChains: ShowChains = async (filter) => {
    setFilter(filter);
    await commands.executeCommand('tmg.chains.focus');
  };
  const revealChains: RevealChains = async () => {
    const [first] = await tree.getChildren();
    if (first) {
      await view.reveal(first, { select: false, focus: false });
    }
  };
  return { disposables, showChains, revealChains };
}

/** Opens the line that rates a step of a chain. */
async function openStep(chain: ChainDetail | undefined, index: number): Promise<void> {
  const source = (chain?.steps[index] ?? chain?.steps[0])?.source;
  if (source) {
    await window.showTextDocument(resourceUri(source.path), {
      selection: toRange(source.range),
      preserveFocus: true,
      viewColumn: window.activeTextEditor?.viewColumn ?? ViewColumn.Active,
      preview: true,
    });
  }
}
