import type { Size } from './nodeSize';

/** A box by its centre. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A label that is shown if there is room for it. */
export interface LabelCandidate extends Size {
  /** What the label belongs to: a point that its places are relative to. */
  readonly x: number;
  readonly y: number;
  /** Labels with a higher one are placed first; of equal ones, the first. */
  readonly priority: number;
  /** Centres of the label relative to its point, the best first. */
  readonly offsets: readonly (readonly [dx: number, dy: number])[];
  /** Index of the box that the label may cover; -1 without one. */
  readonly own: number;
}

/** The centre of a label. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Places labels greedily: the most important first, each at the first of its offsets where it covers neither a box
 * other than its own nor a label that is placed already.
 * @returns a place per candidate; undefined for a label without room
 */
export function placeLabels(
  boxes: readonly Box[],
  candidates: readonly LabelCandidate[],
): (LabelPlace | undefined)[] {
  const grid = new LabelGrid([...boxes, ...candidates]);
  for (const [index, { x, y, width, height }] of boxes.entries()) {
    grid.add(x, y, width, height, index);
  }
  const order = Int32Array.from(candidates, (_, index) => index).sort(
    (a, b) => (candidates[b]?.priority ?? 0) - (candidates[a]?.priority ?? 0) || a - b,
  );
  const places = candidates.map((): LabelPlace | undefined => undefined);
  for (const index of order) {
    const { x, y, width, height, offsets, own } = candidates[index] as LabelCandidate;
    for (const [dx, dy] of offsets) {
      if (grid.isFree(x + dx, y + dy, width, height, own)) {
        places[index] = { x: x + dx, y: y + dy };
        grid.add(x + dx, y + dy, width, height, NO_BOX);
        break;
      }
    }
  }
  return places;
}

/** Owner of a placed label: no candidate may cover it. */
const NO_BOX = -2;

const MOST_CELLS = 65_536;
const SMALLEST_CELL = 24;

/** Boxes by the cells of a raster over the area of everything that can be placed; lists in cells are chains in arrays. */
class LabelGrid {
  private readonly left: number;
  private readonly top: number;
  private readonly cell: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly heads: Int32Array;
  /** Per entry of a cell: the box, and the entry after it. */
  private readonly entryBox: number[] = [];
  private readonly entryNext: number[] = [];
  private readonly edges: number[] = [];
  private readonly owners: number[] = [];

  constructor(things: readonly Box[]) {
    let [left, top, right, bottom] = [0, 0, 1, 1];
    let sides = 0;
    for (const [index, { x, y, width, height }] of things.entries()) {
      left = index === 0 ? x : Math.min(left, x);
      top = index === 0 ? y : Math.min(top, y);
      right = index === 0 ? x : Math.max(right, x);
      bottom = index === 0 ? y : Math.max(bottom, y);
      sides += width + height;
    }
    const usual = sides / 2 / Math.max(1, things.length);
    const area = Math.max(1, right - left) * Math.max(1, bottom - top);
    this.cell = Math.max(
      SMALLEST_CELL,
      usual,
      Math.sqrt(area / MOST_CELLS),
      (right - left + bottom - top) / 4096,
    );
    this.left = left;
    this.top = top;
    this.columns = Math.floor((right - left) / this.cell) + 1;
    this.rows = Math.floor((bottom - top) / this.cell) + 1;
    this.heads = new Int32Array(this.columns * this.rows).fill(-1);
  }

  add(x: number, y: number, width: number, height: number, owner: number): void {
    const box = this.owners.length;
    this.owners.push(owner);
    this.edges.push(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    const lastColumn = this.column(x + width / 2);
    const lastRow = this.row(y + height / 2);
    for (let column = this.column(x - width / 2); column <= lastColumn; column++) {
      for (let row = this.row(y - height / 2); row <= lastRow; row++) {
        const cell = row * this.columns + column;
        this.entryBox.push(box);
        this.entryNext.push(this.heads[cell] as number);
        this.heads[cell] = this.entryBox.length - 1;
      }
    }
  }

  isFree(x: number, y: number, width: number, height: number, own: number): boolean {
    const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    const { edges } = this;
    const lastColumn = this.column(right);
    const lastRow = this.row(bottom);
    for (let column = this.column(left); column <= lastColumn; column++) {
      for (let row = this.row(top); row <= lastRow; row++) {
        let entry = this.heads[row * this.columns + column] as number;
        for (; entry >= 0; entry = this.entryNext[entry] as number) {
          const box = this.entryBox[entry] as number;
          const at = box * 4;
          if (
            (edges[at] as number) < right &&
            (edges[at + 2] as number) > left &&
            (edges[at + 1] as number) < bottom &&
            (edges[at + 3] as number) > top &&
            this.owners[box] !== own
          ) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** What lies outside of the raster is in the cells at its edge. */
  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.left) / this.cell)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.top) / this.cell)));
  }
}
