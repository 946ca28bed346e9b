import type { DiscoveryNotes } from '../workspace/discovery';
import { compareCodePoints } from '../text/compare';
import type { LookAlike } from '../workspace/lookAlikes';
import { isWithin } from '../workspace/paths';
import type { UnreadPath } from '../workspace/unread';

/** What a run has read of models, beside the models: each thing once, by path. */
export class Reading implements DiscoveryNotes {
  private readonly unreadPaths = new Map<string, UnreadPath>();
  private readonly lookAlikeFiles = new Map<string, LookAlike>();
  private readonly linkedPaths = new Set<string>();
  private isTold = false;

  unread(found: UnreadPath): void {
    if (!this.unreadPaths.has(found.path)) {
      this.unreadPaths.set(found.path, found);
    }
  }

  lookAlike(found: LookAlike): void {
    this.lookAlikeFiles.set(found.path, found);
  }

  /** Notes that a file is read because a link of a model leads to it. */
  linked(path: string): void {
    this.linkedPaths.add(path);
  }

  /** Forgets what could not be read of models that nobody asked for. */
  leaveOut(root: string, others: readonly string[]): void {
    const inner = others.filter((other) => other !== root && isWithin(other, root));
    for (const path of this.unreadPaths.keys()) {
      if (isWithin(path, root) && !inner.some((other) => isWithin(path, other))) {
        this.unreadPaths.delete(path);
      }
    }
  }

  /** What could not be read, in the order of paths. As long as there is something, a command does not end with 0. */
  get allUnread(): readonly UnreadPath[] {
    return sorted(this.unreadPaths.values());
  }

  /** What could not be read and has not been shown yet. Whoever asks shows it. */
  takeUntold(): readonly UnreadPath[] {
    const untold = this.isTold ? [] : this.allUnread;
    this.isTold = true;
    return untold;
  }

  /** Files that look as if they should be read, in the order of paths. */
  get lookAlikes(): readonly LookAlike[] {
    return sorted(this.lookAlikeFiles.values());
  }

  /** Whether a model's link leads to this file. */
  isLinked(realPath: string): boolean {
    return this.linkedPaths.has(realPath);
  }
}

function sorted<T extends { readonly path: string }>(found: Iterable<T>): T[] {
  return [...found].sort((a, b) => compareCodePoints(a.path, b.path));
}
