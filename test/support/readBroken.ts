import { discoverModels } from '../../src/workspace/discovery';
import { loadModel } from '../../src/workspace/modelWorkspace';
import { nodeFileSystem } from '../../src/workspace/nodeFileSystem';
import type { Snapshot } from '../../src/workspace/snapshot';
import { SourceLocator } from '../../src/workspace/sourceLocator';

/** The model in a folder, read from the disk. */
export async function readFolder(folder: string): Promise<Snapshot> {
  const [location, ...others] = await discoverModels(nodeFileSystem, folder, folder);
  if (!location || others.length > 0) {
    throw new Error(`${folder} holds ${others.length + (location ? 1 : 0)} models`);
  }
  const workspace = await loadModel(nodeFileSystem, location, (file, error) => {
    throw new Error(`cannot read ${file}`, { cause: error });
  });
  return workspace.snapshot();
}

/** The problems of a model as `file:line:column code`. */
export function placesOf(snapshot: Snapshot): string[] {
  const locator = new SourceLocator(snapshot);
  return snapshot.problems.map((problem) => {
    const { file, line, column } = locator.start(problem);
    return `${file}:${line}:${column} ${problem.code}`;
  });
}
