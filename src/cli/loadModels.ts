import { resolve } from 'node:path';
import { compareCodePoints } from '../text/compare';
import { discoverModels, repositoryRoot } from '../workspace/discovery';
import { isTmgFile } from '../workspace/fileKinds';
import type { FileSystem } from '../workspace/fileSystem';
import { loadModel } from '../workspace/modelWorkspace';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { parentFolder } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { chooseModels } from './chooseModels';
import { type CommandIo, UsageError } from './io';
import { reasonOf } from './output';

/**
 * Reads the models at the given paths, each once, sorted by folder.
 * @param names only the models of these names or folders
 * @throws UsageError if a path does not exist, holds no TMG file, or no model has a name
 */
export async function loadModels(
  io: CommandIo,
  paths: readonly string[],
  names: readonly string[] | undefined,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<Snapshot[]> {
  const snapshots = new Map<string, Snapshot>();
  for (const path of paths) {
    for (const location of await locate(io, path, fileSystem)) {
      if (!snapshots.has(location.root)) {
        const workspace = await loadModel(fileSystem, location, (file, error) => {
          throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}.`);
        });
        snapshots.set(location.root, workspace.snapshot());
      }
    }
  }
  const sorted = [...snapshots.values()].sort((a, b) => compareCodePoints(a.root, b.root));
  return names === undefined ? sorted : chooseModels(io, sorted, names);
}

async function locate(io: CommandIo, path: string, fileSystem: FileSystem) {
  const absolute = resolve(io.workingDirectory, path).replaceAll('\\', '/');
  const kind = await fileSystem.kindOf(absolute);
  if (kind === undefined) {
    throw new UsageError(`There is no file or folder ${path}; name a folder with TMG files, or one of them.`);
  }
  if (kind !== 'folder' && !isTmgFile(absolute)) {
    throw new UsageError(`${path} is not a TMG file; their names end with .tmg.yaml, .tmg.yml or .tmg.csv.`);
  }
  const folder = kind === 'folder' ? absolute : parentFolder(absolute);
  const top = (await repositoryRoot(fileSystem, folder)) ?? folder;
  const locations = await discoverModels(fileSystem, absolute, top);
  if (locations.length === 0) {
    throw new UsageError(
      `No TMG files are in ${path}; their names end with .tmg.yaml, .tmg.yml or .tmg.csv.`,
    );
  }
  return locations;
}
