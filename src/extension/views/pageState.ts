import { type Disposable, EventEmitter } from 'vscode';
import { chainForPages } from '../../protocol/chainForPages';
import type { ViewState, ViewTotals } from '../../protocol/viewProtocol';
import type { Services } from '../services';
import type { Cursor } from './cursor';

/** How long changes are gathered before the pages are told, in milliseconds. */
const GATHER_MS = 30;

/** What the pages show, and when it has changed. */
export class PageState implements Disposable {
  private readonly changedEmitter = new EventEmitter<ViewState>();
  private readonly subscriptions: readonly Disposable[];
  private revision = 0;
  private found = 0;
  private timer: NodeJS.Timeout | undefined;

  readonly onDidChange = this.changedEmitter.event;

  constructor(
    private readonly services: Services,
    private readonly cursor: Cursor,
  ) {
    const { models, computations, selection, shownModel, threads } = services;
    const changed = (): void => this.changed();
    const renewed = (): void => {
      this.revision++;
      this.changed();
    };
    this.subscriptions = [
      models.onDidChange(({ roots }) =>
        this.root !== undefined && roots.includes(this.root) ? renewed() : changed(),
      ),
      computations.onDidChange((root) => {
        this.found = 0;
        if (root === this.root) {
          (computations.state(root).phase === 'current' ? renewed : changed)();
        }
      }),
      threads.onProgress(({ root, found }) => {
        if (root === this.root) {
          this.found = found;
          this.changed();
        }
      }),
      selection.onDidChange(changed),
      shownModel.onDidChange(renewed),
      cursor.onDidChange(changed),
    ];
  }

  get current(): ViewState {
    const { models, computations, selection } = this.services;
    const { root, cursor } = this;
    const { phase, result } = computations.state(root ?? '');
    const choice = selection.chosen?.root === root ? selection.chosen : undefined;
    return {
      models: models.all.map((model) => ({ root: model.root, name: model.name })),
      root,
      revision: this.revision,
      phase,
      found: this.found,
      totals: result && totalsOf(result),
      selection: choice?.key,
      chain: choice?.key?.kind === 'chain' ? chainForPages(selection.chain) : undefined,
      narrowing: choice?.narrowing ?? [],
      cursor: cursor.place?.root === root ? cursor.place?.key : undefined,
      canGoBack: selection.canGoBack,
      canGoForward: selection.canGoForward,
      followCursor: cursor.isFollowed,
    };
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changedEmitter.dispose();
  }

  private get root(): string | undefined {
    return this.services.shownModel.model?.root;
  }

  private changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changedEmitter.fire(this.current);
    }, GATHER_MS);
  }
}

function totalsOf({
  total,
  totalIsLowerBound,
  kept,
  complete,
  maxLength,
  byType,
  worst,
}: ViewTotals): ViewTotals {
  return { total, totalIsLowerBound, kept, complete, maxLength, byType, worst };
}
