import { basename, dirname } from 'node:path';
import { modelFolder } from '../workspace/discovery';
import { isTmgFile, namesTmgFile } from '../workspace/fileKinds';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { isIgnoredPath } from '../workspace/modelRoots';
import { isWithin, relativePath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { type CommandIo, UsageError } from './io';
import { linkedPath } from './wholeFile';

/**
 * Refuses an output that is a file of a model, or would become one by its name, whatever the path is spelt like.
 * @param path absolute
 * @param shown the path as it was given, for messages
 * @param newPartOf model of which the file may become a new part
 * @returns whether it does become a new part
 * @throws UsageError
 */
export async function refuseModelFile(
  io: CommandIo,
  path: string,
  shown: string,
  newPartOf?: Snapshot,
): Promise<boolean> {
  const { target, isThere } = await whereTo(path);
  if (![path, target].some((one) => namesTmgFile(basename(one))) && !io.reading.isLinked(target)) {
    return false;
  }
  if (isThere) {
    throw new UsageError(`${shown} is a file of a model and would be lost; name another file with --output.`);
  }
  const isNewName = isTmgFile(path) && (await nodeFileSystem.entryKind(path)) === undefined;
  if (newPartOf && isNewName && path.endsWith('.csv') && (await belongsTo(newPartOf, target))) {
    return true;
  }
  throw new UsageError(
    `${shown} would become a part of a model by its name; name a file with --output that does not end like a TMG file.`,
  );
}

/** Where a path leads, under the name that the system knows it by. */
async function whereTo(path: string): Promise<{ readonly target: string; readonly isThere: boolean }> {
  const target = await linkedPath(path).catch(() => path);
  try {
    return { target: await nodeFileSystem.realPath(target), isThere: true };
  } catch {
    return { target: target.replaceAll('\\', '/'), isThere: false };
  }
}

/** Whether a new file is read as a part of this model. */
async function belongsTo({ root }: Snapshot, target: string): Promise<boolean> {
  const top = await nodeFileSystem.realPath(root);
  const folder = dirname(target);
  return (
    isWithin(folder, top) &&
    !isIgnoredPath(relativePath(top, target)) &&
    ((await modelFolder(nodeFileSystem, folder, top)) ?? folder) === top
  );
}
