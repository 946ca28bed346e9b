import { resolve } from 'node:path';
import { compareCodePoints } from '../text/compare';
import { nearestName } from '../text/nearest';
import { discoverModels, repositoryRoot } from '../workspace/discovery';
import { isTmgFile } from '../workspace/fileKinds';
import type { FileSystem } from '../workspace/fileSystem';
import { loadModel } from '../workspace/modelWorkspace';
import { besideOthers } from '../workspace/neighbours';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { parentFolder } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { type CommandIo, UsageError } from './io';
import { reasonOf } from './output';

/**
 * Reads the models at the given paths, each once, sorted by folder.
 * @param name only the models of this name
 * @throws UsageError if a path does not exist, holds no TMG file, or no model has the name
 */
export async function loadModels(
  io: CommandIo,
  paths: readonly string[],
  name: string | undefined,
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
        const workspace = await loadModel(fileSystem, location, (file, error) => {
          throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}.`);
        });
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
  return name === undefined ? sorted : named(sorted, name);
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
  return { top, locations };
}

function named(snapshots: readonly Snapshot[], name: string): Snapshot[] {
  const found = snapshots.filter(({ model }) => model.name === name);
  if (found.length === 0) {
    const names = snapshots.map(({ model }) => model.name);
    const nearest = nearestName(name, names);
    const advice = nearest === undefined ? `there are: ${names.join(', ')}` : `did you mean "${nearest}"?`;
    throw new UsageError(`No model is named "${name}"; ${advice}`);
  }
  return found;
}
