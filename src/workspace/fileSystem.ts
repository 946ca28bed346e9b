/** What stands at a path; `other` are devices, pipes and sockets. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** An entry of a folder. */
export interface DirectoryEntry {
  readonly name: string;
  /** Of the entry itself: links are not followed. */
  readonly kind: EntryKind;
}

/** What the workspace needs of a file system. Paths are absolute, with `/`. */
export interface FileSystem {
  /** Entries of a folder, in any order. @throws if the folder cannot be read */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** Bytes of a regular file. @throws if it is none, or cannot be read */
  readFile(path: string): Promise<Uint8Array>;
  /** Size in bytes of a file. @throws if it cannot be read */
  fileSize(path: string): Promise<number>;
  /** What a path leads to, links followed; undefined where that is nothing. */
  kindOf(path: string): Promise<Exclude<EntryKind, 'link'> | undefined>;
  /** What stands at a path, links not followed; undefined where nothing does. */
  entryKind(path: string): Promise<EntryKind | undefined>;
  /** The path by which the system itself knows a file or folder: no links, and names in their own spelling. @throws if it leads nowhere */
  realPath(path: string): Promise<string>;
}
