import {
  type CancellationToken,
  type Disposable,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ChainRequests } from '../../protocol/chainProtocol';
import { count } from '../../text/numbers';
import type { TableQuery } from '../../threats/tableQuery';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import { fileName, resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { currentChains } from './computing';

/** Export Threat Table, as CSV and as JSON. */
export function exportTableCommands(services: Services): Disposable[] {
  const { notifier } = services;
  return [
    registerCommand('tmg.exportTableCsv', notifier, (root?: string) => exportTable(services, 'csv', root)),
    registerCommand('tmg.exportTableJson', notifier, (root?: string) => exportTable(services, 'json', root)),
  ];
}

/**
 * Asks where to, and writes the threat table of a model.
 * @param query what of it; everything without one
 */
export async function exportTable(
  services: Services,
  format: 'csv' | 'json',
  root: string | undefined,
  query?: TableQuery,
): Promise<void> {
  const model = await pickModel(services, root);
  if (!model || !(await currentChains(services, model.root))) {
    return;
  }
  const name = `${fileName(model.name)} threats.${format}`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(resourceUri(model.root), name),
    filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
    title: l10n.t('Export Threat Table'),
  });
  if (!target) {
    return;
  }
  const written = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Writing the threat table'),
      cancellable: true,
    },
    (progress, token) =>
      writeTable(services, { root: model.root, format, query }, target, token, (chains) =>
        progress.report({ message: l10n.t('{chains} chains', { chains: count(chains) }) }),
      ),
  );
  if (written) {
    const open = l10n.t('Open');
    const message = l10n.t('The threat table of {model} was written.', { model: model.name });
    if ((await window.showInformationMessage(message, open)) === open) {
      await window.showTextDocument(target);
    }
  }
}

/** Fetches the table piece by piece and writes it; false after a cancel. */
async function writeTable(
  { threads }: Services,
  what: Omit<ChainRequests['table']['params'], 'from'>,
  target: Uri,
  token: CancellationToken,
  onProgress: (chains: number) => void,
): Promise<boolean> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    if (token.isCancellationRequested) {
      return false;
    }
    const { text, next }: { text: string; next: number | undefined } = await threads.chainEndpoint.request(
      'table',
      { ...what, from },
    );
    pieces.push(encoder.encode(text));
    onProgress(next ?? 0);
    from = next;
  }
  await workspace.fs.writeFile(target, Buffer.concat(pieces));
  return true;
}
