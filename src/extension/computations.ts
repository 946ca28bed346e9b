import { type CancellationToken, type Disposable, EventEmitter } from 'vscode';
import type { ComputedChains } from '../protocol/chainProtocol';
import type { Sentences } from '../threats/description';
import type { Models } from './models';
import type { Threads } from './threads';

/** How long edits must rest before chains are computed again, in milliseconds. */
const REST_MS = 300;

/** What is known of a model's chains. */
export interface ComputationState {
  readonly phase: 'none' | 'computing' | 'current' | 'outdated';
  /** The newest result, also while a newer one is being computed. */
  readonly result: ComputedChains | undefined;
}

const NONE: ComputationState = { phase: 'none', result: undefined };

/** The chains of every model: computed on demand, cancelled and marked as outdated by edits, computed again at rest. */
export class Computations implements Disposable {
  private readonly states = new Map<string, ComputationState>();
  private readonly changedEmitter = new EventEmitter<string>();
  private readonly subscription: Disposable;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private latest: string | undefined;
  private running: { readonly root: string; readonly ticket: number; readonly change: number } | undefined;

  /** Root of the model whose chains changed. */
  readonly onDidChange = this.changedEmitter.event;

  /**
   * @param isAutomatic whether edits recompute what was computed before
   * @param sentences how chains are described
   */
  constructor(
    private readonly threads: Threads,
    private readonly models: Models,
    private readonly isAutomatic: () => boolean,
    private readonly sentences: () => Sentences,
  ) {
    this.subscription = models.onDidChange(({ roots, change }) => {
      for (const root of roots) {
        this.edited(root, change);
      }
    });
  }

  state(root: string): ComputationState {
    return this.states.get(root) ?? NONE;
  }

  /** Root of the model that was computed last. */
  get latestRoot(): string | undefined {
    return this.latest;
  }

  /** Roots of the models that have a result. */
  get computedRoots(): string[] {
    return [...this.states].flatMap(([root, { result }]) => (result ? [root] : []));
  }

  /** The newest result of a model if it is that of its files as they are now. */
  current(root: string): ComputedChains | undefined {
    const { phase, result } = this.state(root);
    return phase === 'current' ? result : undefined;
  }

  /**
   * Computes a model's chains; an older computation is cancelled. Undefined after a cancel or an edit.
   * @throws Error if the thread ends meanwhile
   */
  async compute(
    root: string,
    token?: CancellationToken,
    onProgress: (found: number) => void = () => undefined,
  ): Promise<ComputedChains | undefined> {
    const ticket = this.threads.nextTicket();
    const before = this.state(root).result;
    this.latest = root;
    this.running = { root, ticket, change: this.models.newestChange };
    this.set(root, { phase: 'computing', result: before });
    const subscriptions = [
      this.threads.onProgress((event) => {
        if (event.ticket === ticket) {
          onProgress(event.found);
        }
      }),
      ...(token ? [token.onCancellationRequested(() => this.threads.nextTicket())] : []),
    ];
    try {
      const result = await this.threads.chainEndpoint.request('compute', {
        root,
        ticket,
        sentences: this.sentences(),
      });
      this.finish(root, ticket, result, before);
      return result;
    } catch (error) {
      this.finish(root, ticket, undefined, undefined);
      throw error;
    } finally {
      for (const subscription of subscriptions) {
        subscription.dispose();
      }
    }
  }

  /** Forgets a model's chains. */
  clear(root: string): void {
    if (this.running?.root === root) {
      this.threads.nextTicket();
    }
    this.stopTimer(root);
    this.set(root, NONE);
    this.threads.languageEndpoint.notify('figures', { root, figures: undefined });
    void this.threads.chainEndpoint.request('clear', { root }).catch(() => undefined);
  }

  dispose(): void {
    this.subscription.dispose();
    for (const root of this.timers.keys()) {
      this.stopTimer(root);
    }
    this.changedEmitter.dispose();
  }

  private finish(
    root: string,
    ticket: number,
    result: ComputedChains | undefined,
    before: ComputedChains | undefined,
  ): void {
    if (this.running?.ticket !== ticket) {
      return;
    }
    this.running = undefined;
    if (!result) {
      this.set(root, before ? { phase: 'outdated', result: before } : NONE);
      return;
    }
    // The word of the newest change may come after the result that knows it already.
    const isCurrent = result.version >= (this.models.byRoot(root)?.version ?? 0);
    this.threads.languageEndpoint.notify('figures', { root, figures: result.figures });
    this.set(root, { phase: isCurrent ? 'current' : 'outdated', result });
  }

  private edited(root: string, change: number): void {
    const { phase, result } = this.state(root);
    if (!this.models.byRoot(root)) {
      this.clear(root);
      return;
    }
    if (result && result.version === this.models.byRoot(root)?.version) {
      // The result of this very version was there before the word of the change.
      if (phase === 'outdated') {
        this.set(root, { phase: 'current', result });
      }
      return;
    }
    if (this.running?.root === root) {
      if (change <= this.running.change) {
        // It is computed with this change.
        return;
      }
      this.threads.nextTicket();
    }
    if (phase === 'current') {
      this.set(root, { phase: 'outdated', result });
    }
    if (phase !== 'none' && this.isAutomatic()) {
      this.stopTimer(root);
      this.timers.set(
        root,
        setTimeout(() => void this.compute(root).catch(() => undefined), REST_MS),
      );
    }
  }

  private stopTimer(root: string): void {
    clearTimeout(this.timers.get(root));
    this.timers.delete(root);
  }

  private set(root: string, state: ComputationState): void {
    if (state === NONE) {
      if (!this.states.delete(root)) {
        return;
      }
    } else {
      this.states.set(root, state);
    }
    this.changedEmitter.fire(root);
  }
}
