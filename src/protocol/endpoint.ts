import { isRpcMessage, type NotificationMap, type RequestMap, type RpcMessage } from './rpc';

/** The end of a channel: a worker, its parent port, a message port, or a page. */
export interface MessageChannelEnd {
  postMessage(message: RpcMessage): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Answers to requests, by name. A thrown error is answered as a failure. */
export type RequestHandlers<Requests extends RequestMap> = {
  readonly [Method in keyof Requests]: (
    params: Requests[Method]['params'],
  ) => Requests[Method]['result'] | Promise<Requests[Method]['result']>;
};

/** What is done on notifications, by name. */
export type NotificationHandlers<Notifications extends NotificationMap> = {
  readonly [Method in keyof Notifications]: (params: Notifications[Method]) => void;
};

/** Asks the other side. */
export interface Requester<Requests extends RequestMap> {
  /** Rejects with an Error if the other side fails or ends; never hangs. */
  request<Method extends keyof Requests & string>(
    method: Method,
    params: Requests[Method]['params'],
  ): Promise<Requests[Method]['result']>;
}

/** Tells the other side. */
export interface Notifier<Notifications extends NotificationMap> {
  notify<Method extends keyof Notifications & string>(method: Method, params: Notifications[Method]): void;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

type AnyHandler = (params: unknown) => unknown;

/** Both directions of a typed channel between two threads. */
export class Endpoint<Requests extends RequestMap, Notifications extends NotificationMap>
  implements Requester<Requests>, Notifier<Notifications>
{
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();
  private closedBy: Error | undefined;
  private requests: Readonly<Record<string, unknown>> = {};
  private notifications: Readonly<Record<string, unknown>> = {};

  constructor(private readonly channel: MessageChannelEnd) {
    channel.on('message', (message) => this.receive(message));
  }

  /** Sets what answers the other side. */
  serve(requests: object, notifications: object = {}): this {
    this.requests = requests as Readonly<Record<string, unknown>>;
    this.notifications = notifications as Readonly<Record<string, unknown>>;
    return this;
  }

  request<Method extends keyof Requests & string>(
    method: Method,
    params: Requests[Method]['params'],
  ): Promise<Requests[Method]['result']> {
    if (this.closedBy) {
      return Promise.reject(this.closedBy);
    }
    const id = this.nextId++;
    return new Promise<Requests[Method]['result']>((resolve, reject) => {
      this.pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      this.channel.postMessage({ kind: 'request', id, method, params });
    });
  }

  notify<Method extends keyof Notifications & string>(method: Method, params: Notifications[Method]): void {
    if (!this.closedBy) {
      this.channel.postMessage({ kind: 'notification', method, params });
    }
  }

  /** Rejects everything that is still asked for, and all that will be. */
  close(reason: Error): void {
    this.closedBy = reason;
    for (const { reject } of this.pending.values()) {
      reject(reason);
    }
    this.pending.clear();
  }

  private receive(message: unknown): void {
    if (!isRpcMessage(message)) {
      return;
    }
    switch (message.kind) {
      case 'request':
        void this.answer(message.id, message.method, message.params);
        return;
      case 'notification':
        handlerOf(this.notifications, message.method)?.(message.params);
        return;
      case 'result':
        this.take(message.id)?.resolve(message.result);
        return;
      case 'failure': {
        const error = new Error(message.failure.message);
        error.stack = message.failure.stack ?? error.stack ?? '';
        this.take(message.id)?.reject(error);
      }
    }
  }

  private async answer(id: number, method: string, params: unknown): Promise<void> {
    try {
      const handler = handlerOf(this.requests, method);
      if (!handler) {
        throw new Error(`There is no request ${method}`);
      }
      this.channel.postMessage({ kind: 'result', id, result: await handler(params) });
    } catch (error) {
      const failure =
        error instanceof Error
          ? { message: error.message, stack: error.stack }
          : { message: String(error), stack: undefined };
      this.channel.postMessage({ kind: 'failure', id, failure });
    }
  }

  private take(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }
}

function handlerOf(handlers: Readonly<Record<string, unknown>>, method: string): AnyHandler | undefined {
  const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
  return typeof handler === 'function' ? (handler as AnyHandler) : undefined;
}
