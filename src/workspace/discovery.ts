import { MODEL_FILE } from '../model/modelFile';
import { compareCodePoints } from '../text/compare';
import { isTmgFile } from './fileKinds';
import type { FileSystem } from './fileSystem';
import { adviceForName, type LookAlike } from './lookAlikes';
import { followModelLink, type ModelLink, NO_REGULAR_FILE } from './modelLink';
import { isWithin, joinPath, parentFolder, relativePath } from './paths';
import { type UnreadPath, unreadReason } from './unread';

/** A model's folder and files. */
export interface ModelLocation {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Paths relative to the folder, with `/`, in code-point order. */
  readonly files: readonly string[];
  /** For files that are links: absolute path of what they lead to. */
  readonly links?: ReadonlyMap<string, string>;
}

/** Is told what a discovery comes across besides models; of one thing perhaps more than once. */
export interface DiscoveryNotes {
  /** A folder or file is there and cannot be read. */
  unread(found: UnreadPath): void;
  /** A file is not read, but its name looks as if it should be. */
  lookAlike(found: LookAlike): void;
}

const NO_NOTES: DiscoveryNotes = { unread: () => undefined, lookAlike: () => undefined };

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
  notes: DiscoveryNotes = NO_NOTES,
): Promise<ModelLocation[]> {
  const isFolder = (await fileSystem.kindOf(path)) === 'folder';
  const files = isFolder ? await tmgFiles(fileSystem, path, notes) : [path];
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
        : await tmgFiles(fileSystem, root, notes);
    const own: string[] = [];
    const links = new Map<string, string>();
    for (const file of all) {
      if (((await finder.modelRoot(parentFolder(file))) ?? parentFolder(file)) !== root) {
        continue;
      }
      const name = relativePath(root, file);
      const found = await readableFile(fileSystem, file, root);
      if ('refused' in found) {
        notes.unread({ path: file, reason: found.refused });
        continue;
      }
      own.push(name);
      if (found.path !== file) {
        links.set(name, found.path);
      }
    }
    models.push({ root, files: own.sort(compareCodePoints), ...(links.size > 0 && { links }) });
  }
  return models;
}

/**
 * Why a TMG file is not read, though it is there; undefined where it is.
 * @param top absolute path of the folder where the search for the model's folder ends; without one it is the file's
 */
export async function whyNotRead(
  fileSystem: FileSystem,
  file: string,
  top: string = parentFolder(file),
): Promise<string | undefined> {
  const root = (await modelFolder(fileSystem, parentFolder(file), top)) ?? parentFolder(file);
  const found = await readableFile(fileSystem, file, root);
  return 'refused' in found ? found.refused : undefined;
}

/** The path from which a TMG file is read. */
async function readableFile(fileSystem: FileSystem, file: string, root: string): Promise<ModelLink> {
  const kind = await fileSystem.entryKind(file);
  if (kind === 'link') {
    return followModelLink(fileSystem, file, root);
  }
  return kind === 'other' ? { refused: NO_REGULAR_FILE } : { path: file };
}

/**
 * The nearest folder at or above `folder`, up to `top`, that has a model file; undefined without one. Whatever stands
 * there under that name makes the folder a model's, readable or not: the parts of a model stay together.
 */
export function modelFolder(
  fileSystem: FileSystem,
  folder: string,
  top: string,
): Promise<string | undefined> {
  return new RootFinder(fileSystem, top).modelRoot(folder);
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
    const kind = await this.fileSystem.entryKind(joinPath(folder, MODEL_FILE));
    if (kind !== undefined && kind !== 'folder') {
      return folder;
    }
    const parent = parentFolder(folder);
    return folder === this.top || folder === parent || !isWithin(folder, this.top)
      ? undefined
      : this.modelRoot(parent);
  }
}

/** All TMG files below a folder, whatever they are; hidden folders, packages and links to folders are passed over. */
async function tmgFiles(fileSystem: FileSystem, folder: string, notes: DiscoveryNotes): Promise<string[]> {
  const found: string[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const path = next;
    const entries = await fileSystem.readDirectory(path).catch((error: unknown) => {
      notes.unread({ path, reason: unreadReason('folder', error) });
      return [];
    });
    const hasTmgFiles = entries.some(({ name, kind }) => kind !== 'folder' && isTmgFile(name));
    for (const { name, kind } of entries) {
      const entry = joinPath(path, name);
      if (kind === 'folder') {
        if (!name.startsWith('.') && !IGNORED_FOLDERS.has(name)) {
          pending.push(entry);
        }
      } else if (isTmgFile(name)) {
        found.push(entry);
      } else {
        const advice = adviceForName(name, hasTmgFiles);
        if (advice !== undefined) {
          notes.lookAlike({ path: entry, advice });
        }
      }
    }
  }
  return found;
}
