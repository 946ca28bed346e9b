import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { ChainSelection } from '../chains/chainSelection';
import type { ChainDetail } from '../protocol/chainProtocol';
import { isArrayOf, isObjectOf, isOptional, isString } from '../protocol/guard';
import { isSameKey, narrowingOf, type SelectionKey } from '../protocol/selectionKey';
import { isChainSelection, isSelectionKey } from '../protocol/viewGuards';
import type { Computations } from './computations';
import { History } from './history';
import type { Threads } from './threads';

const MEMENTO_KEY = 'selection';

/** What is chosen in a model, and what the table of its chains is narrowed down to. */
export interface Choice {
  /** Folder of the model. */
  readonly root: string;
  readonly key: SelectionKey | undefined;
  readonly narrowing: readonly ChainSelection[];
}

/** The one owner of what is chosen. Table, graph, trees, text and summary read it here and change it here. */
export class Selection implements Disposable {
  private readonly changedEmitter = new EventEmitter<void>();
  private readonly subscription: Disposable;
  private readonly history = new History<Choice>(isSameChoice);
  private choice: Choice | undefined;
  private detail: ChainDetail | undefined;
  private newestTurn = 0;

  readonly onDidChange = this.changedEmitter.event;

  /** @param memento keeps what is chosen between sessions */
  constructor(
    private readonly threads: Threads,
    private readonly computations: Computations,
    private readonly memento: Memento,
  ) {
    this.choice = restoredChoice(memento.get(MEMENTO_KEY));
    if (this.choice) {
      this.history.visit(this.choice);
    }
    this.subscription = computations.onDidChange((root) => {
      if (this.choice?.root === root) {
        void this.follow().catch(() => undefined);
      }
    });
  }

  /** What is chosen last; it may have come from a model that is not shown now. */
  get chosen(): Choice | undefined {
    return this.choice;
  }

  /** The chosen chain as the files are now; undefined while they are ahead of the computation. */
  get chain(): ChainDetail | undefined {
    return this.detail;
  }

  get canGoBack(): boolean {
    return this.history.canGoBack;
  }

  get canGoForward(): boolean {
    return this.history.canGoForward;
  }

  /**
   * Chooses; nothing without a key.
   * @param narrowing of the table; by default the chains through what is chosen, and for a chain what it was before
   */
  async choose(
    root: string,
    key: SelectionKey | undefined,
    narrowing: readonly ChainSelection[] | undefined = narrowingOf(key),
  ): Promise<ChainDetail | undefined> {
    const before = this.choice?.root === root ? this.choice.narrowing : [];
    const choice = { root, key, narrowing: narrowing ?? before };
    this.history.visit(choice);
    return this.take(choice);
  }

  /** Narrows the table down and leaves what is chosen. */
  async narrow(root: string, narrowing: readonly ChainSelection[]): Promise<void> {
    const key = this.choice?.root === root ? this.choice.key : undefined;
    await this.choose(root, key, narrowing);
  }

  /** Chooses nothing. */
  async clear(): Promise<void> {
    if (this.choice) {
      await this.choose(this.choice.root, undefined);
    }
  }

  /** Goes back or forward to what was chosen before. */
  async travel(by: -1 | 1): Promise<void> {
    const choice = this.history.travel(by);
    if (choice) {
      await this.take(choice);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changedEmitter.dispose();
  }

  private async take(choice: Choice): Promise<ChainDetail | undefined> {
    this.choice = choice;
    void this.memento.update(MEMENTO_KEY, choice);
    const turn = ++this.newestTurn;
    const detail = await this.detailOf(choice);
    if (turn === this.newestTurn) {
      this.detail = detail;
      this.changedEmitter.fire();
    }
    return detail;
  }

  /** After a change of the chains: the chosen one may stand elsewhere now, or be gone. */
  private async follow(): Promise<void> {
    const { choice } = this;
    if (choice?.key?.kind !== 'chain') {
      return;
    }
    const { phase } = this.computations.state(choice.root);
    const turn = ++this.newestTurn;
    const detail = await this.detailOf(choice);
    if (turn !== this.newestTurn) {
      return;
    }
    if (phase === 'current' && !detail) {
      this.choice = { ...choice, key: undefined };
    }
    if (this.detail !== detail || this.choice !== choice) {
      this.detail = detail;
      this.changedEmitter.fire();
    }
  }

  private async detailOf({ root, key }: Choice): Promise<ChainDetail | undefined> {
    // Places of another state of the files would mislead.
    return key?.kind === 'chain' && this.computations.current(root)
      ? this.threads.chainEndpoint.request('detail', { root, key })
      : undefined;
  }
}

const isChoice = isObjectOf<{ [Key in keyof Choice]: Choice[Key] }>({
  root: isString,
  key: isOptional(isSelectionKey),
  narrowing: isArrayOf(isChainSelection),
});

/** What an older session kept; nothing where another version wrote something else. */
function restoredChoice(stored: unknown): Choice | undefined {
  return isChoice(stored) ? stored : undefined;
}

function isSameChoice(first: Choice, second: Choice): boolean {
  return (
    first.root === second.root &&
    isSameKey(first.key, second.key) &&
    JSON.stringify(first.narrowing) === JSON.stringify(second.narrowing)
  );
}
