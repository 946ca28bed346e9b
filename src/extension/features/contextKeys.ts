import { commands, type Disposable } from 'vscode';
import type { Services } from '../services';

/** Keys by which commands and welcome views know what works: whether there is a model, and whether there are results. */
export function contextKeys({ models, computations }: Services): Disposable[] {
  const update = (): void => {
    void commands.executeCommand('setContext', 'tmg.hasModel', models.all.length > 0);
    void commands.executeCommand('setContext', 'tmg.hasResults', computations.computedRoots.length > 0);
  };
  update();
  return [models.onDidChange(update), computations.onDidChange(update)];
}
