/** How long changes are gathered before they are kept. */
const GATHER_MS = 150;

/** Keeps the state of the page, not at every change but soon, and at last when the page goes. */
export class StateStore {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param write keeps the state as it is now */
  constructor(private readonly write: () => void) {
    window.addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
  }

  changed(): void {
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  private flush(): void {
    if (this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.write();
    }
  }
}
