import { MODEL_FILE } from '../model/modelFile';
import { isWithin, joinPath, parentFolder } from './paths';

/**
 * The folder of the model that a file belongs to: the nearest one upwards with a `model.tmg.yaml`, else the file's own.
 * @param tops folders at which the search upwards ends; without one above the file only its own folder counts
 */
export function modelRoot(path: string, tops: readonly string[], hasFile: (path: string) => boolean): string {
  const own = parentFolder(path);
  const top = tops
    .filter((candidate) => isWithin(own, candidate))
    .reduce((longest, candidate) => (candidate.length > longest.length ? candidate : longest), '');
  for (let folder = own; ; folder = parentFolder(folder)) {
    if (hasFile(joinPath(folder, MODEL_FILE))) {
      return folder;
    }
    if (top === '' || folder === top || folder === parentFolder(folder)) {
      return own;
    }
  }
}

/** Whether a path leads through a folder that is passed over: hidden ones, and installed packages. */
export function isIgnoredPath(relativePath: string): boolean {
  return relativePath
    .split('/')
    .slice(0, -1)
    .some((folder) => folder.startsWith('.') || folder === 'node_modules');
}
