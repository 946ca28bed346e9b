/** Requests by name: what they take and what they answer. */
export type RequestMap = Readonly<Record<string, { readonly params: unknown; readonly result: unknown }>>;

/** Notifications by name: what they carry. */
export type NotificationMap = Readonly<Record<string, unknown>>;

/** Nothing to ask, or nothing to tell. */
export type Nothing = Readonly<Record<never, never>>;

/** Why a request failed, as a sentence for people. */
export interface RpcFailure {
  readonly message: string;
  /** Details for the log. */
  readonly stack: string | undefined;
}

/** What travels between two threads. */
export type RpcMessage =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: RpcFailure }
  | { readonly kind: 'notification'; readonly method: string; readonly params: unknown };

/** Whether a value has the shape of a message. */
export function isRpcMessage(value: unknown): value is RpcMessage {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { kind, id, method, failure } = value as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'request':
      return typeof id === 'number' && typeof method === 'string';
    case 'result':
      return typeof id === 'number';
    case 'failure':
      return typeof id === 'number' && isFailure(failure);
    case 'notification':
      return typeof method === 'string';
    default:
      return false;
  }
}

function isFailure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { message, stack } = value as Readonly<Record<string, unknown>>;
  return typeof message === 'string' && (stack === undefined || typeof stack === 'string');
}
