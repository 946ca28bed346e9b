import { type Disposable, l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { ImportOutcome } from '../../protocol/documentProtocol';
import { registerCommand } from '../commands';
import { pickModel } from '../pickModel';
import { changedMeanwhile } from '../convert';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';

/** More is no model that a person wrote. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Import Model: files of other tools as a folder of TMG files, and filled rating worksheets as edits. */
export function importModel(services: Services): Disposable[] {
  const { notifier, threads, models } = services;
  return [
    registerCommand('tmg.importModel', notifier, async (chosen?: readonly Uri[], folder?: Uri) => {
      const files = chosen ?? (await window.showOpenDialog(openOptions()));
      if (!files || files.length === 0) {
        return;
      }
      const contents = await Promise.all(files.map((file) => readFile(file)));
      await models.settled();
      const root = models.all.length > 0 ? await modelFor(services, contents) : undefined;
      const outcome = await threads.chainEndpoint.request('importFiles', { root, files: contents });
      await (outcome.kind === 'model' ? writeModel(outcome, folder) : applyWorksheet(outcome));
      const report = await workspace.openTextDocument({ language: 'plaintext', content: outcome.report });
      await window.showTextDocument(report, { preview: true, preserveFocus: true });
    }),
  ];
}

const openOptions = () => ({
  canSelectMany: true,
  title: l10n.t(
    'Import Model: Threat Dragon, OTM, Threagile, .tm7, GraphML, DBC, tables, or rating worksheets',
  ),
  openLabel: l10n.t('Import'),
});

async function readFile(uri: Uri): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const { size } = await workspace.fs.stat(uri);
  if (size > MOST_BYTES) {
    throw new Error(l10n.t('{name} has more than the 50 MB that are read; split it.', { name }));
  }
  return { name, bytes: await workspace.fs.readFile(uri) };
}

/** The model that worksheets are for; files of other tools need none, so nothing is asked for them. */
async function modelFor(
  services: Services,
  files: readonly { readonly name: string }[],
): Promise<string | undefined> {
  const mayBeWorksheets = files.every(({ name }) => /\.(csv|tsv|xlsx)$/i.test(name));
  return mayBeWorksheets ? (await pickModel(services))?.root : undefined;
}

async function writeModel(
  { files }: Extract<ImportOutcome, { kind: 'model' }>,
  given: Uri | undefined,
): Promise<void> {
  if (files.length === 0) {
    void window.showWarningMessage(l10n.t('Nothing could be imported; the report says why.'));
    return;
  }
  const folder =
    given ??
    (
      await window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: l10n.t('Folder for the imported model'),
        openLabel: l10n.t('Import Here'),
      })
    )?.[0];
  if (!folder) {
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { name, text } of files) {
    // A file that is there already is not overwritten: the edit is refused as a whole.
    edit.createFile(Uri.joinPath(folder, name), {
      contents: new TextEncoder().encode(text),
      overwrite: false,
    });
  }
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(l10n.t('Files of a model are in this folder already; choose another one.'));
  }
}

/** Takes over what worksheets say, as one edit that can be undone; the rest of each file stays as it is. */
async function applyWorksheet({ changes }: Extract<ImportOutcome, { kind: 'worksheet' }>): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { path, before, text } of changes) {
    const uri = resourceUri(path);
    if (before === undefined) {
      edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
      continue;
    }
    const document = await workspace.openTextDocument(uri);
    const old = document.getText();
    if (!isSameText(old, before)) {
      throw changedMeanwhile(uri);
    }
    const { start, end, newText } = changedPart(old, text);
    edit.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  if (changes.length > 0 && !(await workspace.applyEdit(edit))) {
    throw new Error(
      l10n.t('The files of the model could not be changed, so nothing was taken over; import it again.'),
    );
  }
}

/** Whether a document holds a text: its line ends are all alike, and it may have been opened in another encoding. */
function isSameText(document: string, text: string): boolean {
  const plain = (one: string): string => one.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return document.includes('\ufffd') || plain(document) === plain(text);
}

/** The one stretch in which two texts differ. */
function changedPart(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly newText: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start++;
  }
  let left = 0;
  const most = Math.min(before.length, after.length) - start;
  while (left < most && before[before.length - 1 - left] === after[after.length - 1 - left]) {
    left++;
  }
  return { start, end: before.length - left, newText: after.slice(start, after.length - left) };
}
