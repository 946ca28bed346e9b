import { readdir, readFile, stat } from 'node:fs/promises';
import type { Stats, Dirent } from 'node:fs';
import type { DirectoryEntry, FileSystem } from './fileSystem';

/** The file system of the machine. Links to folders are not followed, so that a walk always ends. */
export const nodeFileSystem: FileSystem = {
  async readDirectory(path) {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }));
  },
  async readFile(path) {
    return readFile(path);
  },
  async fileSize(path) {
    return (await stat(path)).size;
  },
  async kindOf(path) {
    try {
      return kindOfEntry(await stat(path));
    } catch {
      return undefined;
    }
  },
};

function kindOfEntry(entry: Dirent | Stats): DirectoryEntry['kind'] {
  if (entry.isDirectory()) {
    return 'folder';
  }
  return entry.isFile() || entry.isSymbolicLink() ? 'file' : 'other';
}
