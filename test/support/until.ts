import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { WAIT_MS } from '../../scripts/patience';

const PAUSE_MS = 20;

/**
 * Asks again and again until the answer is neither undefined nor false, and gives it.
 * @param what is waited for, which the error names where it never comes; the condition itself if it says enough
 * @param limit how long, in milliseconds; less than `WAIT_MS` only where what follows tries again
 */
export async function until<T>(
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
  what: string = look.toString(),
  limit = WAIT_MS,
): Promise<T> {
  for (const end = performance.now() + limit; ; ) {
    const found = await look();
    if (found !== undefined && found !== false) {
      return found;
    }
    if (performance.now() > end) {
      throw new Error(`timed out: ${what}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}

/** Asks again and again until the answer is the wanted one, and fails with the difference where it never is. */
export async function untilEqual<T>(look: () => T | PromiseLike<T>, wanted: T): Promise<void> {
  let last = await look();
  await until(async () => {
    last = await look();
    return isDeepStrictEqual(last, wanted);
  }).catch(() => assert.deepEqual(last, wanted));
}

/**
 * Tries an action again where it fails. Each time it is given longer, so that a slow machine gets there too.
 * @param action is told how long its steps may take, in milliseconds
 */
export async function withGrowingPatience(
  action: (patience: number) => Promise<void>,
  afterFailure: () => Promise<void>,
): Promise<void> {
  const first = 2000;
  for (let patience = first; ; patience *= 2) {
    try {
      await action(patience);
      return;
    } catch (error) {
      if (patience > WAIT_MS) {
        throw error;
      }
      await afterFailure();
    }
  }
}
