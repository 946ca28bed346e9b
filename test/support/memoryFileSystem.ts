import type { DirectoryEntry, FileSystem } from '../../src/workspace/fileSystem';

/** A file system of texts or bytes by absolute path. */
export function memoryFileSystem(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const bytesOf = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) {
      throw new Error(`ENOENT: ${path}`);
    }
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const isFolder = (path: string): boolean =>
    Object.keys(files).some((file) => file.startsWith(`${path === '/' ? '' : path}/`));
  const kindOf = async (path: string): Promise<'file' | 'folder' | undefined> => {
    if (files[path] !== undefined) {
      return 'file';
    }
    return isFolder(path) ? 'folder' : undefined;
  };
  return {
    async readDirectory(path) {
      const prefix = path === '/' ? '/' : `${path}/`;
      const names = new Map<string, DirectoryEntry['kind']>();
      for (const file of Object.keys(files).filter((candidate) => candidate.startsWith(prefix))) {
        const [name = '', ...rest] = file.slice(prefix.length).split('/');
        names.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    readFile: async (path) => bytesOf(path),
    fileSize: async (path) => bytesOf(path).length,
    kindOf,
    entryKind: kindOf,
    realPath: async (path) => path,
  };
}
