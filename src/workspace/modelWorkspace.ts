import { checkModel } from '../checks/checkModel';
import type { FileRecords } from '../formats/records';
import { YamlParseCache } from '../formats/yaml/yamlParseCache';
import { mergeModel } from '../model/mergeModel';
import { ScoreCache } from '../model/scoreCache';
import type { ModelLocation } from './discovery';
import type { FileSystem } from './fileSystem';
import { baseName, joinPath } from './paths';
import { readBytes, readText, tooLarge } from './readRecords';
import { formatOf, SIZE_LIMITS } from './fileKinds';
import type { Snapshot } from './snapshot';

interface CachedFile {
  readonly yamlCache: YamlParseCache;
  /** Version of the model in which the file changed last. */
  readonly version: number;
  readonly records: FileRecords;
}

/**
 * One model's files with their records, read again only when they change. The only mutable state below the editor:
 * everything it hands out is a snapshot.
 */
export class ModelWorkspace {
  private readonly files = new Map<string, CachedFile>();
  private readonly scores = new ScoreCache();
  private current: Snapshot | undefined;

  /**
   * @param root absolute path of the model's folder
   * @param version from which versions count on
   */
  constructor(
    readonly root: string,
    private version = 0,
  ) {}

  /** Takes over a file's text. Without a change of text nothing changes. */
  setText(file: string, text: string): void {
    const cached = this.files.get(file);
    if (cached?.records.text !== text) {
      this.update(file, (cache) => readText(file, text, cache));
    }
  }

  /** Takes over a file's bytes. */
  setBytes(file: string, bytes: Uint8Array): void {
    this.update(file, (cache) => readBytes(file, bytes, cache));
  }

  /** Notes that a file is there but too large to be read. */
  setTooLarge(file: string, size: number): void {
    this.update(file, () => tooLarge(file, size));
  }

  /** Forgets all files but these. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.files.keys()) {
      if (!files.has(file)) {
        this.remove(file);
      }
    }
  }

  /** The files that changed after a version of the model. */
  changedSince(version: number): FileRecords[] {
    return [...this.files.values()].filter((file) => file.version > version).map(({ records }) => records);
  }

  /** Grows with every change. */
  get currentVersion(): number {
    return this.version;
  }

  /** Whether no file is left. */
  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** Forgets a file. */
  remove(file: string): void {
    if (this.files.delete(file)) {
      this.changed();
    }
  }

  /** The model as its files are now; the same object until a file changes. */
  snapshot(): Snapshot {
    if (!this.current) {
      const records = [...this.files.values()].map((file) => file.records);
      const { model, origins } = mergeModel(records, baseName(this.root), this.scores);
      const problems = checkModel({ model, origins });
      this.current = {
        version: this.version,
        root: this.root,
        records: origins.files,
        model,
        origins,
        problems,
      };
    }
    return this.current;
  }

  private update(file: string, read: (cache: YamlParseCache) => FileRecords): void {
    const yamlCache = this.files.get(file)?.yamlCache ?? new YamlParseCache();
    this.changed();
    this.files.set(file, { yamlCache, version: this.version, records: read(yamlCache) });
  }

  private changed(): void {
    this.version++;
    this.current = undefined;
  }
}

/** Reads all files of a model. A file that cannot be read, because it vanished or is locked, is passed to `onError`. */
export async function loadModel(
  fileSystem: FileSystem,
  location: ModelLocation,
  onError: (file: string, error: unknown) => void,
): Promise<ModelWorkspace> {
  const workspace = new ModelWorkspace(location.root);
  for (const file of location.files) {
    const path = location.links?.get(file) ?? joinPath(location.root, file);
    try {
      const size = await fileSystem.fileSize(path);
      if (size > SIZE_LIMITS[formatOf(file)]) {
        workspace.setTooLarge(file, size);
      } else {
        workspace.setBytes(file, await fileSystem.readFile(path));
      }
    } catch (error) {
      onError(joinPath(location.root, file), error);
    }
  }
  return workspace;
}
