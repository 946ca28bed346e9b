import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { ChainKey, SelectionKey } from '../../../../src/protocol/selectionKey';
import { Chooser } from '../../../../webview/chains/chooser';
import { rowOf } from './tableOf';

const chain = (number: number): ChainKey => rowOf(number).key;

describe('telling the host what is chosen', () => {
  let told: (SelectionKey | undefined)[];
  let settled: number;
  let chooser: Chooser;
  let answer: () => Promise<undefined>;

  /** Lets promises that are settled call back. */
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    settled = 0;
    answer = () => Promise.resolve(undefined);
    const request = (_method: string, { key }: { readonly key: SelectionKey | undefined }) => {
      told.push(key);
      return answer();
    };
    chooser = new Chooser({ request }, () => {
      settled++;
    });
  });

  afterEach(() => mock.timers.reset());

  it('waits until the user stays on a row, so that holding a key stays quick', () => {
    for (let number = 0; number < 50; number++) {
      chooser.want(chain(number));
      mock.timers.tick(30);
    }
    assert.deepEqual(told, []);
    assert.deepEqual(chooser.shown, chain(49));
    mock.timers.tick(100);
    assert.deepEqual(told, [chain(49)]);
  });

  it('does not wait where something else follows', async () => {
    chooser.want(chain(1));
    await chooser.tell();
    assert.deepEqual(told, [chain(1)]);
    mock.timers.tick(1000);
    assert.deepEqual(told, [chain(1)]);
  });

  it('tells nothing once the user has cleared the choice', () => {
    chooser.want(chain(1));
    chooser.forget();
    mock.timers.tick(1000);
    assert.deepEqual(told, []);
    assert.equal(chooser.shown, undefined);
  });

  it('takes back what the host never confirms', async () => {
    chooser.hear(chain(0));
    chooser.want(chain(1));
    await chooser.tell();
    await turn();
    assert.deepEqual(chooser.shown, chain(1));
    mock.timers.tick(1000);
    assert.deepEqual(chooser.shown, chain(0));
    assert.equal(settled, 1);
  });

  it('takes back what the host refuses', async () => {
    answer = () => Promise.reject(new Error('no such chain'));
    chooser.hear(chain(0));
    chooser.want(chain(1));
    await chooser.tell();
    assert.deepEqual(chooser.shown, chain(0));
    assert.equal(settled, 1);
  });

  it('keeps what the host confirms', async () => {
    chooser.want(chain(1));
    await chooser.tell();
    assert.equal(chooser.hear(chain(1)), false);
    mock.timers.tick(1000);
    assert.deepEqual(chooser.shown, chain(1));
  });
});
