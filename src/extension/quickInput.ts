import { QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** How a step of a multi-step pick ended. */
export type Step<Value> =
  | { readonly kind: 'chosen'; readonly value: Value }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' };

/** What a pick shows around its items. */
export interface PickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Number of this step, from 1, and of all steps. */
  readonly step?: readonly [step: number, total: number];
  readonly canGoBack?: boolean;
}

/** Lets the user choose one of some values; tells whether they go back instead. */
export function pickOne<Value>(
  items: readonly (QuickPickItem & { readonly value: Value })[],
  { title, placeholder, step, canGoBack = false }: PickOptions,
): Promise<Step<Value>> {
  const pick = window.createQuickPick<QuickPickItem & { readonly value: Value }>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = canGoBack;
  if (step) {
    [pick.step, pick.totalSteps] = step;
  }
  if (canGoBack) {
    pick.buttons = [QuickInputButtons.Back];
  }
  return new Promise<Step<Value>>((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) {
        resolve({ kind: 'chosen', value: item.value });
        pick.hide();
      }
    });
    pick.onDidTriggerButton(() => {
      resolve({ kind: 'back' });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve({ kind: 'cancelled' });
      pick.dispose();
    });
    pick.show();
  });
}
