import { type Disposable, EventEmitter } from 'vscode';
import type { LanguageEvents, ModelItem, ProblemItem } from '../protocol/languageProtocol';
import { isWithin } from '../workspace/paths';
import type { Threads } from './threads';
import type { WorkspaceFiles } from './workspaceFiles';

/** Models whose files changed, and the number of the newest change that is taken in. */
export interface ModelsChange {
  readonly roots: readonly string[];
  readonly change: number;
}

/** What the language thread said last of the workspace's models and their problems. */
export class Models implements Disposable {
  private readonly changedEmitter = new EventEmitter<ModelsChange>();
  private readonly problemsEmitter = new EventEmitter<ReadonlyMap<string, readonly ProblemItem[]>>();
  private readonly subscription: Disposable;
  private items: readonly ModelItem[] = [];
  private newestTaken = -1;
  private pending = new Map<string, readonly ProblemItem[]>();

  readonly onDidChange = this.changedEmitter.event;
  /** Problems by path, of the files in which they changed; never those of an outdated text. */
  readonly onDidChangeProblems = this.problemsEmitter.event;

  constructor(
    threads: Threads,
    private readonly files: WorkspaceFiles,
  ) {
    this.subscription = threads.onChecked((event) => this.take(event));
  }

  /** Number of the newest change that was sent to be read. */
  get newestChange(): number {
    return this.files.newestChange;
  }

  /** All models, by folder. */
  get all(): readonly ModelItem[] {
    return this.items;
  }

  /** Resolves when all that was sent has been read and checked. */
  async settled(): Promise<void> {
    await this.files.loaded.catch(() => undefined);
    while (this.newestTaken < this.files.newestChange) {
      await new Promise<void>((resolve) => {
        const subscription = this.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  byRoot(root: string): ModelItem | undefined {
    return this.items.find((item) => item.root === root);
  }

  /** The model that a file belongs to: the one with the nearest root above it. */
  ofPath(path: string): ModelItem | undefined {
    return this.items
      .filter(({ root }) => isWithin(path, root))
      .reduce<ModelItem | undefined>(
        (nearest, item) => (!nearest || item.root.length > nearest.root.length ? item : nearest),
        undefined,
      );
  }

  dispose(): void {
    this.subscription.dispose();
    this.changedEmitter.dispose();
    this.problemsEmitter.dispose();
  }

  private take({ change, models, changedRoots, files }: LanguageEvents['checked']): void {
    this.items = models;
    this.newestTaken = change;
    for (const { path, problems } of files) {
      this.pending.set(path, problems);
    }
    if (change >= this.files.newestChange && this.pending.size > 0) {
      const ready = this.pending;
      this.pending = new Map();
      this.problemsEmitter.fire(ready);
    }
    this.changedEmitter.fire({ roots: changedRoots, change });
  }
}
