import type { LanguageEvents, ModelItem, ProblemItem } from '../protocol/languageProtocol';
import type { Snapshot } from '../workspace/snapshot';
import type { WorkspaceModels } from '../workspace/workspaceModels';
import { WirePlaces } from './wire';

/** Finds out which files' problems changed, so that a keystroke sends no more than it changes. */
export class ProblemPublisher {
  private readonly published = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  private readonly snapshots = new Map<string, Snapshot>();

  constructor(private readonly models: WorkspaceModels) {}

  /** What is new since the last call. */
  collect(change: number): LanguageEvents['checked'] {
    const files: { path: string; problems: readonly ProblemItem[] }[] = [];
    const changedRoots: string[] = [];
    const items: ModelItem[] = [];
    const seen = new Set<string>();
    const roots = this.models.allRoots();
    for (const root of roots) {
      const snapshot = this.models.snapshot(root);
      if (!snapshot) {
        continue;
      }
      items.push(modelItem(snapshot));
      const paths = new WirePlaces(snapshot);
      for (const { file } of snapshot.records) {
        seen.add(paths.path(file));
      }
      if (this.versions.get(root) !== snapshot.version) {
        this.versions.set(root, snapshot.version);
        changedRoots.push(root);
      }
      // A model in another folder can change the problems of this one, which stays as it is.
      if (this.snapshots.get(root) !== snapshot) {
        this.snapshots.set(root, snapshot);
        files.push(...this.changedFiles(snapshot, paths));
      }
    }
    for (const root of this.versions.keys()) {
      if (!roots.includes(root)) {
        this.versions.delete(root);
        this.snapshots.delete(root);
        changedRoots.push(root);
      }
    }
    for (const path of this.published.keys()) {
      if (!seen.has(path)) {
        this.published.delete(path);
        files.push({ path, problems: [] });
      }
    }
    return { change, models: items, changedRoots, files };
  }

  private changedFiles(
    snapshot: Snapshot,
    places: WirePlaces,
  ): { path: string; problems: readonly ProblemItem[] }[] {
    const byPath = new Map<string, ProblemItem[]>(
      snapshot.records.map(({ file }) => [places.path(file), []]),
    );
    for (const problem of snapshot.problems) {
      const item = places.problem(problem);
      byPath.get(item.path)?.push(item);
    }
    return [...byPath].flatMap(([path, problems]) => {
      const text = JSON.stringify(problems);
      if ((this.published.get(path) ?? '[]') === text) {
        this.published.set(path, text);
        return [];
      }
      this.published.set(path, text);
      return [{ path, problems }];
    });
  }
}

function modelItem({ root, version, model, problems }: Snapshot): ModelItem {
  const level = (severity: string): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    root,
    name: model.name,
    version,
    components: model.components.size,
    assets: model.assets.size,
    errors: level('error'),
    warnings: level('warning'),
  };
}
