import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isTmgFile } from '../workspace/fileKinds';
import { UsageError } from './io';
import { reasonOf } from './output';
import { writeWholeFile } from './wholeFile';

/** A file to be written into a folder. */
export interface OutputFile {
  /** A plain file name. */
  readonly name: string;
  readonly text: string;
}

/**
 * Writes files into a folder, which is made where it is missing. Nothing outside the folder is written, links are
 * not followed, and nothing is overwritten unless that is asked for.
 * @param shown the folder as it was given, for messages
 * @throws UsageError if files are there already, or cannot be written
 */
export async function writeFolder(
  folder: string,
  shown: string,
  files: readonly OutputFile[],
  overwrite: boolean,
): Promise<void> {
  const outside = files.find(({ name }) => !/^[\w-][\w.-]*$/.test(name));
  if (outside) {
    throw new UsageError(`Cannot write ${outside.name}: it is no plain file name.`);
  }
  await refuseOthers(folder, shown, files, overwrite);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) {
      await replaceFile(join(folder, name), text, overwrite);
    }
  } catch (error) {
    throw new UsageError(`Cannot write to ${shown}: ${reasonOf(error)}.`);
  }
}

/**
 * Gives a file another content. The old one stays until the new one is complete, and a link is replaced, not followed.
 * @param overwrite whether a file may be there already
 */
export function replaceFile(path: string, content: string | Uint8Array, overwrite: boolean): Promise<void> {
  return writeWholeFile(path, typeof content === 'string' ? [content] : onePiece(content), {
    replace: overwrite,
    replaceLink: true,
  });
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Refuses a folder that holds TMG files already, because all of a folder's files make one model. */
async function refuseOthers(
  folder: string,
  shown: string,
  files: readonly OutputFile[],
  overwrite: boolean,
): Promise<void> {
  const own = new Set(files.map(({ name }) => name));
  const present = await readdir(folder).catch(() => []);
  const [taken] = present.filter((name) => own.has(name) || isTmgFile(name)).sort();
  if (taken !== undefined && !overwrite) {
    throw new UsageError(
      `${shown} holds ${taken} already; name another folder with --output, or overwrite with --force.`,
    );
  }
  const other = present.filter((name) => isTmgFile(name) && !own.has(name)).sort()[0];
  if (other !== undefined) {
    throw new UsageError(
      `${shown} holds ${other}, which --force would not overwrite but which would become part of the model; name another folder, or remove it.`,
    );
  }
  for (const name of present.filter((candidate) => own.has(candidate))) {
    if ((await lstat(join(folder, name))).isDirectory()) {
      throw new UsageError(
        `${shown} holds a folder ${name} where a file is to be written; name another folder.`,
      );
    }
  }
}
