import type { FileRecords } from '../formats/records';
import { compareCodePoints } from '../text/compare';
import { MODEL_FILE } from '../model/modelFile';
import { modelRoot } from './modelRoots';
import { ModelWorkspace } from './modelWorkspace';
import { besideOthers, hasModelFile } from './neighbours';
import { baseName, isWithin, relativePath } from './paths';
import { formatOf, SIZE_LIMITS } from './fileKinds';
import type { Snapshot } from './snapshot';

/** What is known of a file: its text, its bytes, or only that it is too large to be read. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number };

/** All TMG files of an editor's workspace, each given to the model it belongs to. Paths are absolute, with `/`. */
export class WorkspaceModels {
  private tops: readonly string[] = [];
  private readonly contents = new Map<string, FileContent>();
  private readonly roots = new Map<string, string>();
  private readonly models = new Map<string, ModelWorkspace>();
  /** Models without a model file as the others of the workspace make them, and what they were made of. */
  private readonly besides = new Map<string, { parts: readonly Snapshot[]; snapshot: Snapshot }>();
  /** Versions of models that are gone: one that comes back counts on from there. */
  private readonly lastVersions = new Map<string, number>();

  /** Sets the folders at which the search for a model file ends. Returns the roots of the models that changed. */
  setTops(tops: readonly string[]): ReadonlySet<string> {
    this.tops = tops;
    return this.regroup();
  }

  /** Takes over a file. Returns the roots of the models that changed. */
  set(path: string, content: FileContent): ReadonlySet<string> {
    const isNew = !this.contents.has(path);
    this.contents.set(path, content);
    if (isNew && baseName(path) === MODEL_FILE) {
      return this.regroup().add(this.place(path));
    }
    return new Set([this.place(path)]);
  }

  /** Forgets a file. Returns the roots of the models that changed. */
  remove(path: string): ReadonlySet<string> {
    if (!this.contents.delete(path)) {
      return new Set();
    }
    const changed = new Set<string>();
    this.takeOut(path, changed);
    if (baseName(path) === MODEL_FILE) {
      for (const root of this.regroup()) {
        changed.add(root);
      }
    }
    return changed;
  }

  /** Roots of all models, in code-point order. */
  allRoots(): string[] {
    return [...this.models.keys()].sort(compareCodePoints);
  }

  /** Root of the model that a known file belongs to. */
  rootOf(path: string): string | undefined {
    return this.roots.get(path);
  }

  /** The model at a root as its files are now. */
  snapshot(root: string): Snapshot | undefined {
    const alone = this.models.get(root)?.snapshot();
    if (!alone || hasModelFile(alone)) {
      return alone;
    }
    // A model file is looked for up to the top of the workspace, and not above it.
    const tops = this.tops.filter((top) => isWithin(root, top));
    const near = [...this.models.values()].filter((other) => tops.some((top) => isWithin(other.root, top)));
    const all = near.map((model) => model.snapshot());
    const parts = [alone, ...all.filter((other) => other !== alone && !hasModelFile(other))];
    const known = this.besides.get(root);
    if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
      return known.snapshot;
    }
    const snapshot = besideOthers(alone, all);
    this.besides.set(root, { parts, snapshot });
    return snapshot;
  }

  /** The files of a model that changed after a version of it. */
  changedSince(root: string, version: number): FileRecords[] {
    return this.models.get(root)?.changedSince(version) ?? [];
  }

  private regroup(): Set<string> {
    const changed = new Set<string>();
    for (const path of this.contents.keys()) {
      if (this.roots.get(path) !== this.rootFor(path)) {
        this.takeOut(path, changed);
        changed.add(this.place(path));
      }
    }
    return changed;
  }

  private rootFor(path: string): string {
    return modelRoot(path, this.tops, (candidate) => this.contents.has(candidate));
  }

  /** Gives a file to its model and returns the model's root. */
  private place(path: string): string {
    const content = this.contents.get(path);
    const root = this.roots.get(path) ?? this.rootFor(path);
    let model = this.models.get(root);
    if (!model) {
      model = new ModelWorkspace(root, this.lastVersions.get(root));
      this.models.set(root, model);
    }
    this.roots.set(path, root);
    const file = relativePath(root, path);
    switch (content?.kind) {
      case 'text':
        if (content.text.length > SIZE_LIMITS[formatOf(file)]) {
          model.setTooLarge(file, content.text.length);
        } else {
          model.setText(file, content.text);
        }
        break;
      case 'bytes':
        model.setBytes(file, content.bytes);
        break;
      case 'too-large':
        model.setTooLarge(file, content.size);
        break;
      case undefined:
        break;
    }
    return root;
  }

  private takeOut(path: string, changed: Set<string>): void {
    const root = this.roots.get(path);
    const model = root === undefined ? undefined : this.models.get(root);
    if (root === undefined || !model) {
      return;
    }
    this.roots.delete(path);
    model.remove(relativePath(root, path));
    changed.add(root);
    if (model.isEmpty) {
      this.lastVersions.set(root, model.currentVersion);
      this.models.delete(root);
      this.besides.delete(root);
    }
  }
}
