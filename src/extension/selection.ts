import { type Disposable, EventEmitter } from 'vscode';
import type { ChainDetail } from '../protocol/chainProtocol';
import type { Computations } from './computations';

/** The chain that is chosen, if any. Whatever shows chains reads it here and changes it here. */
export class Selection implements Disposable {
  private readonly changedEmitter = new EventEmitter<ChainDetail | undefined>();
  private readonly subscription: Disposable;
  private chosen: ChainDetail | undefined;

  readonly onDidChange = this.changedEmitter.event;

  constructor(computations: Computations) {
    this.subscription = computations.onDidChange((root) => {
      // Places and positions of another state of the files would mislead.
      if (this.chosen?.root === root && computations.state(root).phase !== 'current') {
        this.choose(undefined);
      }
    });
  }

  get chain(): ChainDetail | undefined {
    return this.chosen;
  }

  choose(chain: ChainDetail | undefined): void {
    if (this.chosen !== chain) {
      this.chosen = chain;
      this.changedEmitter.fire(chain);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changedEmitter.dispose();
  }
}
