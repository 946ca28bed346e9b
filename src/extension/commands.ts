import { CancellationError, commands, type Disposable, l10n } from 'vscode';
import type { Notifier } from './notifier';

/** Ids of the commands that `package.json` lists in the palette, and of those that only views and lenses call. */
export type CommandId =
  | 'tmg.computeChains'
  | 'tmg.showChainsToAsset'
  | 'tmg.showChainsThroughComponent'
  | 'tmg.showChainsFromEntry'
  | 'tmg.showAllChains'
  | 'tmg.groupChains'
  | 'tmg.openChain'
  | 'tmg.showMoreChains'
  | 'tmg.showGraph'
  | 'tmg.showSummary'
  | 'tmg.showTable'
  | 'tmg.clearSelection'
  | 'tmg.previousSelection'
  | 'tmg.nextSelection'
  | 'tmg.copyChain'
  | 'tmg.whyNoChain'
  | 'tmg.rateRelation'
  | 'tmg.editVector'
  | 'tmg.nameVector'
  | 'tmg.adviseLength'
  | 'tmg.exportTable'
  | 'tmg.createReport'
  | 'tmg.createWorksheet'
  | 'tmg.importModel'
  | 'tmg.exportTableCsv'
  | 'tmg.exportTableJson'
  | 'tmg.newModel'
  | 'tmg.validateModel'
  | 'tmg.clearResults'
  | 'tmg.revealInFile'
  | 'tmg.openLog';

/** Registers a command; what its handler throws is shown and logged, a cancel is not. */
export function registerCommand(
  id: CommandId,
  notifier: Notifier,
  handler: (...args: never[]) => unknown,
): Disposable {
  return commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await handler(...(args as never[]));
    } catch (error) {
      if (!(error instanceof CancellationError)) {
        const reason = error instanceof Error ? error.message : String(error);
        notifier.error(l10n.t('TMG: {reason}', { reason }), error);
      }
      return undefined;
    }
  });
}
