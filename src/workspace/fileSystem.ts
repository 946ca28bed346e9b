/** An entry of a folder. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What the workspace needs of a file system. Paths are absolute, with `/`. */
export interface FileSystem {
  /** Entries of a folder, in any order. @throws if the folder cannot be read */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** Bytes of a file. @throws if it cannot be read */
  readFile(path: string): Promise<Uint8Array>;
  /** Size in bytes of a file. @throws if it cannot be read */
  fileSize(path: string): Promise<number>;
  /** What stands at a path; undefined where nothing does. */
  kindOf(path: string): Promise<DirectoryEntry['kind'] | undefined>;
}
