import {
  type Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  window,
} from 'vscode';
import type { ModelTreeKind } from '../../language/modelTree';
import { treePath } from '../../language/modelTreeId';
import type { ModelItem, ModelTreeItem } from '../../protocol/languageProtocol';
import { plural } from '../../text/numbers';
import { registerCommand } from '../commands';
import { toRange } from '../convert';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';

/** A node of the Model view: a model where there are several, else a part of the only one. */
type ModelNode =
  | { readonly kind: 'model'; readonly root: string; readonly model: ModelItem }
  | {
      readonly kind: ModelTreeKind;
      readonly root: string;
      readonly item: ModelTreeItem;
      /** What commands on the node are for: component, interface, or asset id. */
      readonly name: string;
      readonly component: string;
    };

const ICONS: Readonly<Record<ModelTreeKind, string>> = {
  facility: 'home',
  component: 'server',
  channel: 'broadcast',
  virtual: 'link',
  external: 'circle-slash',
  interface: 'plug',
  entry: 'sign-in',
  asset: 'key',
};

/** The Model view, and the command that leads from its nodes to the text. */
export function modelView(services: Services): Disposable[] {
  const tree = new ModelTree(services);
  const view = window.createTreeView('tmg.model', { treeDataProvider: tree, showCollapseAll: true });
  return [
    tree,
    view,
    registerCommand('tmg.revealInFile', services.notifier, async (node?: ModelNode) => {
      const place = node && node.kind !== 'model' ? node.item.place : undefined;
      if (place) {
        await window.showTextDocument(resourceUri(place.path), { selection: toRange(place.range) });
      }
    }),
  ];
}

class ModelTree implements TreeDataProvider<ModelNode>, Disposable {
  private readonly changedEmitter = new EventEmitter<undefined>();
  private readonly subscriptions: readonly Disposable[];

  readonly onDidChangeTreeData = this.changedEmitter.event;

  constructor(private readonly services: Services) {
    const refresh = (): void => this.changedEmitter.fire(undefined);
    this.subscriptions = [
      services.models.onDidChange(({ roots }) => (roots.length > 0 ? refresh() : undefined)),
      services.computations.onDidChange((root) =>
        services.computations.state(root).phase === 'computing' ? undefined : refresh(),
      ),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changedEmitter.dispose();
  }

  async getChildren(node?: ModelNode): Promise<ModelNode[]> {
    if (node) {
      return this.parts(node.root, node.kind === 'model' ? undefined : node.item.id);
    }
    const [first, ...others] = this.services.models.all;
    return first && others.length === 0
      ? this.parts(first.root, undefined)
      : this.services.models.all.map((model) => ({ kind: 'model', root: model.root, model }));
  }

  getTreeItem(node: ModelNode): TreeItem {
    return node.kind === 'model' ? modelItem(node.model) : partItem(node);
  }

  private async parts(root: string, parent: string | undefined): Promise<ModelNode[]> {
    const items = await this.services.threads.languageEndpoint.request('modelTree', { root, parent });
    return items.map((item) => {
      const [, first = '', second = ''] = treePath(item.id) ?? [];
      const isAsset = item.kind === 'asset';
      const inComponent = second !== '';
      return {
        kind: item.kind,
        root,
        item,
        name: isAsset ? (item.assetId ?? '') : inComponent ? second : first,
        component: first,
      };
    });
  }
}

function modelItem({ root, name, components, assets, errors }: ModelItem): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.id = `model ${root}`;
  item.resourceUri = resourceUri(root);
  item.description = l10n.t('{components}, {assets}', {
    components: plural(components, 'component'),
    assets: plural(assets, 'asset'),
  });
  item.iconPath = new ThemeIcon(
    'type-hierarchy',
    errors > 0 ? new ThemeColor('list.errorForeground') : undefined,
  );
  item.contextValue = 'model';
  return item;
}

function partItem(node: Exclude<ModelNode, { kind: 'model' }>): TreeItem {
  const { kind, item, root } = node;
  const { label, description, place, problems, hasChildren } = item;
  const treeItem = new TreeItem(
    label,
    hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  treeItem.id = `${root} ${item.id}`;
  treeItem.description = problems ? `${description} (${plural(problems.count, 'problem')})` : description;
  treeItem.iconPath = new ThemeIcon(ICONS[kind], colourOf(problems?.worst));
  treeItem.contextValue = kind === 'channel' ? 'component' : kind;
  treeItem.tooltip = description === '' ? label : `${label}: ${description}`;
  if (place) {
    treeItem.command = { command: 'tmg.revealInFile', title: l10n.t('Reveal in File'), arguments: [node] };
  }
  return treeItem;
}

function colourOf(worst: 'error' | 'warning' | 'information' | undefined): ThemeColor | undefined {
  switch (worst) {
    case 'error':
      return new ThemeColor('list.errorForeground');
    case 'warning':
      return new ThemeColor('list.warningForeground');
    default:
      return undefined;
  }
}
