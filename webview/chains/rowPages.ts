import { addAll } from '../../src/text/arrays';
/** A stretch of rows. */
export interface RowRange {
  readonly from: number;
  readonly count: number;
}

interface Page<Row> {
  readonly rows: Row[];
  /** Set when the other side has no more, whatever was expected. */
  isDone: boolean;
}

/** Rows of a long list, kept in pages; those used last are kept, the others forgotten. */
export class RowPages<Row> {
  /** The page used last stands last. */
  private readonly pages = new Map<number, Page<Row>>();

  /** @param capacity pages that are kept */
  constructor(
    readonly length: number,
    readonly pageSize: number,
    private readonly capacity: number,
  ) {}

  get(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / this.pageSize))?.rows[index % this.pageSize];
  }

  /** Takes in rows that begin where a page does, or where the rows of a page ended. */
  put(from: number, rows: readonly Row[]): void {
    const number = Math.floor(from / this.pageSize);
    const page = this.pages.get(number) ?? { rows: [], isDone: false };
    if (page.rows.length !== from % this.pageSize) {
      return;
    }
    addAll(page.rows, rows.slice(0, this.sizeOf(number) - page.rows.length));
    page.isDone = rows.length === 0;
    this.touch(number, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > this.capacity && oldest !== undefined) {
      this.pages.delete(oldest);
    }
  }

  /** What is to be fetched first so that a stretch is there; undefined where all of it is. */
  missing({ from, count }: RowRange): RowRange | undefined {
    const last = Math.floor((Math.min(from + count, this.length) - 1) / this.pageSize);
    for (let number = Math.floor(Math.max(0, from) / this.pageSize); number <= last; number++) {
      const page = this.pages.get(number);
      if (page) {
        this.touch(number, page);
      }
      const held = page?.rows.length ?? 0;
      const size = this.sizeOf(number);
      if (held < size && page?.isDone !== true) {
        return { from: number * this.pageSize + held, count: size - held };
      }
    }
    return undefined;
  }

  private sizeOf(number: number): number {
    return Math.min(this.pageSize, this.length - number * this.pageSize);
  }

  private touch(number: number, page: Page<Row>): void {
    this.pages.delete(number);
    this.pages.set(number, page);
  }
}
