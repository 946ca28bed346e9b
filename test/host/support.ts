import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { TmgApi } from '../../src/extension/extension';
import { until } from '../support/until';

/** Id of the extension. */
export const EXTENSION_ID = 'tmg-workbench.tmg-workbench';

/** The extension, activated and with all files read. */
export async function api(): Promise<TmgApi> {
  const extension = extensions.getExtension<TmgApi>(EXTENSION_ID);
  assert.ok(extension, 'the extension is installed');
  const exported = await extension.activate();
  await exported.loaded;
  return exported;
}

/** The folder that is open. */
export function folder(): Uri {
  const first = workspace.workspaceFolders?.[0];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

/** A file of the folder. */
export function file(path: string): Uri {
  return Uri.joinPath(folder(), path);
}

/** Writes a file of the folder. */
export async function write(path: string, text: string): Promise<Uri> {
  const uri = file(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Removes a file or folder of the folder. */
export async function remove(path: string): Promise<void> {
  await workspace.fs.delete(file(path), { recursive: true });
}

/** Opens a file in an editor. */
export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** Closes all editors; unsaved text is given up. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** The extension's problems of a file. */
export function problems(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'tmg');
}

/** The code of a problem. */
export function codeOf({ code }: Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until a file has exactly the problems with these codes, in any order. */
export async function problemsAre(uri: Uri, codes: readonly string[]): Promise<Diagnostic[]> {
  const wanted = [...codes].sort().join(' ');
  let seen = '';
  return until(() => {
    const found = problems(uri);
    seen = found.map(codeOf).sort().join(' ');
    return seen === wanted && found;
  }, `problems [${wanted}] of ${uri.path}`).catch((error: Error) => {
    throw new Error(`${error.message}; there are [${seen}]`);
  });
}

/** Replaces the first occurrence of a text in a document, unsaved. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  assert.ok(start >= 0, `"${before}" is in the document`);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(start), document.positionAt(start + before.length));
  edit.replace(document.uri, range, after);
  assert.ok(await workspace.applyEdit(edit));
}

/** Position of the first occurrence of a text, `shift` characters in. */
export function at(document: TextDocument, text: string, shift = 0): Position {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `"${text}" is in the document`);
  return document.positionAt(start + shift);
}
