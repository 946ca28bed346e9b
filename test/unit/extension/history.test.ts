import assert from 'node:assert/strict';
import fc from 'fast-check';
import { History } from '../../../src/extension/history';

const numbers = (): History<number> => new History<number>((first, second) => first === second);

describe('the history of choices', () => {
  it('goes back and forward to where one has been', () => {
    const history = numbers();
    [1, 2, 3].forEach((item) => history.visit(item));
    assert.deepEqual([history.travel(-1), history.travel(-1), history.travel(-1)], [2, 1, undefined]);
    assert.deepEqual([history.travel(1), history.travel(1), history.travel(1)], [2, 3, undefined]);
  });

  it('forgets what was ahead when one goes somewhere new, and does not count staying', () => {
    const history = numbers();
    [1, 2, 2, 3].forEach((item) => history.visit(item));
    assert.equal(history.travel(-1), 2);
    history.visit(4);
    assert.equal(history.canGoForward, false);
    assert.equal(history.travel(-1), 2);
    assert.equal(history.travel(-1), 1);
    assert.equal(history.canGoBack, false);
  });

  it('behaves like a browser, compared with two stacks', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(5), fc.constantFrom(-1, -2)), { maxLength: 60 }), (steps) => {
        const history = numbers();
        const back: number[] = [];
        const ahead: number[] = [];
        for (const step of steps) {
          if (step >= 0) {
            history.visit(step);
            if (back.at(-1) !== step) {
              back.push(step);
              ahead.length = 0;
            }
          } else if (step === -1) {
            const expected = back.length > 1;
            assert.equal(history.canGoBack, expected);
            if (expected) {
              ahead.push(back.pop() as number);
            }
            assert.equal(history.travel(-1), expected ? back.at(-1) : undefined);
          } else {
            const next = ahead.pop();
            assert.equal(history.travel(1), next);
            if (next !== undefined) {
              back.push(next);
            }
          }
        }
      }),
    );
  });

  it('keeps a limited number of steps', () => {
    const history = numbers();
    for (let item = 0; item < 1000; item++) {
      history.visit(item);
    }
    let steps = 0;
    while (history.travel(-1) !== undefined) {
      steps++;
    }
    assert.equal(steps, 99);
  });
});
