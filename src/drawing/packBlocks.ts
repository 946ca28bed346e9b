import { type Block, moveBlock, type Places } from './columns';

interface Packing {
  readonly corners: readonly (readonly [x: number, y: number])[];
  readonly width: number;
  readonly height: number;
}

/** Widths that are tried, as multiples of the side of a square with the area of all blocks. */
const TRIED = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 3];

/**
 * Packs blocks into rows, in their order. Small ones stand below each other where the row is high enough for it.
 * @param gap room between blocks
 * @param cost of a width and height: the packing that costs least is taken
 */
export function packBlocks(
  blocks: readonly Block[],
  gap: number,
  cost: (width: number, height: number) => number,
  places: Places,
): void {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  let best: Packing | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const factor of TRIED) {
    const packing = packRows(blocks, gap, factor * Math.sqrt(area));
    const costs = cost(packing.width, packing.height);
    if (costs < lowest) {
      lowest = costs;
      best = packing;
    }
  }
  for (const [index, block] of blocks.entries()) {
    const [x, y] = best?.corners[index] ?? [0, 0];
    moveBlock(block, x, y, places);
  }
}

function packRows(blocks: readonly Block[], gap: number, most: number): Packing {
  const corners: (readonly [number, number])[] = [];
  let top = 0;
  let right = 0;
  let rowHeight = 0;
  let column = { left: 0, width: 0, bottom: 0 };
  for (const { width, height } of blocks) {
    const below = column.bottom + gap;
    if (column.width > 0 && below - top + height <= rowHeight && width <= column.width * 1.2) {
      corners.push([column.left, below]);
      column = { left: column.left, width: Math.max(column.width, width), bottom: below + height };
    } else {
      let left = column.width > 0 ? column.left + column.width + gap : 0;
      if (left > 0 && left + width > most) {
        top += rowHeight + gap;
        rowHeight = 0;
        left = 0;
      }
      corners.push([left, top]);
      column = { left, width, bottom: top + height };
      rowHeight = Math.max(rowHeight, height);
    }
    right = Math.max(right, column.left + column.width);
  }
  return { corners, width: right, height: top + rowHeight };
}
