import type { Box } from './placeLabels';

/** Boxes in a raster that answers how many of them a line crosses. */
export class SegmentGrid {
  private readonly cells = new Map<number, number[]>();
  private readonly left: Float64Array;
  private readonly top: Float64Array;
  private readonly right: Float64Array;
  private readonly bottom: Float64Array;
  /** Number of the line that met a box last, so that it counts once. */
  private readonly met: Int32Array;
  private line = 0;

  /** @param margin by which lines have to keep off the boxes; negative to let them touch */
  constructor(boxes: readonly Box[], margin: number) {
    this.left = Float64Array.from(boxes, ({ x, width }) => x - width / 2 - margin);
    this.right = Float64Array.from(boxes, ({ x, width }) => x + width / 2 + margin);
    this.top = Float64Array.from(boxes, ({ y, height }) => y - height / 2 - margin);
    this.bottom = Float64Array.from(boxes, ({ y, height }) => y + height / 2 + margin);
    this.met = new Int32Array(boxes.length);
    for (const box of boxes.keys()) {
      const lastColumn = Math.floor((this.right[box] as number) / CELL);
      const lastRow = Math.floor((this.bottom[box] as number) / CELL);
      for (let column = Math.floor((this.left[box] as number) / CELL); column <= lastColumn; column++) {
        for (let row = Math.floor((this.top[box] as number) / CELL); row <= lastRow; row++) {
          const inCell = this.cells.get(column * ROWS + row);
          if (inCell) {
            inCell.push(box);
          } else {
            this.cells.set(column * ROWS + row, [box]);
          }
        }
      }
    }
  }

  /** Number of boxes that a line crosses, two boxes aside. Stops at `most`. */
  crossings(path: readonly number[], own: number, other: number, most: number): number {
    this.line++;
    let count = 0;
    for (let at = 0; at + 3 < path.length && count < most; at += 2) {
      const [x0, y0] = [path[at] as number, path[at + 1] as number];
      const [x1, y1] = [path[at + 2] as number, path[at + 3] as number];
      count += this.onSegment(x0, y0, x1, y1, own, other, most - count);
    }
    return count;
  }

  private onSegment(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    own: number,
    other: number,
    most: number,
  ): number {
    let count = 0;
    const [fromX, toX] = x0 < x1 ? [x0, x1] : [x1, x0];
    const slope = x1 === x0 ? 0 : (y1 - y0) / (x1 - x0);
    const lastColumn = Math.floor(toX / CELL);
    for (let column = Math.floor(fromX / CELL); column <= lastColumn; column++) {
      // The part of the segment in this column.
      const enter = Math.max(fromX, column * CELL);
      const leave = Math.min(toX, (column + 1) * CELL);
      const atEnter = slope === 0 ? Math.min(y0, y1) : y0 + (enter - x0) * slope;
      const atLeave = slope === 0 ? Math.max(y0, y1) : y0 + (leave - x0) * slope;
      const lastRow = Math.floor(Math.max(atEnter, atLeave) / CELL);
      for (let row = Math.floor(Math.min(atEnter, atLeave) / CELL); row <= lastRow; row++) {
        for (const box of this.cells.get(column * ROWS + row) ?? []) {
          if (
            box !== own &&
            box !== other &&
            this.met[box] !== this.line &&
            this.meets(box, x0, y0, x1, y1)
          ) {
            this.met[box] = this.line;
            if (++count === most) {
              return count;
            }
          }
        }
      }
    }
    return count;
  }

  /** Whether a segment has a point in a box: the part within its columns and within its rows overlap. */
  private meets(box: number, x0: number, y0: number, x1: number, y1: number): boolean {
    let [from, to] = [0, 1];
    for (const [start, delta, least, most] of [
      [x0, x1 - x0, this.left[box] as number, this.right[box] as number],
      [y0, y1 - y0, this.top[box] as number, this.bottom[box] as number],
    ] as const) {
      if (delta === 0) {
        if (start <= least || start >= most) {
          return false;
        }
      } else {
        const first = (least - start) / delta;
        const second = (most - start) / delta;
        from = Math.max(from, Math.min(first, second));
        to = Math.min(to, Math.max(first, second));
      }
    }
    return from < to;
  }
}

const CELL = 100;
/** More rows than any drawing has, so that keys of cells differ. */
const ROWS = 4_194_304;
