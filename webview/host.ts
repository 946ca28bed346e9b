import { Endpoint, type MessageChannelEnd } from '../src/protocol/endpoint';
import type { ViewRequests, ViewEvents, ViewState } from '../src/protocol/viewProtocol';
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

/** Connects the page with its host; `onState` is called now and whenever there is something new to show. */
export async function connect(onState: (state: ViewState) => void): Promise<PageHost> {
  const api = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : browserApi();
  const channel: MessageChannelEnd = {
    postMessage: (message: RpcMessage) => api.postMessage(message),
    on: (_event, listener) => window.addEventListener('message', ({ data }) => listener(data)),
  };
  const endpoint = new Endpoint<ViewRequests, Nothing>(channel).serve(
    {},
    {
      state: (state: ViewEvents['state']) => {
        if (isViewState(state)) {
          onState(state);
        }
      },
    },
  );
  const page: PageHost = {
    host: endpoint,
    storedState: api.getState(),
    store: (state) => api.setState(state),
  };
  return page;
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
