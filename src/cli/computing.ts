import type { ComputeControl } from '../chains/control';
import type { CommandIo } from './io';
import { count } from '../text/numbers';

const INTERVAL_MS = 100;

/** Runs a computation with its progress on standard error where that is a terminal. */
export function withProgress<T>(io: CommandIo, what: string, compute: (control: ComputeControl) => T): T {
  let last = Date.now();
  let shown = false;
  const result = compute({
    cancelled: () => false,
    progress: (found) => {
      if (io.progress && Date.now() - last >= INTERVAL_MS) {
        last = Date.now();
        shown = true;
        io.writeError(`\r${what}: ${count(found)} chains`);
      }
    },
  });
  if (shown) {
    io.writeError('\r\u001b[K');
  }
  return result;
}
