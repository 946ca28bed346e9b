import { type FSWatcher, watch } from 'node:fs';
import { type BuildContext, type BuildOptions, context, type Message } from 'esbuild';

/** What is watched, and who is told. */
export interface Watching {
  readonly bundles: readonly BuildOptions[];
  /** Folders with the sources; a change below them builds anew. */
  readonly folders: readonly string[];
  /** Called when a build begins. */
  readonly began: () => void;
  /** Called after each build, with what is wrong. */
  readonly ended: (problems: readonly Message[]) => void;
  /** How a folder is watched; by the system without it. */
  readonly watchFolder?: (folder: string, changed: () => void) => Pick<FSWatcher, 'close'>;
}

/** An editor saves a file in several steps, and a version control system many files; this long they are one change. */
const SETTLE_MS = 50;

/**
 * Builds bundles, and again whenever a source changes. What has not changed is not parsed again.
 * @returns a function that ends it
 */
export async function watchBundles({
  bundles,
  folders,
  began,
  ended,
  watchFolder = (folder, tell) => watch(folder, { recursive: true }, tell),
}: Watching): Promise<() => Promise<void>> {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'silent' })));
  let running: Promise<void> | undefined;
  let isStale = false;
  let timer: NodeJS.Timeout | undefined;

  async function buildAll(): Promise<void> {
    do {
      isStale = false;
      began();
      ended(await problemsOf(contexts));
    } while (isStale);
    running = undefined;
  }

  function changed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isStale = true;
      running ??= buildAll();
    }, SETTLE_MS);
  }

  // Before the first build, so that a change during it is not missed.
  const watchers = folders.map((folder) => watchFolder(folder, changed));
  running = buildAll();
  await running;

  return async () => {
    clearTimeout(timer);
    for (const watcher of watchers) {
      watcher.close();
    }
    await running;
    await Promise.all(contexts.map((one) => one.dispose()));
  };
}

/** Builds everything; what fails is a problem, and the rest is built all the same. */
async function problemsOf(contexts: readonly BuildContext[]): Promise<Message[]> {
  const results = await Promise.allSettled(contexts.map((one) => one.rebuild()));
  return results.flatMap((result) =>
    result.status === 'rejected' ? messagesOf(result.reason) : result.value.warnings,
  );
}

/** The messages of a build that failed; of anything else one without a place. */
function messagesOf(error: unknown): Message[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) {
    return error.errors as Message[];
  }
  const text = error instanceof Error ? error.message : String(error);
  return [{ id: '', pluginName: '', text, location: null, notes: [], detail: undefined }];
}
