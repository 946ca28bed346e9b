import {
  Disposable,
  FileType,
  l10n,
  RelativePattern,
  type TextDocument,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { SIZE_LIMITS, formatOf, isTmgFile } from '../workspace/fileKinds';
import { whyNotRead } from '../workspace/discovery';
import { isIgnoredPath } from '../workspace/modelRoots';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { baseName } from '../workspace/paths';
import { systemReason } from '../workspace/unread';
import type { FileContent } from '../workspace/workspaceModels';
import type { Notifier } from './notifier';
import { openDocument } from './openDocument';
import { resourcePath } from './resourcePath';
import type { Threads } from './threads';

/** Names of TMG files as a glob. */
export const TMG_GLOB = '**/*.tmg.{yaml,yml,csv}';

/** How many files are read at once. */
const READ_AT_ONCE = 8;

/** Sends every TMG file of the workspace to the language thread: unsaved text where a file is open, else what is on disk. */
export class WorkspaceFiles implements Disposable {
  private readonly subscriptions: Disposable;
  private readonly sent = new Set<string>();
  /** Files that the user has been told of because they cannot be read. */
  private readonly told = new Set<string>();
  private change = 0;
  private loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly threads: Threads,
    private readonly notifier: Notifier,
  ) {
    const watcher = workspace.createFileSystemWatcher(TMG_GLOB);
    // Where a folder comes or goes, events for the files in it are not certain; both at once is a change.
    const folders = workspace.createFileSystemWatcher('**');
    this.subscriptions = Disposable.from(
      watcher,
      folders,
      folders.onDidCreate((uri) => void this.readFolderBelow(uri)),
      folders.onDidChange((uri) => void this.readFolderBelow(uri)),
      folders.onDidDelete((uri) => this.removeBelow(uri)),
      watcher.onDidCreate((uri) => this.readIfRelevant(uri)),
      watcher.onDidChange((uri) => this.readIfRelevant(uri)),
      workspace.onDidOpenTextDocument((document) => void this.opened(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.sendText(document);
        }
      }),
      workspace.onDidCloseTextDocument((document) => void this.closed(document)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.removeBelow(uri))),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.removeBelow(oldUri);
          void this.readBelow(newUri);
        }
      }),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.sendTops();
        removed.forEach(({ uri }) => this.removeBelow(uri));
        void Promise.all(added.map((folder) => this.readFolder(folder)));
      }),
      threads.onLanguageRestarted(() => void this.load()),
    );
  }

  /** Number of the newest change that was sent. */
  get newestChange(): number {
    return this.change;
  }

  /** Resolves when all files that were there at the start have been sent. */
  get loaded(): Promise<void> {
    return this.loading;
  }

  /** Reads all files of the workspace. */
  load(): Promise<void> {
    this.loading = this.readAll();
    return this.loading;
  }

  private async readAll(): Promise<void> {
    this.sent.clear();
    this.sendTops();
    await Promise.all(workspace.textDocuments.map((document) => this.opened(document)));
    await Promise.all((workspace.workspaceFolders ?? []).map((folder) => this.readFolder(folder)));
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private sendTops(): void {
    const tops = (workspace.workspaceFolders ?? []).map(({ uri }) => resourcePath(uri));
    this.threads.languageEndpoint.notify('tops', { tops });
  }

  private async readFolder(folder: WorkspaceFolder): Promise<void> {
    const pending = (await tmgFiles(folder))
      .filter((uri) => isRelevant(uri) && isTmgFile(uri.path))
      .reverse();
    const readNext = async (): Promise<void> => {
      for (let uri = pending.pop(); uri; uri = pending.pop()) {
        await this.read(uri);
      }
    };
    await Promise.all(Array.from({ length: READ_AT_ONCE }, readNext));
  }

  /** Reads a folder that has come, as when it is moved in or checked out. */
  private async readFolderBelow(uri: Uri): Promise<void> {
    // Most of what comes is files, which have endings and folders have not.
    if (!isRelevant(uri) || baseName(uri.path).includes('.')) {
      return;
    }
    const stat = await Promise.resolve(workspace.fs.stat(uri)).catch(() => undefined);
    if (stat && (stat.type & FileType.Directory) !== 0) {
      for (const file of await tmgFiles(uri)) {
        this.readIfRelevant(file);
      }
    }
  }

  private async readBelow(uri: Uri): Promise<void> {
    if (isTmgFile(uri.path)) {
      this.readIfRelevant(uri);
      return;
    }
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder) {
      await this.readFolder(folder);
    }
  }

  private readIfRelevant(uri: Uri): void {
    if (isRelevant(uri) && isTmgFile(uri.path)) {
      void this.read(uri);
    }
  }

  private async read(uri: Uri): Promise<void> {
    const open = openDocument(uri);
    if (open) {
      this.sendText(open);
      return;
    }
    try {
      const { size, type } = await workspace.fs.stat(uri);
      const refusal = await refusalOf(uri);
      if (refusal !== undefined) {
        this.refuse(uri, refusal);
        return;
      }
      if ((type & FileType.Directory) !== 0) {
        return;
      }
      this.told.delete(uri.toString());
      const path = resourcePath(uri);
      if (size > SIZE_LIMITS[formatOf(path)]) {
        this.send(path, { kind: 'too-large', size });
      } else {
        const bytes = await workspace.fs.readFile(uri);
        // The document may have been opened meanwhile, and then has been sent already.
        if (!openDocument(uri)) {
          this.send(path, { kind: 'bytes', bytes });
        }
      }
    } catch (error) {
      if (await isStillThere(uri)) {
        this.refuse(uri, systemReason(error));
        return;
      }
      this.notifier.log.debug(`Cannot read ${uri.toString()}`, error);
      this.remove(uri);
    }
  }

  /** Leaves a file out of its model, and says so once: what is computed without it is not the whole. */
  private refuse(uri: Uri, reason: string): void {
    this.remove(uri);
    if (!this.told.has(uri.toString())) {
      this.told.add(uri.toString());
      const file = workspace.asRelativePath(uri);
      this.notifier.warning(l10n.t('{file} is not part of its model: {reason}', { file, reason }));
    }
  }

  private async opened(document: TextDocument): Promise<void> {
    if (!isTmgDocument(document)) {
      return;
    }
    this.sendText(document);
    if (!workspace.getWorkspaceFolder(document.uri)) {
      await this.readSiblings(document.uri);
    }
  }

  /** Outside the workspace a model is the files of one folder. */
  private async readSiblings(uri: Uri): Promise<void> {
    const folder = Uri.joinPath(uri, '..');
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries) {
      if (isTmgFile(name) && (type & FileType.Directory) === 0) {
        await this.read(Uri.joinPath(folder, name));
      }
    }
  }

  private async closed(document: TextDocument): Promise<void> {
    if (isTmgDocument(document)) {
      // Unsaved text is gone: what is on disk counts again.
      await this.read(document.uri);
    }
  }

  private sendText(document: TextDocument): void {
    if (isTmgDocument(document)) {
      this.send(resourcePath(document.uri), { kind: 'text', text: document.getText() });
    }
  }

  private send(path: string, content: FileContent): void {
    this.sent.add(path);
    this.threads.languageEndpoint.notify('file', { path, content, change: ++this.change });
  }

  private remove(uri: Uri): void {
    this.removePath(resourcePath(uri));
  }

  private removeBelow(uri: Uri): void {
    const path = resourcePath(uri);
    for (const known of this.sent) {
      if (known === path || known.startsWith(`${path}/`)) {
        this.removePath(known);
      }
    }
  }

  private removePath(path: string): void {
    if (this.sent.delete(path)) {
      this.threads.languageEndpoint.notify('removed', { path, change: ++this.change });
    }
  }
}

/** Why a file is not read, by the rules of the command line; undefined where it is, or is on no disk. */
async function refusalOf(uri: Uri): Promise<string | undefined> {
  if (uri.scheme !== 'file') {
    return undefined;
  }
  const path = uri.fsPath.replaceAll('\\', '/');
  return whyNotRead(
    nodeFileSystem,
    path,
    workspace.getWorkspaceFolder(uri)?.uri.fsPath.replaceAll('\\', '/'),
  );
}

/** Whether something stands at a path, if only a link that leads nowhere. */
async function isStillThere(uri: Uri): Promise<boolean> {
  return uri.scheme === 'file' && (await nodeFileSystem.entryKind(uri.fsPath)) !== undefined;
}

/** TMG files below a folder; none where it has gone meanwhile. */
async function tmgFiles(folder: WorkspaceFolder | Uri): Promise<Uri[]> {
  const pattern = new RelativePattern(folder, TMG_GLOB);
  return Promise.resolve(workspace.findFiles(pattern, '**/node_modules/**')).catch(() => []);
}

/** Whether a document is a TMG file of a file system, not a version of one in a comparison or the like. */
function isTmgDocument({ uri }: TextDocument): boolean {
  return isTmgFile(uri.path) && workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
}

function isRelevant(uri: Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  return !folder || !isIgnoredPath(uri.path.slice(folder.uri.path.length + 1));
}
