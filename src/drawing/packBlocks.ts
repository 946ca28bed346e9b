import { type Block, moveBlock, type Places } from './columns';

/**
 * Packs blocks into rows, in their order. Small ones stand below each other where the row is high enough for it.
 * @param limits most width of a row of several blocks, and the room between blocks
 */
export function packBlocks(
  blocks: readonly Block[],
  { width: most, gap }: { readonly width: number; readonly gap: number },
  places: Places,
): void {
  let top = 0;
  let rowHeight = 0;
  let column = { left: 0, width: 0, bottom: 0 };
  for (const block of blocks) {
    const below = column.bottom + gap;
    const fitsBelow =
      column.width > 0 && below - top + block.height <= rowHeight && block.width <= column.width * 1.2;
    if (fitsBelow) {
      moveBlock(block, column.left, below, places);
      const width = Math.max(column.width, block.width);
      column = { left: column.left, width, bottom: below + block.height };
      continue;
    }
    let left = column.width > 0 ? column.left + column.width + gap : 0;
    if (left > 0 && left + block.width > most) {
      top += rowHeight + gap;
      rowHeight = 0;
      left = 0;
    }
    moveBlock(block, left, top, places);
    column = { left, width: block.width, bottom: top + block.height };
    rowHeight = Math.max(rowHeight, block.height);
  }
}
