import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChainStore } from '../../../src/chains/chainStore';

interface Ranked {
  readonly probability: number;
  readonly rated: number;
  readonly position: number;
}

/** P close together in the last bits, equal ones, and the ends of the scale. */
const probability = fc.oneof(
  fc.constantFrom(10, 6.8, 3.876, 2.63568, 1e-300, 5e-324),
  fc.double({ min: 0, max: 10, noNaN: true }),
  fc.nat(40).map((steps) => 6.8 * (1 + steps * Number.EPSILON)),
);

describe('rank', () => {
  it('orders by P, then by fewer rated steps, then as they were met, and keeps the best', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(probability, fc.integer({ min: 1, max: 9 })), { maxLength: 400 }),
        fc.nat(450),
        (chains, most) => {
          const store = new ChainStore();
          for (const [position, [value, rated]] of chains.entries()) {
            store.addChain(position, position * 8, rated, value);
          }
          const expected = chains
            .map(([value, rated], position): Ranked => ({ probability: value, rated, position }))
            .sort((a, b) => b.probability - a.probability || a.rated - b.rated || a.position - b.position)
            .slice(0, most);
          store.keepBest(most);
          assert.equal(store.chainCount, expected.length);
          const kept = Array.from({ length: store.chainCount }, (_, place): Ranked => {
            assert.equal(store.chainTarget[place], (store.chainNode[place] as number) * 8);
            return {
              probability: store.chainProbability[place] as number,
              rated: store.chainRated[place] as number,
              position: store.chainNode[place] as number,
            };
          });
          assert.deepEqual(kept, expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('orders a hundred thousand scores that all differ', () => {
    const store = new ChainStore();
    for (let position = 0; position < 100_000; position++) {
      store.addChain(position, 0, 1, ((position * 7919) % 100_003) / 10_001);
    }
    store.keepBest(100_000);
    for (let place = 1; place < store.chainCount; place++) {
      assert.ok((store.chainProbability[place - 1] as number) > (store.chainProbability[place] as number));
    }
  });
});
