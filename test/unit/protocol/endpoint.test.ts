import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import { isRpcMessage } from '../../../src/protocol/rpc';
import { Endpoint } from '../../../src/protocol/endpoint';

type Requests = {
  readonly double: { readonly params: number; readonly result: number };
  readonly fail: { readonly params: undefined; readonly result: undefined };
  readonly never: { readonly params: undefined; readonly result: undefined };
};
type Notifications = { readonly note: string };

describe('Endpoint', () => {
  let channel: MessageChannel;
  let asking: Endpoint<Requests, Notifications>;
  let notes: string[];

  beforeEach(() => {
    channel = new MessageChannel();
    notes = [];
    new Endpoint(channel.port2).serve(
      {
        double: (value: number) => value * 2,
        fail: () => {
          throw new Error('no such thing');
        },
        never: () => new Promise(() => undefined),
      },
      { note: (text: string) => notes.push(text) },
    );
    asking = new Endpoint<Requests, Notifications>(channel.port1);
  });

  afterEach(() => channel.port1.close());

  it('answers every request with its own result', async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => asking.request('double', value)));
    assert.deepEqual(answers, [2, 4, 6]);
  });

  it('passes failures on, with what they say', async () => {
    await assert.rejects(asking.request('fail', undefined), /no such thing/);
    await assert.rejects(asking.request('toString' as 'fail', undefined), /There is no request toString/);
  });

  it('delivers notifications in order, before what is asked later', async () => {
    asking.notify('note', 'a');
    asking.notify('note', 'b');
    await asking.request('double', 1);
    assert.deepEqual(notes, ['a', 'b']);
  });

  it('lets nothing hang when it is closed', async () => {
    const pending = asking.request('never', undefined);
    asking.close(new Error('the thread ended'));
    await assert.rejects(pending, /the thread ended/);
    await assert.rejects(asking.request('double', 1), /the thread ended/);
  });

  it('ignores what is no message', async () => {
    channel.port2.postMessage('junk');
    channel.port2.postMessage({ kind: 'result', id: 'x' });
    channel.port2.postMessage({ kind: 'failure', id: 1 });
    channel.port2.postMessage({ kind: 'failure', id: 1, failure: { message: 7 } });
    assert.equal(await asking.request('double', 4), 8);
    assert.ok(!isRpcMessage(null) && !isRpcMessage({ kind: 'request', id: 1 }));
    assert.ok(!isRpcMessage({ kind: 'failure', id: 1, failure: { message: 'm', stack: 1 } }));
    assert.ok(isRpcMessage({ kind: 'failure', id: 1, failure: { message: 'm', stack: undefined } }));
  });
});
