import { l10n, window } from 'vscode';
import type { ModelItem } from '../protocol/languageProtocol';
import { resourcePath } from './resourcePath';
import type { Services } from './services';
import { withoutIcons } from './iconText';

/**
 * The model a command is for: the one named, that of the active editor, the only one, or the user's choice. Undefined
 * where there is none, which is said, or nothing was chosen.
 */
export async function pickModel({ models }: Services, root?: string): Promise<ModelItem | undefined> {
  await models.settled();
  const named = typeof root === 'string' ? models.byRoot(root) : undefined;
  const document = window.activeTextEditor?.document;
  const known = named ?? (document && models.ofPath(resourcePath(document.uri)));
  if (known) {
    return known;
  }
  const [first, ...others] = models.all;
  if (!first) {
    void window.showInformationMessage(
      l10n.t('There are no TMG files here; run "TMG: New Model" to write the first one.'),
    );
    return undefined;
  }
  if (others.length === 0) {
    return first;
  }
  const chosen = await window.showQuickPick(
    models.all.map((model) => ({
      label: withoutIcons(model.name),
      description: withoutIcons(model.root),
      model,
    })),
    { placeHolder: l10n.t('Which model?'), matchOnDescription: true },
  );
  return chosen?.model;
}
