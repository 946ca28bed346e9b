import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { registerCommand } from '../commands';
import type { Services } from '../services';
import { editorActions } from '../views/editorActions';
import { Cursor } from '../views/cursor';
import { Layouts } from '../views/layouts';
import { Page } from '../views/page';
import { pageRequests } from '../views/pageRequests';
import { PageState } from '../views/pageState';
import type { PageName } from '../../protocol/viewProtocol';

const TABLE_VIEW = 'tmg.table';

/** Pages in tabs, with the type by which VS Code restores them. */
const TABS = { graph: 'tmg.graph', summary: 'tmg.summary' } as const;

type TabName = keyof typeof TABS;

/** The chain table, the graph and the summary, with the commands on what is chosen. */
export function pages(services: Services): Disposable[] {
  const { notifier, selection, shownModel, memento, threads } = services;
  const cursor = new Cursor(threads, memento);
  const state = new PageState(services, cursor);
  const open = new Set<Page>();
  const panels = new Map<TabName, WebviewPanel>();

  const icon = (theme: 'light' | 'dark'): Uri =>
    Uri.joinPath(services.extension, 'media', 'languages', `tmg-${theme}.svg`);
  const fill = (panel: WebviewPanel, name: TabName): void => {
    panels.set(name, panel);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.title = name === 'graph' ? l10n.t('TMG Graph') : l10n.t('TMG Summary');
    const subscriptions: Disposable[] = [];
    const page = new Page(
      panel.webview,
      name,
      services.extension,
      requests,
      () => panel.visible,
      subscriptions,
    );
    open.add(page);
    panel.onDidChangeViewState(() => page.show(state.current), undefined, subscriptions);
    panel.onDidDispose(() => {
      open.delete(page);
      if (panels.get(name) === panel) {
        panels.delete(name);
      }
      subscriptions.forEach((subscription) => subscription.dispose());
    });
  };
  const showTab = (name: TabName): void => {
    const panel = panels.get(name);
    if (panel) {
      panel.reveal(undefined, false);
      return;
    }
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    fill(window.createWebviewPanel(TABS[name], '', column, { enableScripts: true }), name);
  };
  const showPage = async (name: PageName): Promise<void> => {
    if (name === 'chains') {
      await commands.executeCommand(`${TABLE_VIEW}.focus`);
    } else {
      showTab(name);
    }
  };
  const actions = editorActions(services, cursor, showPage);
  const requests = pageRequests(services, new Layouts(threads, memento), actions, () => state.current);
  const show = (name: PageName) => async (root?: unknown) => {
    if (typeof root === 'string') {
      shownModel.show(root);
    }
    await showPage(name);
  };
  return [
    cursor,
    state,
    state.onDidChange((newest) => open.forEach((page) => page.show(newest))),
    window.registerWebviewViewProvider(TABLE_VIEW, {
      resolveWebviewView: (view) => {
        const subscriptions: Disposable[] = [];
        const page = new Page(
          view.webview,
          'chains',
          services.extension,
          requests,
          () => view.visible,
          subscriptions,
        );
        open.add(page);
        view.onDidChangeVisibility(() => page.show(state.current), undefined, subscriptions);
        view.onDidDispose(() => {
          open.delete(page);
          subscriptions.forEach((subscription) => subscription.dispose());
        });
      },
    }),
    ...Object.entries(TABS).map(([name, type]) =>
      window.registerWebviewPanelSerializer(type, {
        deserializeWebviewPanel: async (panel) => fill(panel, name as TabName),
      }),
    ),
    registerCommand('tmg.showGraph', notifier, show('graph')),
    registerCommand('tmg.showSummary', notifier, show('summary')),
    registerCommand('tmg.showTable', notifier, show('chains')),
    registerCommand('tmg.clearSelection', notifier, () => selection.clear()),
    registerCommand('tmg.previousSelection', notifier, () => selection.travel(-1)),
    registerCommand('tmg.nextSelection', notifier, () => selection.travel(1)),
    registerCommand('tmg.copyChain', notifier, () => actions.copyChain({})),
  ];
}
