import { randomFrom } from '../support/mutations';

/** Choices that repeat for a seed. */
export class Choices {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  /** A whole number from 0 to `limit`, without it. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  /** True about this often. */
  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** One of some things. */
  of<Item>(items: readonly [Item, ...Item[]]): Item;
  of<Item>(items: readonly Item[]): Item | undefined;
  of<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }
}
