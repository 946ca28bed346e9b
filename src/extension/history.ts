/** The most steps that can be taken back. */
const MOST_STEPS = 100;

/** Where one has been, to go back and forward like in a browser. */
export class History<Item> {
  private items: Item[] = [];
  private index = -1;

  /** @param isSame whether two items are one place, so that the second is not a step */
  constructor(private readonly isSame: (first: Item, second: Item) => boolean) {}

  get canGoBack(): boolean {
    return this.index > 0;
  }

  get canGoForward(): boolean {
    return this.index < this.items.length - 1;
  }

  /** Goes somewhere new: what was ahead is forgotten. */
  visit(item: Item): void {
    const current = this.items[this.index];
    if (current !== undefined && this.isSame(current, item)) {
      this.items[this.index] = item;
      return;
    }
    this.items = [...this.items.slice(0, this.index + 1), item].slice(-MOST_STEPS);
    this.index = this.items.length - 1;
  }

  /** One step back (-1) or forward (1); undefined at the end. */
  travel(by: -1 | 1): Item | undefined {
    const item = this.items[this.index + by];
    if (item !== undefined) {
      this.index += by;
    }
    return item;
  }
}
