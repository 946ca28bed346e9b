import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { ComputedChains } from '../../protocol/chainProtocol';
import { count, shortProbability } from '../../text/numbers';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import type { Services } from '../services';

/** Compute Attack Chains and Clear Results. */
export function computing(services: Services): Disposable[] {
  const { notifier, computations } = services;
  return [
    registerCommand('tmg.computeChains', notifier, async (root?: string) => {
      const model = await pickModel(services, root);
      if (!model) {
        return;
      }
      const result = await computeWithProgress(services, model.root);
      if (result) {
        await showTable({ preserveFocus: true });
        void window.setStatusBarMessage(summary(result), 10_000);
      }
    }),
    registerCommand('tmg.clearResults', notifier, () => {
      for (const root of computations.computedRoots) {
        computations.clear(root);
      }
    }),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('tmg.sentences')) {
        for (const root of computations.computedRoots) {
          await computations.compute(root).catch(() => undefined);
        }
      }
    }),
  ];
}

/** Brings the chain table to light. Where the editor keeps the focus, VS Code renews its code lenses. */
export async function showTable(options: { readonly preserveFocus?: boolean } = {}): Promise<void> {
  await commands.executeCommand('tmg.table.focus', options);
}

/** A model's chains as its files are now: the known result, or a computation that can be watched and cancelled. */
export async function currentChains(services: Services, root: string): Promise<ComputedChains | undefined> {
  return services.computations.current(root) ?? (await computeWithProgress(services, root));
}

async function computeWithProgress(services: Services, root: string): Promise<ComputedChains | undefined> {
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Computing attack chains'),
      cancellable: true,
    },
    (progress, token) =>
      services.computations.compute(root, token, (found) =>
        progress.report({ message: l10n.t('{found} chains', { found: count(found) }) }),
      ),
  );
}

function summary({ model, total, totalIsLowerBound, worst, milliseconds }: ComputedChains): string {
  const args = {
    model,
    total: count(total),
    worst: worst ? `${shortProbability(worst.probability)} ${worst.rating}` : '-',
    time: Math.round(milliseconds),
  };
  if (totalIsLowerBound && total === 0) {
    return l10n.t('{model}: no attack chain found before the search ended, in {time} ms', args);
  }
  return totalIsLowerBound
    ? l10n.t('{model}: at least {total} attack chains, worst {worst}, in {time} ms', args)
    : l10n.t('{model}: {total} attack chains, worst {worst}, in {time} ms', args);
}
