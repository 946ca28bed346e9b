import { commands, type Disposable, l10n, window } from 'vscode';
import type { ChainSelection } from '../../chains/chainSelection';
import { GROUPINGS, type Grouping } from '../../chains/groupings';
import type { ChainDetail } from '../../protocol/chainProtocol';
import { registerCommand } from '../commands';
import type { Services } from '../services';
import { openPlace } from '../views/editorActions';
import { type ChainNode, ChainsTree } from './chainsTree';

const GROUPING_KEY = 'chains.grouping';

/** The Attack Chains view, the table as a tree, and the commands on its chains. */
export function chainsView(services: Services): Disposable[] {
  const { notifier, memento, selection } = services;
  const stored = memento.get<Grouping>(GROUPING_KEY);
  const tree = new ChainsTree(services, stored && GROUPINGS.includes(stored) ? stored : 'asset');
  const view = window.createTreeView('tmg.chains', { treeDataProvider: tree, showCollapseAll: true });
  const describe = (): void => {
    const narrowing = selection.chosen?.narrowing ?? [];
    view.description = narrowing.map(narrowingText).join(', ');
    void commands.executeCommand('setContext', 'tmg.chainsFiltered', narrowing.length > 0);
  };
  const choose = async (node: ChainNode | undefined): Promise<ChainDetail | undefined> =>
    node?.kind === 'chain' || node?.kind === 'step' ? selection.choose(node.root, node.row.key) : undefined;
  return [
    tree,
    view,
    selection.onDidChange(describe),
    view.onDidChangeSelection(({ selection: [node] }) => void choose(node)),
    registerCommand('tmg.openChain', notifier, async (node?: ChainNode) => {
      const chain = await choose(node ?? view.selection[0]);
      const index = node?.kind === 'step' ? node.number - 1 : 0;
      const source = (chain?.steps[index] ?? chain?.steps[0])?.source;
      if (source) {
        await openPlace(source);
      }
    }),
    registerCommand('tmg.showMoreChains', notifier, (node?: ChainNode) => tree.showMore(node)),
    registerCommand('tmg.showAllChains', notifier, () => selection.clear()),
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
        await selection.clear();
        tree.setGrouping(picked.grouping);
        await memento.update(GROUPING_KEY, picked.grouping);
      }
    }),
  ];
}

/** What the chains are narrowed down to, in words. */
export function narrowingText(selection: ChainSelection): string {
  switch (selection.kind) {
    case 'all':
      return l10n.t('all');
    case 'asset':
      return l10n.t('to {name}', { name: selection.id });
    case 'entry':
      return l10n.t('from {name}', { name: selection.name });
    case 'component':
    case 'interface':
      return l10n.t('through {name}', { name: selection.name });
    default:
      return l10n.t('through {name}', { name: `${selection.interface} › ${selection.component}` });
  }
}
