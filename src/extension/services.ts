import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { Computations } from './computations';
import { Models } from './models';
import { Notifier } from './notifier';
import { sentencesSetting } from './sentencesSetting';
import { Selection } from './selection';
import { ShownModel } from './shownModel';
import { Threads } from './threads';
import { WorkspaceFiles } from './workspaceFiles';

/** What the features work with. Made once, by `createServices`. */
export interface Services {
  readonly notifier: Notifier;
  readonly threads: Threads;
  readonly files: WorkspaceFiles;
  readonly models: Models;
  readonly computations: Computations;
  readonly selection: Selection;
  readonly shownModel: ShownModel;
  /** Folder of the extension. */
  readonly extension: Uri;
  /** Folder with a page per diagnostic code. */
  readonly rulePages: Uri;
  /** Keeps the state of views between sessions. */
  readonly memento: ExtensionContext['workspaceState'];
}

/** Makes the services; they are disposed with the extension. Nothing is read before `files.load()`. */
export function createServices(context: ExtensionContext): Services {
  const log = window.createOutputChannel('TMG Workbench', { log: true });
  const notifier = new Notifier(log);
  const threads = new Threads(context.asAbsolutePath('dist/thread.js'), notifier);
  const files = new WorkspaceFiles(threads, notifier);
  const models = new Models(threads, files);
  const computations = new Computations(
    threads,
    models,
    () => workspace.getConfiguration('tmg').get('compute.automatic', true),
    sentencesSetting,
  );
  const selection = new Selection(threads, computations, context.workspaceState);
  const shownModel = new ShownModel(models, computations);
  context.subscriptions.push(log, threads, files, models, computations, selection, shownModel);
  const rulePages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  return {
    notifier,
    threads,
    files,
    models,
    computations,
    selection,
    shownModel,
    extension: context.extensionUri,
    rulePages,
    memento: context.workspaceState,
  };
}
