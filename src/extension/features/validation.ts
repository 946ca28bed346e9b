import { commands, type Disposable, l10n, window } from 'vscode';
import { plural } from '../../text/numbers';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import type { Services } from '../services';

/** Validate Model: reads all files again and shows what is wrong. */
export function validation(services: Services): Disposable[] {
  const { notifier, files, models } = services;
  return [
    registerCommand('tmg.openLog', notifier, () => notifier.log.show()),
    registerCommand('tmg.validateModel', notifier, async (root?: string) => {
      const model = await pickModel(services, root);
      if (!model) {
        return;
      }
      await files.load();
      const { name, errors, warnings } = models.byRoot(model.root) ?? model;
      if (errors + warnings === 0) {
        void window.showInformationMessage(l10n.t('{name}: no errors and no warnings.', { name }));
        return;
      }
      await commands.executeCommand('workbench.actions.view.problems');
      void window.setStatusBarMessage(
        `${name}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
        10_000,
      );
    }),
  ];
}
