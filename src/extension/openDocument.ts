import { type TextDocument, type Uri, workspace } from 'vscode';

/** The document of a resource, where it is open in the editor. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === key && !document.isClosed);
}
