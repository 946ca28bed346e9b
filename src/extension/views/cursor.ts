import {
  type Disposable,
  EventEmitter,
  type Memento,
  type TextEditor,
  TextEditorSelectionChangeKind,
  window,
} from 'vscode';
import type { SelectionKey } from '../../protocol/selectionKey';
import { isTmgFile } from '../../workspace/fileKinds';
import { fromPosition } from '../convert';
import { resourcePath } from '../resourcePath';
import type { Threads } from '../threads';

/** How long the cursor must rest before it is asked what it is on, in milliseconds. */
const REST_MS = 100;
const FOLLOW_KEY = 'graph.followCursor';

/** What the cursor in a text is on, for the graph to show. */
export class Cursor implements Disposable {
  private readonly changedEmitter = new EventEmitter<void>();
  private readonly subscription: Disposable;
  private timer: NodeJS.Timeout | undefined;
  private found: { readonly root: string; readonly key: SelectionKey } | undefined;

  readonly onDidChange = this.changedEmitter.event;

  constructor(
    private readonly threads: Threads,
    private readonly memento: Memento,
  ) {
    this.subscription = window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Where a command moves the cursor, as when a chain's line is opened, the user is not looking for a name.
      if (kind !== undefined && kind !== TextEditorSelectionChangeKind.Command && this.isFollowed) {
        this.rest(textEditor);
      }
    });
  }

  get isFollowed(): boolean {
    return this.memento.get(FOLLOW_KEY, true);
  }

  get place(): { readonly root: string; readonly key: SelectionKey } | undefined {
    return this.found;
  }

  async follow(follow: boolean): Promise<void> {
    await this.memento.update(FOLLOW_KEY, follow);
    this.take(undefined);
    if (follow && window.activeTextEditor) {
      this.rest(window.activeTextEditor);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changedEmitter.dispose();
  }

  private rest(editor: TextEditor): void {
    clearTimeout(this.timer);
    if (isTmgFile(editor.document.uri.path)) {
      this.timer = setTimeout(() => void this.ask(editor).catch(() => undefined), REST_MS);
    }
  }

  private async ask({ document, selection }: TextEditor): Promise<void> {
    const target = await this.threads.languageEndpoint.request('target', {
      path: resourcePath(document.uri),
      position: fromPosition(selection.active),
    });
    this.take(target?.key && { root: target.root, key: target.key });
  }

  private take(found: { readonly root: string; readonly key: SelectionKey } | undefined): void {
    if (this.found !== found) {
      this.found = found;
      this.changedEmitter.fire();
    }
  }
}
