import { discoverModels } from '../../src/workspace/discovery';
import { loadModel } from '../../src/workspace/modelWorkspace';
import type { Snapshot } from '../../src/workspace/snapshot';
import { memoryFileSystem } from './memoryFileSystem';
import type { ModelFiles } from './modelFrom';

/** The model of some texts, as if they stood in the folder `/model`. */
export async function memoryModel(files: ModelFiles): Promise<Snapshot> {
  const texts = Object.entries(files).map(([file, text]) => [`/model/${file}`, text]);
  const fileSystem = memoryFileSystem({
    ...Object.fromEntries(texts),
    // Without a model file every folder would be a model of its own.
    ...(files['model.tmg.yaml'] === undefined && { '/model/model.tmg.yaml': '' }),
  });
  const [location] = await discoverModels(fileSystem, '/model', '/model');
  if (!location) {
    throw new Error('there are no TMG files');
  }
  const workspace = await loadModel(fileSystem, location, (file, error) => {
    throw new Error(`cannot read ${file}`, { cause: error });
  });
  return workspace.snapshot();
}
