import { resolve } from 'node:path';
import { compareCodePoints } from '../text/compare';
import { discoverModels, repositoryRoot } from '../workspace/discovery';
import { isTmgFile } from '../workspace/fileKinds';
import { adviceForName } from '../workspace/lookAlikes';
import type { FileSystem } from '../workspace/fileSystem';
import { loadModel } from '../workspace/modelWorkspace';
import { besideOthers } from '../workspace/neighbours';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { baseName, parentFolder } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { unreadReason } from '../workspace/unread';
import { chooseModels } from './chooseModels';
import { type CommandIo, UsageError } from './io';
import { reasonOf } from './output';

/**
 * Reads the models at the given paths, each once, sorted by folder. What cannot be read goes to `io.reading`, and so do
 * names that look like those of TMG files.
 * @param names only the models of these names or folders
 * @throws UsageError if a path does not exist or cannot be read, holds no TMG file, or no model has a name
 */
export async function loadModels(
  io: CommandIo,
  paths: readonly string[],
  names: readonly string[] | undefined,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<Snapshot[]> {
  const snapshots = new Map<string, Snapshot>();
  // Where the search for a model file ends, by model.
  const tops = new Map<string, string>();
  for (const path of paths) {
    const { top, locations } = await locate(io, path, fileSystem);
    for (const location of locations) {
      tops.set(location.root, top);
      if (!snapshots.has(location.root)) {
        const workspace = await loadModel(fileSystem, location, (file, error) =>
          io.reading.unread({ path: file, reason: unreadReason('file', error) }),
        );
        location.links?.forEach((target) => io.reading.linked(target));
        snapshots.set(location.root, workspace.snapshot());
      }
    }
  }
  const sorted = [...snapshots.values()]
    .map((snapshot, _, all) =>
      besideOthers(
        snapshot,
        all.filter(({ root }) => tops.get(root) === tops.get(snapshot.root)),
      ),
    )
    .sort((a, b) => compareCodePoints(a.root, b.root));
  if (names === undefined) {
    return sorted;
  }
  const chosen = chooseModels(io, sorted, names);
  const roots = sorted.map(({ root }) => root);
  for (const other of sorted.filter((snapshot) => !chosen.includes(snapshot))) {
    io.reading.leaveOut(other.root, roots);
  }
  return chosen;
}

async function locate(io: CommandIo, path: string, fileSystem: FileSystem) {
  const absolute = resolve(io.workingDirectory, path).replaceAll('\\', '/');
  const kind = (await fileSystem.kindOf(absolute)) ?? (await fileSystem.entryKind(absolute));
  if (kind === undefined) {
    await refuseUnreadable(path, absolute, fileSystem);
    throw new UsageError(`There is no file or folder ${path}; name a folder with TMG files, or one of them.`);
  }
  if (kind !== 'folder' && !isTmgFile(absolute)) {
    const advice = adviceForName(baseName(absolute), true);
    throw new UsageError(
      `${path} is not a TMG file; ${advice ?? 'their names end with .tmg.yaml, .tmg.yml or .tmg.csv.'}`,
    );
  }
  const folder = kind === 'folder' ? absolute : parentFolder(absolute);
  const top = (await repositoryRoot(fileSystem, folder)) ?? folder;
  const locations = await discoverModels(fileSystem, absolute, top, io.reading);
  if (locations.length === 0) {
    await refuseUnreadable(path, absolute, fileSystem);
    throw new UsageError(
      `No TMG files are in ${path}; their names end with .tmg.yaml, .tmg.yml or .tmg.csv.${await adviceFor(absolute, fileSystem)}`,
    );
  }
  return { top, locations };
}

/** Tells apart what is not there and what must not be looked at. */
async function refuseUnreadable(path: string, absolute: string, fileSystem: FileSystem): Promise<void> {
  try {
    if ((await fileSystem.kindOf(absolute)) === 'folder') {
      await fileSystem.readDirectory(absolute);
    } else {
      await fileSystem.fileSize(absolute);
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (!/^(?:ENOENT|ENOTDIR)\b/.test(reason)) {
      throw new UsageError(`Cannot read ${path}: ${reason}.`);
    }
  }
}

/** What to do about the first file of a folder that looks as if it were meant to be a TMG file. */
async function adviceFor(folder: string, fileSystem: FileSystem): Promise<string> {
  const entries = await fileSystem.readDirectory(folder).catch(() => []);
  for (const name of entries.map((entry) => entry.name).sort(compareCodePoints)) {
    const advice = adviceForName(name, true);
    if (advice !== undefined) {
      return ` There is ${name}: ${advice}`;
    }
  }
  return '';
}
