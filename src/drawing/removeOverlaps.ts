import { BoxGrid } from './boxGrid';
import type { Places } from './columns';
import type { Extent } from './layoutGraph';

const PASSES = 30;
const CELL = 100;
/** More rows than any drawing has, so that keys of cells differ. */
const ROWS = 4_194_304;
/** Kept free around each box. */
const MARGIN = 4;

/**
 * Moves boxes until none covers another: overlapping ones push each other apart for some rounds, and what then still
 * is in the way goes to the nearest free place. Coordinates become whole numbers.
 */
export function removeOverlaps(extents: readonly Extent[], { x, y }: Places): void {
  const padded = extents.map(({ left, right, top, bottom }) => ({
    left: left + MARGIN,
    right: right + MARGIN,
    top: top + MARGIN,
    bottom: bottom + MARGIN,
  }));
  for (let pass = 0; pass < PASSES && pushApart(padded, { x, y }); pass++) {
    // Every pass moves boxes.
  }
  const taken = new BoxGrid(CELL);
  const inTheWay: number[] = [];
  for (const [index, extent] of padded.entries()) {
    const [left, top] = [Math.round(x[index] as number), Math.round(y[index] as number)];
    if (taken.isFree(left, top, extent)) {
      taken.add(left, top, extent);
      x[index] = left;
      y[index] = top;
    } else {
      inTheWay.push(index);
    }
  }
  for (const index of inTheWay) {
    const extent = padded[index] as Extent;
    const [left, top] = taken.nearestFree(x[index] as number, y[index] as number, extent);
    taken.add(left, top, extent);
    x[index] = left;
    y[index] = top;
  }
}

/** One round of pushing: each two boxes that overlap share the shorter way out. Whether there were any. */
function pushApart(extents: readonly Extent[], { x, y }: Places): boolean {
  const cells = new Map<number, number[]>();
  let moved = false;
  for (const [index, extent] of extents.entries()) {
    const column = Math.floor(((x[index] as number) - extent.left) / CELL);
    const lastColumn = Math.floor(((x[index] as number) + extent.right) / CELL);
    const row = Math.floor(((y[index] as number) - extent.top) / CELL);
    const lastRow = Math.floor(((y[index] as number) + extent.bottom) / CELL);
    for (let atColumn = column; atColumn <= lastColumn; atColumn++) {
      for (let atRow = row; atRow <= lastRow; atRow++) {
        const key = atColumn * ROWS + atRow;
        const inCell = cells.get(key);
        if (!inCell) {
          cells.set(key, [index]);
          continue;
        }
        for (const other of inCell) {
          moved = pushPair(extents, other, index, { x, y }) || moved;
        }
        inCell.push(index);
      }
    }
  }
  return moved;
}

function pushPair(extents: readonly Extent[], a: number, b: number, { x, y }: Places): boolean {
  const one = extents[a] as Extent;
  const two = extents[b] as Extent;
  const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
  const toRight = ax + one.right - (bx - two.left);
  const toLeft = bx + two.right - (ax - one.left);
  const down = ay + one.bottom - (by - two.top);
  const up = by + two.bottom - (ay - one.top);
  if (toRight <= 0 || toLeft <= 0 || down <= 0 || up <= 0) {
    return false;
  }
  const dx = toRight < toLeft ? toRight : -toLeft;
  const dy = down < up ? down : -up;
  if (Math.abs(dx) < Math.abs(dy)) {
    x[a] = ax - dx / 2;
    x[b] = bx + dx / 2;
  } else {
    y[a] = ay - dy / 2;
    y[b] = by + dy / 2;
  }
  return true;
}
