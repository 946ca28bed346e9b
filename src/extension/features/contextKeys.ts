import { commands, type Disposable } from 'vscode';
import type { Services } from '../services';

/** Keys by which commands and welcome views know what works: whether there is a model, a result, a choice. */
export function contextKeys({ models, computations, selection }: Services): Disposable[] {
  const set = (key: string, value: boolean): void => {
    void commands.executeCommand('setContext', `tmg.${key}`, value);
  };
  const update = (): void => {
    set('hasModel', models.all.length > 0);
    set('hasResults', computations.computedRoots.length > 0);
  };
  const updateChoice = (): void => {
    set('hasSelection', selection.chosen?.key !== undefined);
    set('hasChain', selection.chain !== undefined);
    set('canGoBack', selection.canGoBack);
    set('canGoForward', selection.canGoForward);
  };
  update();
  updateChoice();
  return [models.onDidChange(update), computations.onDidChange(update), selection.onDidChange(updateChoice)];
}
