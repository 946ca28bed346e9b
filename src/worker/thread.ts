import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ChainEvents, ModelSourceRequests } from '../protocol/chainProtocol';
import type { LanguageEvents } from '../protocol/languageProtocol';
import type { Nothing } from '../protocol/rpc';
import { ChainServer } from './chainServer';
import { Endpoint } from '../protocol/endpoint';
import { LanguageServer } from './languageServer';
import { layoutServer } from './layoutServer';
import type { ThreadData } from './threadData';

/** Entry of all threads: which one it is stands in the worker's data. */
function main(host: MessagePort, data: ThreadData): void {
  if (data.role === 'language') {
    const endpoint = new Endpoint<Nothing, LanguageEvents>(host);
    const server = new LanguageServer(endpoint, setImmediate);
    endpoint.serve(server.requests, server.notifications);
    // Each chain thread comes with a port of its own.
    host.on('message', (message: unknown) => {
      const port = (message as { readonly chainPort?: MessagePort } | undefined)?.chainPort;
      if (port) {
        new Endpoint<Nothing, Nothing>(port).serve(server.source);
      }
    });
    return;
  }
  if (data.role === 'layout') {
    new Endpoint<Nothing, Nothing>(host).serve(layoutServer);
    return;
  }
  const flag = new Int32Array(data.cancelFlag);
  const source = new Endpoint<ModelSourceRequests, Nothing>(data.source);
  const endpoint = new Endpoint<Nothing, ChainEvents>(host);
  endpoint.serve(new ChainServer(source, endpoint, () => Atomics.load(flag, 0)));
}

if (parentPort) {
  main(parentPort, workerData as ThreadData);
}
