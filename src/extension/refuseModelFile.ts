import { l10n, type Uri, workspace } from 'vscode';
import { isTmgFile, namesTmgFile } from '../workspace/fileKinds';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { baseName } from '../workspace/paths';

/**
 * Refuses to write something else over a file of a model, or under a name that would make it one, whatever the dialog was
 * answered.
 * @param isNewPart it is meant to become a new part of a model
 * @throws Error with a sentence
 */
export async function refuseModelFile(target: Uri, isNewPart: boolean): Promise<void> {
  const names = [baseName(target.path), ...(await realNames(target))];
  if (!names.some(namesTmgFile)) {
    return;
  }
  const file = workspace.asRelativePath(target);
  const isThere = await Promise.resolve(workspace.fs.stat(target)).then(
    () => true,
    () => false,
  );
  if (isThere) {
    throw new Error(l10n.t('{file} is a file of a model and would be lost; choose another name.', { file }));
  }
  if (!isNewPart || !names.every(isTmgFile)) {
    throw new Error(
      l10n.t('{file} would become a part of a model by its name; choose one that ends otherwise.', { file }),
    );
  }
}

/** The name by which the system knows a file that is there, links followed. */
async function realNames(target: Uri): Promise<string[]> {
  try {
    return target.scheme === 'file' ? [baseName(await nodeFileSystem.realPath(target.fsPath))] : [];
  } catch {
    return [];
  }
}
