import {
  type CancellationToken,
  type Disposable,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import { count } from '../../text/numbers';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { currentChains } from './computing';

/** Export Threat Table, as CSV and as JSON. */
export function exportTable(services: Services): Disposable[] {
  const { notifier } = services;
  const save = async (format: 'csv' | 'json', root?: string): Promise<void> => {
    const model = await pickModel(services, root);
    if (!model || !(await currentChains(services, model.root))) {
      return;
    }
    const name = `${model.name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'model'} threats.${format}`;
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
        writeTable(services, model.root, format, target, token, (chains) =>
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
  };
  return [
    registerCommand('tmg.exportTableCsv', notifier, (root?: string) => save('csv', root)),
    registerCommand('tmg.exportTableJson', notifier, (root?: string) => save('json', root)),
  ];
}

/** Fetches the table piece by piece and writes it; false after a cancel. */
async function writeTable(
  { threads }: Services,
  root: string,
  format: 'csv' | 'json',
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
      { root, format, from },
    );
    pieces.push(encoder.encode(text));
    onProgress(next ?? 0);
    from = next;
  }
  await workspace.fs.writeFile(target, Buffer.concat(pieces));
  return true;
}
