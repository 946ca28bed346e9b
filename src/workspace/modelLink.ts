import type { FileSystem } from './fileSystem';
import { isWithin } from './paths';

/** Where a link among the files of a model leads: to a file that is read for it, or why it is not followed. */
export type ModelLink = { readonly path: string } | { readonly refused: string };

/**
 * Follows a link. Only regular files within the model's folder are read by way of one: whoever may write a model must
 * not be able to show what the machine's other files hold, nor let a command wait for a device.
 * @param root absolute path of the model's folder
 */
export async function followModelLink(
  fileSystem: FileSystem,
  link: string,
  root: string,
): Promise<ModelLink> {
  let path: string;
  try {
    path = await fileSystem.realPath(link);
  } catch {
    return { refused: 'This link leads nowhere; remove it, or bring back the file that it leads to.' };
  }
  if (!isWithin(path, await fileSystem.realPath(root))) {
    return {
      refused:
        "This link leads out of the model's folder and is not followed; put the file itself in its place.",
    };
  }
  const kind = await fileSystem.entryKind(path);
  if (kind === 'folder') {
    return {
      refused: 'This link leads to a folder and is not followed; put the folder itself in its place.',
    };
  }
  return kind === 'file' ? { path } : { refused: NO_REGULAR_FILE };
}

/** Why a device, a pipe or a socket is not read. */
export const NO_REGULAR_FILE = 'This is no regular file and is not read; put one in its place.';
