import { constants } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import type { EntryKind, FileSystem } from './fileSystem';

/** Other than a plain one, this does not wait for somebody who writes into a pipe. Windows has no such thing. */
const OPEN_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  async readDirectory(path) {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }));
  },
  async readFile(path) {
    const file = await open(path, OPEN_WITHOUT_WAITING);
    try {
      if (!(await file.stat()).isFile()) {
        throw new Error('it is no regular file');
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
  async fileSize(path) {
    return (await stat(path)).size;
  },
  async kindOf(path) {
    const kind = await kindIfThere(stat(path));
    return kind === 'link' ? undefined : kind;
  },
  entryKind: (path) => kindIfThere(lstat(path)),
  async realPath(path) {
    return (await realpath(path)).replaceAll('\\', '/');
  },
};

async function kindIfThere(stats: Promise<Stats>): Promise<EntryKind | undefined> {
  try {
    return kindOfEntry(await stats);
  } catch {
    return undefined;
  }
}

function kindOfEntry(entry: Dirent | Stats): EntryKind {
  if (entry.isSymbolicLink()) {
    return 'link';
  }
  if (entry.isDirectory()) {
    return 'folder';
  }
  return entry.isFile() ? 'file' : 'other';
}
