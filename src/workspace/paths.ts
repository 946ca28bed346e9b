/** Joins a folder and a relative path, which may lead out of it with `../` at its beginning. */
export function joinPath(folder: string, path: string): string {
  if (path.startsWith('../')) {
    return joinPath(parentFolder(folder), path.slice(3));
  }
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** The folder a path lies in; the root is its own. */
export function parentFolder(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? path.slice(0, 1) : path.slice(0, end);
}

/** Last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A path below a folder, relative to it. */
export function relativePath(folder: string, path: string): string {
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

/**
 * A folder, relative to another one: `../b` of `/x/a` for `/x/b`, `b` for `/x/a/b`, `..` for `/x`. Undefined where they
 * have no folder in common, such as two drives.
 */
export function relativeFolder(from: string, to: string): string | undefined {
  const up: string[] = [];
  let shared = from;
  while (!isWithin(to, shared)) {
    if (parentFolder(shared) === shared) {
      return undefined;
    }
    up.push('..');
    shared = parentFolder(shared);
  }
  return [...up, ...(to === shared ? [] : [relativePath(shared, to)])].join('/');
}

/** Whether a path says where it leads: none of its parts is empty, `.` or `..`, whichever slash separates them. */
export function isNormalPath(path: string): boolean {
  return path
    .split(/[\\/]/)
    .slice(1)
    .every((part) => part !== '' && part !== '.' && part !== '..');
}
