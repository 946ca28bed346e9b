import {
  type CancellationToken,
  type Disposable,
  env,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { DocumentKind } from '../../protocol/documentProtocol';
import { localDay } from '../../text/localDay';
import type { TableQuery } from '../../threats/tableQuery';
import { type CommandId, registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import { refuseModelFile } from '../refuseModelFile';
import { fileName, resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { currentChains } from './computing';

interface DocumentType {
  readonly document: DocumentKind;
  /** Of the file, without a dot; for a worksheet one that makes it a ratings table where it is dropped in. */
  readonly extension: string;
  readonly label: string;
  /** What the file is called after the model. */
  readonly suffix: string;
  readonly needsChains: boolean;
}

/** Export Threat Table, Create Report, Create Rating Worksheet. */
export function documentCommands(services: Services): Disposable[] {
  const register = (id: CommandId, types: () => readonly DocumentType[]): Disposable =>
    registerCommand(id, services.notifier, async (root?: string) => {
      const type = await pickType(types());
      if (type) {
        await saveDocument(services, type, root);
      }
    });
  return [
    register('tmg.exportTable', tableTypes),
    register('tmg.exportTableCsv', () => tableTypes().filter(({ document }) => document === 'csv')),
    register('tmg.exportTableJson', () => tableTypes().filter(({ document }) => document === 'json')),
    register('tmg.createReport', () => [
      {
        document: 'report',
        extension: 'html',
        label: l10n.t('Report'),
        suffix: l10n.t('report'),
        needsChains: true,
      },
    ]),
    register('tmg.createWorksheet', worksheetTypes),
  ];
}

/** Asks where to, and writes what a query leaves of the threat table. */
export async function exportTable(
  services: Services,
  format: 'csv' | 'json',
  root: string,
  query: TableQuery,
): Promise<void> {
  const type = tableTypes().find(({ document }) => document === format);
  if (type) {
    await saveDocument(services, type, root, query);
  }
}

function tableTypes(): readonly DocumentType[] {
  const table = { suffix: l10n.t('threats'), needsChains: true };
  return [
    { ...table, document: 'xlsx', extension: 'xlsx', label: l10n.t('Excel workbook') },
    { ...table, document: 'csv', extension: 'csv', label: 'CSV' },
    { ...table, document: 'json', extension: 'json', label: 'JSON' },
    { ...table, document: 'md', extension: 'md', label: 'Markdown' },
  ];
}

function worksheetTypes(): readonly DocumentType[] {
  const sheet = { suffix: l10n.t('ratings'), needsChains: false };
  return [
    {
      ...sheet,
      document: 'worksheet-csv',
      extension: 'tmg.csv',
      label: l10n.t('CSV: a part of the model as soon as it is in its folder'),
    },
    {
      ...sheet,
      document: 'worksheet-xlsx',
      extension: 'xlsx',
      label: l10n.t('Excel workbook: comes back by Import Model'),
    },
  ];
}

async function pickType(types: readonly DocumentType[]): Promise<DocumentType | undefined> {
  const [first, ...others] = types;
  if (others.length === 0) {
    return first;
  }
  const items = types.map((type) => ({ label: type.label, description: `.${type.extension}`, type }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which format?') }))?.type;
}

async function saveDocument(
  services: Services,
  { document, extension, suffix, label, needsChains }: DocumentType,
  root: string | undefined,
  query?: TableQuery,
): Promise<void> {
  const model = await pickModel(services, root);
  if (!model || (needsChains && !(await currentChains(services, model.root)))) {
    return;
  }
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(resourceUri(model.root), `${fileName(model.name)} ${suffix}.${extension}`),
    filters: { [label.split(':')[0] ?? label]: [extension] },
    title: label,
  });
  if (!target) {
    return;
  }
  const isWritten = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Writing {label}', { label }),
      cancellable: true,
    },
    (progress, token) =>
      writeDocument(services, { root: model.root, document, query }, target, token, (bytes) =>
        progress.report({ message: l10n.t('{size} MB', { size: (bytes / 1e6).toFixed(1) }) }),
      ),
  );
  if (isWritten) {
    const open = l10n.t('Open');
    const message = l10n.t('{file} was written.', { file: workspace.asRelativePath(target) });
    if ((await window.showInformationMessage(message, open)) === open) {
      await openWritten(target, extension);
    }
  }
}

/** Texts open in the editor, all else in the program that the system has for it. */
async function openWritten(target: Uri, extension: string): Promise<void> {
  if (extension === 'html' || extension === 'xlsx') {
    await env.openExternal(target);
  } else {
    await window.showTextDocument(target);
  }
}

/**
 * Fetches a document piece by piece and writes it; false, and nothing written, after a cancel.
 * @throws Error if the target is a file of a model, or would become one that was not asked for
 */
export async function writeDocument(
  { threads }: Pick<Services, 'threads'>,
  what: { readonly root: string; readonly document: DocumentKind; readonly query?: TableQuery | undefined },
  target: Uri,
  token: CancellationToken,
  onProgress: (bytes: number) => void,
): Promise<boolean> {
  await refuseModelFile(target, what.document === 'worksheet-csv');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    if (token.isCancellationRequested) {
      return false;
    }
    const piece: { readonly bytes: Uint8Array; readonly next: number | undefined } =
      await threads.chainEndpoint.request('document', { ...what, date: localDay(new Date()), from });
    pieces.push(piece.bytes);
    size += piece.bytes.length;
    onProgress(size);
    from = piece.next;
  }
  await workspace.fs.writeFile(target, Buffer.concat(pieces));
  return true;
}
