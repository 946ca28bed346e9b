import { Uri } from 'vscode';

/**
 * The path under which the threads know a resource: its decoded path, behind scheme and authority where it is no file.
 * Names stay readable, and paths below one folder begin with that folder's path.
 */
export function resourcePath(uri: Uri): string {
  return uri.scheme === 'file' && uri.authority === ''
    ? uri.path
    : `/${uri.scheme}:${encodeURIComponent(uri.authority)}${uri.path}`;
}

/** The resource with a path made by `resourcePath`. */
export function resourceUri(path: string): Uri {
  const [, scheme, authority, rest] = /^\/([A-Za-z][\w+.-]+):([^/]*)(\/.*)?$/s.exec(path) ?? [];
  return scheme === undefined || authority === undefined
    ? Uri.from({ scheme: 'file', path })
    : Uri.from({ scheme, authority: decodeURIComponent(authority), path: rest ?? '/' });
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'model';
}
