import { repositoryRoot } from '../workspace/discovery';
import type { FileSystem } from '../workspace/fileSystem';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import type { Snapshot } from '../workspace/snapshot';
import type { CommandIo } from './io';

/** The folder that files in a log are named relative to: that of the models' repository, or else the working directory. */
export async function sourceRoot(
  io: CommandIo,
  snapshots: readonly Snapshot[],
  fileSystem: FileSystem = nodeFileSystem,
): Promise<string> {
  const [first] = snapshots;
  const repository = first && (await repositoryRoot(fileSystem, first.root));
  return repository ?? io.workingDirectory.replaceAll('\\', '/');
}
