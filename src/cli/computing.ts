import type { ComputeControl } from '../chains/control';
import { count } from '../text/numbers';
import type { CommandIo } from './io';
import { printable } from './terminal';

const INTERVAL_MS = 100;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A line on standard error that says how far a command is; only where that is a terminal. */
class ProgressLine {
  private last = Date.now();
  private shown = false;

  constructor(
    private readonly io: CommandIo,
    private readonly what: string,
  ) {}

  show(text: () => string): void {
    if (this.io.progress && Date.now() - this.last >= INTERVAL_MS) {
      this.last = Date.now();
      this.shown = true;
      this.io.writeError(`\r${printable(this.what)}: ${text()}`);
    }
  }

  /** Takes the line away. */
  end(): void {
    if (this.shown) {
      this.shown = false;
      this.io.writeError('\r\u001b[K');
    }
  }
}

/** Runs a computation with its progress on standard error where that is a terminal. */
export function withProgress<T>(io: CommandIo, what: string, compute: (control: ComputeControl) => T): T {
  const line = new ProgressLine(io, what);
  const result = withoutSignalListeners(() =>
    compute({
      cancelled: () => false,
      progress: (found) => line.show(() => `${count(found)} chains`),
    }),
  );
  line.end();
  return result;
}

/**
 * Runs something long in one go. Listeners are called between the turns of the event loop, of which it has none: without
 * them a signal ends the program at once.
 */
function withoutSignalListeners<T>(run: () => T): T {
  const listeners = SIGNALS.flatMap((signal) =>
    process.listeners(signal).map((listener) => ({ signal, listener })),
  );
  for (const { signal, listener } of listeners) {
    process.removeListener(signal, listener);
  }
  try {
    return run();
  } finally {
    for (const { signal, listener } of listeners) {
      process.on(signal, listener);
    }
  }
}

/**
 * Writes a table with its progress in the same way.
 * @param write is to tell how many rows have been written
 */
export async function withRowProgress(
  io: CommandIo,
  what: string,
  total: number,
  write: (progress: (rows: number) => void) => Promise<void>,
): Promise<void> {
  const line = new ProgressLine(io, what);
  try {
    await write((rows) => line.show(() => `${count(rows)} of ${count(total)} rows written`));
  } finally {
    line.end();
  }
}
