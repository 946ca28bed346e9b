import { Endpoint, type MessageChannelEnd } from '../src/protocol/endpoint';
import type { ViewRequests, ViewState } from '../src/protocol/viewProtocol';
import { isViewState } from '../src/protocol/viewGuards';
import type { Nothing, RpcMessage } from '../src/protocol/rpc';

/** What VS Code gives a page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** Asks the host: the extension in VS Code, or the server behind an ordinary browser. */
export type Host = Pick<Endpoint<ViewRequests, Nothing>, 'request'>;

/** What a page has of the world around it. */
export interface PageHost {
  readonly host: Host;
  /** What the page kept when it was there last: of unknown shape, for an older version may have written it. */
  readonly storedState: unknown;
  /** Keeps what is restored after a reload. */
  store(state: unknown): void;
}

/**
 * Connects the page with its host and shows what there is.
 * @param onReady is called once, before the first state
 * @param onState is called with what is to be shown, now and whenever it changes
 */
export async function connect(
  onReady: (page: PageHost) => void,
  onState: (state: ViewState) => void,
): Promise<void> {
  const api = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : browserApi();
  const channel: MessageChannelEnd = {
    postMessage: (message: RpcMessage) => api.postMessage(message),
    on: (_event, listener) => window.addEventListener('message', ({ data }) => listener(data)),
  };
  const take = (state: unknown): void => {
    if (isViewState(state)) {
      onState(state);
    }
  };
  const host = new Endpoint<ViewRequests, Nothing>(channel).serve({}, { state: take });
  onReady({ host, storedState: api.getState() ?? undefined, store: (state) => api.setState(state) });
  take(await host.request('ready', {}));
}

/** Stands for VS Code in an ordinary browser: requests go to the server by HTTP, its events come as a stream. */
function browserApi(): VsCodeApi {
  const dispatch = (data: unknown): void => {
    window.dispatchEvent(new MessageEvent('message', { data }));
  };
  const key = `state of ${location.pathname}`;
  const events = new EventSource('/events');
  events.addEventListener('message', ({ data }: MessageEvent<string>) => dispatch(JSON.parse(data)));
  return {
    postMessage: (message) => {
      void fetch('/rpc', { method: 'POST', body: JSON.stringify(message) })
        .then((response) => response.json())
        .then(dispatch);
    },
    getState: () => JSON.parse(sessionStorage.getItem(key) ?? 'null') as unknown,
    setState: (state) => sessionStorage.setItem(key, JSON.stringify(state)),
  };
}
