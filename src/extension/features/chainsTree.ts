import {
  type Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import type { ChainSelection } from '../../chains/chainSelection';
import type { Grouping } from '../../chains/groupings';
import type { ChainStepDetail, GroupRow } from '../../protocol/chainProtocol';
import { MOST_ROWS, type TableRow } from '../../protocol/viewProtocol';
import { count, shortProbability } from '../../text/numbers';
import { ALL_CHAINS, TABLE_COLUMNS, type TableColumn } from '../../threats/tableQuery';
import type { CommandId } from '../commands';
import type { Choice } from '../selection';
import type { Services } from '../services';
import { addAll } from '../../text/arrays';

/** How many children a node shows, and how many more on request. */
const PAGE = MOST_ROWS;

/** A node of the Attack Chains view. */
export type ChainNode =
  | { readonly kind: 'model'; readonly root: string }
  | { readonly kind: 'group'; readonly root: string; readonly group: GroupRow }
  | { readonly kind: 'chain'; readonly root: string; readonly row: TableRow; readonly parent: string }
  | {
      readonly kind: 'step';
      readonly root: string;
      readonly row: TableRow;
      readonly step: ChainStepDetail;
      readonly number: number;
      readonly parent: string;
    }
  | { readonly kind: 'more'; readonly node: ChainNode | undefined; readonly left: number };

const RATING_COLOURS = {
  High: new ThemeColor('charts.red'),
  Medium: new ThemeColor('charts.yellow'),
  Low: new ThemeColor('charts.green'),
} as const;

/** Fills the Attack Chains view: groups, chains and steps, each fetched when it is opened. */
export class ChainsTree implements TreeDataProvider<ChainNode>, Disposable {
  private readonly changedEmitter = new EventEmitter<ChainNode | undefined>();
  private readonly subscriptions: readonly Disposable[];
  private readonly shown = new Map<string, number>();
  private narrowed: { readonly root: string; readonly through: readonly ChainSelection[] } | undefined;

  readonly onDidChangeTreeData = this.changedEmitter.event;

  constructor(
    private readonly services: Pick<Services, 'computations' | 'threads' | 'selection'>,
    private grouping: Grouping,
  ) {
    const { computations, selection } = services;
    this.subscriptions = [
      computations.onDidChange((root) => {
        if (computations.state(root).phase !== 'computing') {
          this.refresh();
        }
      }),
      selection.onDidChange(() => this.narrow(selection.chosen)),
    ];
  }

  setGrouping(grouping: Grouping): void {
    this.grouping = grouping;
    this.refresh();
  }

  /** Shows the next children of a node. */
  showMore(node: ChainNode | undefined): void {
    const key = nodeId(node);
    this.shown.set(key, (this.shown.get(key) ?? PAGE) + PAGE);
    this.changedEmitter.fire(node);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changedEmitter.dispose();
  }

  async getChildren(node?: ChainNode): Promise<ChainNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.top();
      case 'model':
        return this.groups(node.root, node);
      case 'group':
        return this.chains(node.root, [node.group.selection], node);
      case 'chain':
        return this.steps(node);
      default:
        return [];
    }
  }

  /** Only the topmost nodes are ever revealed. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(node: ChainNode): TreeItem {
    const item = this.item(node);
    item.id = nodeId(node);
    item.contextValue = node.kind;
    return item;
  }

  private narrow(choice: Choice | undefined): void {
    const narrowed =
      choice && choice.narrowing.length > 0 ? { root: choice.root, through: choice.narrowing } : undefined;
    if (JSON.stringify(narrowed) !== JSON.stringify(this.narrowed)) {
      this.narrowed = narrowed;
      this.refresh();
    }
  }

  private refresh(): void {
    this.shown.clear();
    this.changedEmitter.fire(undefined);
  }

  private async top(): Promise<ChainNode[]> {
    if (this.narrowed) {
      return this.chains(this.narrowed.root, this.narrowed.through, undefined);
    }
    const roots = this.services.computations.computedRoots;
    const [only, ...others] = roots;
    if (only !== undefined && others.length === 0) {
      return this.groups(only, undefined);
    }
    return roots.map((root) => ({ kind: 'model', root }));
  }

  private async groups(root: string, parent: ChainNode | undefined): Promise<ChainNode[]> {
    const shown = this.shown.get(nodeId(parent)) ?? PAGE;
    const groups: GroupRow[] = [];
    let total = 0;
    do {
      const page = await this.services.threads.chainEndpoint.request('tableGroups', {
        root,
        query: ALL_CHAINS,
        grouping: this.grouping,
        from: groups.length,
        count: PAGE,
      });
      total = page.total;
      addAll(groups, page.groups);
    } while (groups.length < Math.min(shown, total));
    const nodes = groups.map((group): ChainNode => ({ kind: 'group', root, group }));
    return withMore(nodes, parent, total);
  }

  private async chains(
    root: string,
    through: readonly ChainSelection[],
    parent: ChainNode | undefined,
  ): Promise<ChainNode[]> {
    const shown = this.shown.get(nodeId(parent)) ?? PAGE;
    const nodes: ChainNode[] = [];
    let total = 0;
    const key = nodeId(parent);
    // Page by page, so that no message is large; a page of long names has fewer rows than asked for.
    do {
      const page = await this.services.threads.chainEndpoint.request('tableRows', {
        root,
        query: { ...ALL_CHAINS, through },
        from: nodes.length,
        count: PAGE,
      });
      total = page.total;
      addAll(
        nodes,
        page.rows.map((row): ChainNode => ({ kind: 'chain', root, row, parent: key })),
      );
    } while (nodes.length < Math.min(shown, total));
    return withMore(nodes, parent, total);
  }

  private async steps(node: Extract<ChainNode, { kind: 'chain' }>): Promise<ChainNode[]> {
    const { root, row } = node;
    const detail = await this.services.threads.chainEndpoint.request('detail', { root, key: row.key });
    return (detail?.steps ?? []).map((step, index) => ({
      kind: 'step',
      root,
      row,
      step,
      number: index + 1,
      parent: nodeId(node),
    }));
  }

  private item(node: ChainNode): TreeItem {
    switch (node.kind) {
      case 'model':
        return this.modelItem(node.root);
      case 'group':
        return groupItem(node.group);
      case 'chain':
        return chainItem(node);
      case 'step':
        return stepItem(node);
      case 'more': {
        const item = new TreeItem(l10n.t('Show more ({left} left)', { left: count(node.left) }));
        item.iconPath = new ThemeIcon('ellipsis');
        item.command = command('tmg.showMoreChains', l10n.t('Show more'), node.node);
        return item;
      }
    }
  }

  private modelItem(root: string): TreeItem {
    const result = this.services.computations.state(root).result;
    const item = new TreeItem(result?.model ?? root, TreeItemCollapsibleState.Expanded);
    item.description = result ? l10n.t('{total} chains', { total: count(result.total) }) : '';
    item.iconPath = new ThemeIcon('type-hierarchy');
    return item;
  }
}

function groupItem({ label, chains, medium, worst, rating }: GroupRow): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  const args = {
    chains: count(chains),
    medium: count(medium),
    worst: shortProbability(worst),
    rating,
  };
  item.description = l10n.t('{worst} {rating}, {chains} chains, {medium} at or above Medium', args);
  item.iconPath = new ThemeIcon('circle-filled', RATING_COLOURS[rating]);
  item.accessibilityInformation = {
    label: l10n.t('{label}: {chains} chains, {medium} at or above Medium, worst {worst} {rating}', {
      label,
      ...args,
    }),
  };
  return item;
}

function chainItem(node: Extract<ChainNode, { kind: 'chain' }>): TreeItem {
  const { row } = node;
  const path = row.key.path.join(' › ');
  const item = new TreeItem(path, TreeItemCollapsibleState.Collapsed);
  const args = {
    probability: shortProbability(Number(cellOf(row, 'Probability'))),
    rating: row.rating,
    type: String(cellOf(row, 'STRIDE Type')),
    asset: String(cellOf(row, 'Asset')),
    component: String(cellOf(row, 'Component')),
    path: row.key.path.join(', '),
  };
  item.description = l10n.t('{probability} {rating}, {type} of {asset}', args);
  item.tooltip = l10n.t('{asset} of {component} gets {type}: P {probability}, {rating}', args);
  item.iconPath = new ThemeIcon('git-commit', RATING_COLOURS[row.rating]);
  item.command = command('tmg.openChain', l10n.t('Open Chain'), node);
  item.accessibilityInformation = {
    label: l10n.t('{rating}, P {probability}, {type} of {asset} by way of {path}', args),
  };
  return item;
}

function cellOf(row: TableRow, column: TableColumn): string | number | null | undefined {
  return row.cells[TABLE_COLUMNS.indexOf(column)];
}

function stepItem(node: Extract<ChainNode, { kind: 'step' }>): TreeItem {
  const { interface: name, component, ratedType, score, vector, byRule } = node.step;
  const item = new TreeItem(`${node.number}. ${name} › ${component}`);
  const args = { type: ratedType, score, vector: vector ?? '', component, interface: name };
  item.description = byRule ? l10n.t('{type} {score}, by rule', args) : l10n.t('{type} {score}', args);
  item.tooltip = vector ?? l10n.t('Rated by a score');
  item.iconPath = new ThemeIcon('arrow-right');
  item.command = command('tmg.openChain', l10n.t('Open Chain'), node);
  return item;
}

function command(id: CommandId, title: string, argument: unknown) {
  return { command: id, title, arguments: [argument] };
}

function withMore(nodes: ChainNode[], parent: ChainNode | undefined, total: number): ChainNode[] {
  return total > nodes.length
    ? [...nodes, { kind: 'more', node: parent, left: total - nodes.length }]
    : nodes;
}

function nodeId(node: ChainNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '';
    case 'model':
      return `model ${node.root}`;
    case 'group':
      return `group ${node.root} ${JSON.stringify(node.group.selection)}`;
    case 'chain':
      return `chain ${node.row.position} in ${node.parent}`;
    case 'step':
      return `step ${node.number} in ${node.parent}`;
    case 'more':
      return `more in ${nodeId(node.node)}`;
  }
}
