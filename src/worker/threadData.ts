import type { MessagePort } from 'node:worker_threads';

/** What a thread is started with. */
export type ThreadData =
  | { readonly role: 'language' }
  | { readonly role: 'layout' }
  | {
      readonly role: 'chains';
      /** Leads to the language thread. */
      readonly source: MessagePort;
      /** One Int32: the newest ticket. */
      readonly cancelFlag: SharedArrayBuffer;
    };
