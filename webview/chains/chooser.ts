import type { ChainKey, SelectionKey } from '../../src/protocol/selectionKey';
import type { Requester } from '../../src/protocol/endpoint';
import type { ViewRequests } from '../../src/protocol/viewProtocol';
import { Choice } from './choice';

/** How long the user has to stay on a row before the host is told, so that holding a key stays quick. */
const REST_MS = 100;

/** How long the host may take to say what it was told, after it has answered. */
const SETTLE_MS = 1000;

/** Tells the host what the user chooses in the table. */
export class Chooser {
  private readonly choice = new Choice();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private telling: Promise<unknown> = Promise.resolve();

  /** @param onSettled is called when a choice turns out not to stand */
  constructor(
    private readonly host: Requester<Pick<ViewRequests, 'choose'>>,
    private readonly onSettled: () => void,
  ) {}

  /** What is shown as chosen. */
  get shown(): SelectionKey | undefined {
    return this.choice.shown;
  }

  /** The user is on a chain; the host is told when they stay there. */
  want(key: ChainKey): void {
    this.choice.want(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(), REST_MS);
  }

  /** Tells the host what is wanted, and waits until it has answered. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    const key = this.choice.tell();
    if (key) {
      const settle = (): void => {
        this.choice.settle(key);
        this.onSettled();
      };
      this.telling = this.host.request('choose', { key }).then(() => setTimeout(settle, SETTLE_MS), settle);
    }
    await this.telling;
  }

  /** The user wants nothing of what they chose any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.choice.forget();
  }

  /** The host says what is chosen. True where it was chosen elsewhere. */
  hear(key: SelectionKey | undefined): boolean {
    return this.choice.hear(key);
  }
}
