import { type Disposable, type Uri, Uri as Uris, type Webview } from 'vscode';
import { Endpoint, type RequestHandlers } from '../../protocol/endpoint';
import type { Nothing } from '../../protocol/rpc';
import type { PageName, ViewEvents, ViewRequests } from '../../protocol/viewProtocol';
import { pageHtml } from './pageHtml';

/** Fills a webview with a page and answers what it asks. */
export class Page {
  private readonly endpoint: Endpoint<Nothing, ViewEvents>;

  /** @param extension folder of the extension */
  constructor(
    webview: Webview,
    page: PageName,
    extension: Uri,
    requests: RequestHandlers<ViewRequests>,
    private readonly isVisible: () => boolean,
    subscriptions: Disposable[],
  ) {
    const folder = Uris.joinPath(extension, 'dist', 'webview');
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    this.endpoint = new Endpoint<Nothing, ViewEvents>({
      postMessage: (message) => void webview.postMessage(message),
      on: (_event, listener) => subscriptions.push(webview.onDidReceiveMessage(listener)),
    }).serve(requests);
    webview.html = pageHtml(page, {
      base: webview.asWebviewUri(folder).toString(),
      cspSource: webview.cspSource,
    });
  }

  /** Tells the page what to show; a hidden page asks for it when it is shown again. */
  show(state: ViewEvents['state']): void {
    if (this.isVisible()) {
      this.endpoint.notify('state', state);
    }
  }
}
