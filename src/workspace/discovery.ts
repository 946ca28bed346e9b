import { MODEL_FILE } from '../model/modelFile';
import { compareCodePoints } from '../text/compare';
import { isTmgFile } from './fileKinds';
import type { FileSystem } from './fileSystem';
import { baseName, isWithin, joinPath, parentFolder, relativePath } from './paths';

/** A model's folder and files. */
export interface ModelLocation {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Paths relative to the folder, with `/`, in code-point order. */
  readonly files: readonly string[];
}

const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

/**
 * The models that have files at or below a path, each with all its files. A file belongs to the nearest folder
 * upwards, up to `top`, with a `model.tmg.yaml`; without one, to its own folder.
 * @param path absolute path of a folder or a TMG file
 * @param top absolute path of the folder where the search upwards ends
 */
export async function discoverModels(
  fileSystem: FileSystem,
  path: string,
  top: string,
): Promise<ModelLocation[]> {
  const isFolder = (await fileSystem.kindOf(path)) === 'folder';
  const files = isFolder ? await tmgFiles(fileSystem, path) : [path];
  const finder = new RootFinder(fileSystem, top);
  const roots = new Set<string>();
  for (const file of files) {
    roots.add((await finder.modelRoot(parentFolder(file))) ?? parentFolder(file));
  }
  const models: ModelLocation[] = [];
  for (const root of [...roots].sort(compareCodePoints)) {
    const all =
      isFolder && isWithin(root, path)
        ? files.filter((file) => isWithin(file, root))
        : await tmgFiles(fileSystem, root);
    const own: string[] = [];
    for (const file of all) {
      if (((await finder.modelRoot(parentFolder(file))) ?? parentFolder(file)) === root) {
        own.push(relativePath(root, file));
      }
    }
    models.push({ root, files: own.sort(compareCodePoints) });
  }
  return models;
}

/** The nearest folder at or above `path` that is the root of a repository; undefined without one. */
export async function repositoryRoot(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = parentFolder(folder)) {
    if ((await fileSystem.kindOf(joinPath(folder, '.git'))) !== undefined) {
      return folder;
    }
    if (folder === parentFolder(folder)) {
      return undefined;
    }
  }
}

/** Finds the folder with the model file, remembering what it has looked at. */
class RootFinder {
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly top: string,
  ) {}

  modelRoot(folder: string): Promise<string | undefined> {
    let root = this.known.get(folder);
    if (!root) {
      root = this.search(folder);
      this.known.set(folder, root);
    }
    return root;
  }

  private async search(folder: string): Promise<string | undefined> {
    if ((await this.fileSystem.kindOf(joinPath(folder, MODEL_FILE))) === 'file') {
      return folder;
    }
    const parent = parentFolder(folder);
    return folder === this.top || folder === parent || !isWithin(folder, this.top)
      ? undefined
      : this.modelRoot(parent);
  }
}

/** All TMG files below a folder; folders that cannot be read, hidden ones and packages are passed over. */
async function tmgFiles(fileSystem: FileSystem, folder: string): Promise<string[]> {
  const found: string[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await fileSystem.readDirectory(next).catch(() => []);
    for (const { name, kind } of entries) {
      const path = joinPath(next, name);
      if (kind === 'folder' && !name.startsWith('.') && !IGNORED_FOLDERS.has(name)) {
        pending.push(path);
      } else if (kind === 'file' && isTmgFile(baseName(path))) {
        found.push(path);
      }
    }
  }
  return found;
}
