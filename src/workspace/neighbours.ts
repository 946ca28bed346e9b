import { checkNeighbours } from '../checks/checkModel';
import { compareProblems } from '../checks/problem';
import { MODEL_FILE } from '../model/modelFile';
import { relativeFolder } from './paths';
import type { Snapshot } from './snapshot';

/** Whether a model has a file that says which folders belong to it. */
export function hasModelFile({ records }: Pick<Snapshot, 'records'>): boolean {
  return records.some(({ file }) => file === MODEL_FILE);
}

/**
 * A model with the problems that show only beside the others of its workspace: names that point into folders which no
 * model file joins to its own.
 * @param all the models of the workspace between which a model file would be looked for
 */
export function besideOthers(snapshot: Snapshot, all: readonly Snapshot[]): Snapshot {
  const { root, model, origins } = snapshot;
  const others = all.filter((other) => other.root !== root && !hasModelFile(other));
  if (hasModelFile(snapshot) || others.length === 0) {
    return snapshot;
  }
  const neighbours = others.flatMap((other) => {
    const folder = relativeFolder(root, other.root);
    return folder === undefined ? [] : [{ folder, model: other.model, origins: other.origins }];
  });
  const found = checkNeighbours({ model, origins, neighbours });
  return found.length === 0
    ? snapshot
    : { ...snapshot, problems: [...snapshot.problems, ...found].sort(compareProblems) };
}
