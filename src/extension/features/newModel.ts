import { type Disposable, l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { MODEL_TEMPLATES, newModelText } from '../../language/newModel';
import { MODEL_FILE } from '../../model/modelFile';
import { registerCommand } from '../commands';
import { pickOne } from '../quickInput';
import type { Services } from '../services';

/** New Model: a wizard that asks for a template and a name, and opens the file it writes. */
export function newModel({ notifier }: Services): Disposable[] {
  return [
    registerCommand('tmg.newModel', notifier, async () => {
      const folder = await pickFolder();
      if (!folder) {
        return;
      }
      const template = await pickOne(
        MODEL_TEMPLATES.map(({ id, title, description }) => ({
          label: title,
          detail: description,
          value: id,
        })),
        { title: l10n.t('New Model'), placeholder: l10n.t('What to begin with?'), step: [1, 2] },
      );
      if (template.kind !== 'chosen') {
        return;
      }
      const name = await window.showInputBox({
        title: l10n.t('New Model (2/2)'),
        prompt: l10n.t('Name of the system'),
        placeHolder: l10n.t('Autopilot L4'),
        validateInput: (text) => (text.trim() === '' ? l10n.t('Give the model a name.') : undefined),
      });
      if (name === undefined) {
        return;
      }
      const uri = await freePlace(folder, name.trim());
      const edit = new WorkspaceEdit();
      edit.createFile(uri, { contents: new TextEncoder().encode(newModelText(template.value, name.trim())) });
      if (await workspace.applyEdit(edit)) {
        await window.showTextDocument(uri, { preview: false });
      }
    }),
  ];
}

async function pickFolder(): Promise<Uri | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (!first) {
    throw new Error(l10n.t('Open a folder first; a model is a file in it.'));
  }
  return others.length === 0 ? first.uri : (await window.showWorkspaceFolderPick())?.uri;
}

/** The folder itself where it has no model yet, else a folder named after the model. */
async function freePlace(folder: Uri, name: string): Promise<Uri> {
  const folderName =
    name
      .split(/[\\/:*?"<>|.\s-]+/)
      .filter((part) => part !== '')
      .join('-') || 'model';
  const candidates = [
    folder,
    ...[folderName, ...Array.from({ length: 98 }, (_, index) => `${folderName}-${index + 2}`)].map(
      (candidate) => Uri.joinPath(folder, candidate),
    ),
  ];
  for (const candidate of candidates) {
    const uri = Uri.joinPath(candidate, MODEL_FILE);
    const exists = await Promise.resolve(workspace.fs.stat(uri)).then(
      () => true,
      () => false,
    );
    if (!exists) {
      return uri;
    }
  }
  throw new Error(l10n.t('There are too many models with this name.'));
}
