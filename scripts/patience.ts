// How long a busy machine may take, in milliseconds. This only ends what hangs: whether a test passes must not depend on it.

/** For one thing that is waited for. */
export const WAIT_MS = 300_000;
/** For one test with all that it waits for; .mocharc.json says the same. */
export const TEST_MS = 1_200_000;
/** For all tests in one extension host. */
export const SUITE_MS = 7_200_000;
