import assert from 'node:assert/strict';
import type { ChainKey, SelectionKey } from '../../../../src/protocol/selectionKey';
import { Choice } from '../../../../webview/chains/choice';

const chain = (name: string): ChainKey => ({ kind: 'chain', path: [name, 'C'], asset: 'a', type: 'S' });
const component: SelectionKey = { kind: 'component', name: 'C' };

describe('a choice in the chain table', () => {
  it('is shown at once, and stays when the host says the same', () => {
    const choice = new Choice();
    choice.want(chain('1'));
    assert.deepEqual(choice.shown, chain('1'));
    assert.deepEqual(choice.tell(), chain('1'));
    assert.equal(choice.hear(chain('1')), false);
    assert.deepEqual(choice.shown, chain('1'));
  });

  it('is told once', () => {
    const choice = new Choice();
    choice.want(chain('1'));
    choice.tell();
    assert.equal(choice.tell(), undefined);
    choice.hear(chain('1'));
    choice.want(chain('1'));
    assert.equal(choice.tell(), undefined);
  });

  it('is not disturbed by the answer to an earlier one', () => {
    const choice = new Choice();
    choice.want(chain('1'));
    choice.tell();
    choice.want(chain('2'));
    assert.equal(choice.hear(chain('1')), false);
    assert.deepEqual(choice.shown, chain('2'));
    assert.deepEqual(choice.tell(), chain('2'));
    assert.equal(choice.hear(chain('2')), false);
    assert.deepEqual(choice.shown, chain('2'));
  });

  it('gives way to one made elsewhere, and says so', () => {
    const choice = new Choice();
    assert.equal(choice.hear(chain('0')), true);
    choice.want(chain('1'));
    assert.equal(choice.hear(component), true);
    assert.deepEqual(choice.shown, component);
    assert.equal(choice.tell(), undefined);
    assert.equal(choice.hear(undefined), true);
    assert.equal(choice.shown, undefined);
  });

  it('stands while the host says again what it said before', () => {
    const choice = new Choice();
    choice.hear(chain('0'));
    choice.want(chain('1'));
    choice.tell();
    assert.equal(choice.hear(chain('0')), false);
    assert.deepEqual(choice.shown, chain('1'));
  });

  it('falls when the host has answered and says something else', () => {
    const choice = new Choice();
    choice.hear(chain('0'));
    choice.want(chain('1'));
    choice.tell();
    choice.settle(chain('1'));
    assert.deepEqual(choice.shown, chain('0'));
  });

  it('that was confirmed is not taken back by its own answer', () => {
    const choice = new Choice();
    choice.want(chain('1'));
    choice.tell();
    choice.hear(chain('1'));
    choice.want(chain('2'));
    choice.settle(chain('1'));
    assert.deepEqual(choice.shown, chain('2'));
  });
});
