import type { Extent } from './layoutGraph';

/** A grid of boxes that answers whether a place is free, and where the nearest free one is. */
export class BoxGrid {
  private readonly cells = new Map<number, number[]>();
  /** Left, top, right and bottom of each box in turn. */
  private readonly boxes: number[] = [];
  /** The ring in which the last search found a place, by the cell where it began. */
  private readonly rings = new Map<number, number>();

  /** @param cell side of a cell, about as large as a box */
  constructor(private readonly cell: number) {}

  /** Takes a place around a centre. */
  add(x: number, y: number, { left, right, top, bottom }: Extent): void {
    const first = this.boxes.length;
    const box = [x - left, y - top, x + right, y + bottom] as const;
    this.boxes.push(x - left, y - top, x + right, y + bottom);
    this.forEachCell(...box, (key) => {
      const inCell = this.cells.get(key);
      if (inCell) {
        inCell.push(first);
      } else {
        this.cells.set(key, [first]);
      }
      return false;
    });
  }

  /** Whether nothing is there; boxes may touch. */
  isFree(x: number, y: number, { left, right, top, bottom }: Extent): boolean {
    const box = [x - left, y - top, x + right, y + bottom] as const;
    const { boxes } = this;
    const [x0, y0, x1, y1] = box;
    return !this.forEachCell(...box, (key) => {
      const inCell = this.cells.get(key);
      if (inCell) {
        for (const at of inCell) {
          if (
            (boxes[at] as number) < x1 &&
            (boxes[at + 2] as number) > x0 &&
            (boxes[at + 1] as number) < y1 &&
            (boxes[at + 3] as number) > y0
          ) {
            return true;
          }
        }
      }
      return false;
    });
  }

  /** The free place with whole coordinates nearest to a centre, found ring by ring on a raster of `step`. */
  nearestFree(wantedX: number, wantedY: number, extent: Extent, step = 10): readonly [x: number, y: number] {
    const x = Math.round(wantedX);
    const y = Math.round(wantedY);
    if (this.isFree(x, y, extent)) {
      return [x, y];
    }
    // Boxes are only ever added: near where a search began before, what was taken still is.
    const start = Math.floor(x / this.cell) * ROWS + Math.floor(y / this.cell);
    for (let ring = Math.max(1, (this.rings.get(start) ?? 0) - 1); ; ring++) {
      // Far out a coarser raster will do.
      const pitch = step * Math.max(1, Math.floor(ring / FINE_RINGS));
      const radius = Math.round(ring <= FINE_RINGS ? ring * step : (step * ring * ring) / FINE_RINGS);
      for (let offset = 0; offset <= radius; offset += pitch) {
        for (const [dx, dy] of ringPlaces(radius, offset)) {
          if (this.isFree(x + dx, y + dy, extent)) {
            this.rings.set(start, ring);
            return [x + dx, y + dy];
          }
        }
      }
    }
  }

  private forEachCell(
    left: number,
    top: number,
    right: number,
    bottom: number,
    visit: (key: number) => boolean,
  ): boolean {
    const { cell } = this;
    const lastColumn = Math.floor(right / cell);
    const lastRow = Math.floor(bottom / cell);
    for (let column = Math.floor(left / cell); column <= lastColumn; column++) {
      for (let row = Math.floor(top / cell); row <= lastRow; row++) {
        if (visit(column * ROWS + row)) {
          return true;
        }
      }
    }
    return false;
  }
}

/** Rings of the raster itself; those beyond lie ever farther apart. */
const FINE_RINGS = 8;

/** More rows than any drawing has, so that keys of cells differ. */
const ROWS = 4_194_304;

/** The eight places of a square ring that have the same distance from its centre. */
function ringPlaces(radius: number, offset: number): readonly (readonly [dx: number, dy: number])[] {
  return [
    [radius, offset],
    [-radius, offset],
    [offset, radius],
    [offset, -radius],
    [radius, -offset],
    [-radius, -offset],
    [-offset, radius],
    [-offset, -radius],
  ];
}
