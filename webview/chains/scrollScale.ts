/** What a browser surely scrolls: elements above about 33 million px, less on fine screens, are cut off. */
export const MOST_HEIGHT = 8_000_000;

/**
 * Maps where the scroll bar stands to where the rows are. They are the same, in px, as long as all rows together are no
 * higher than a browser allows; above that the scroll bar is scaled.
 */
export class ScrollScale {
  /** Height of all rows. */
  readonly full: number;
  /** Height of what is scrolled. */
  readonly height: number;
  private readonly factor: number;

  /** @param view height of the part that is seen */
  constructor(
    lines: number,
    readonly lineHeight: number,
    readonly view: number,
    most = MOST_HEIGHT,
  ) {
    this.full = lines * lineHeight;
    this.height = Math.min(this.full, most);
    const range = this.height - view;
    this.factor = range > 0 ? (this.full - view) / range : 1;
  }

  /** Whether the scroll bar is scaled. */
  get isScaled(): boolean {
    return this.height < this.full;
  }

  /** The furthest that rows can be scrolled. */
  get most(): number {
    return Math.max(0, this.full - this.view);
  }

  /** Distance of the view from the first row, for a place of the scroll bar; whole px where that is scaled. */
  topOf(scrolled: number): number {
    return this.bounded(this.isScaled ? Math.round(scrolled * this.factor) : scrolled);
  }

  /** Place of the scroll bar for a distance from the first row. */
  scrolledOf(top: number): number {
    return this.isScaled ? this.bounded(top) / this.factor : this.bounded(top);
  }

  bounded(top: number): number {
    return Math.min(this.most, Math.max(0, top));
  }

  /** The least scrolling by which a line is seen whole, from where the view is. */
  nearest(line: number, top: number): number {
    const start = line * this.lineHeight;
    return this.bounded(Math.max(start + this.lineHeight - this.view, Math.min(start, top)));
  }

  /** Puts a line into the middle of the view, unless it is seen as it is. */
  centred(line: number, top: number): number {
    return this.nearest(line, top) === top
      ? top
      : this.bounded(line * this.lineHeight - (this.view - this.lineHeight) / 2);
  }

  /** The lines of which something is seen, `end` exclusive. */
  seen(top: number): { readonly first: number; readonly end: number } {
    const lines = Math.round(this.full / this.lineHeight);
    return {
      first: Math.max(0, Math.floor(top / this.lineHeight)),
      end: Math.min(lines, Math.ceil((top + this.view) / this.lineHeight)),
    };
  }
}
