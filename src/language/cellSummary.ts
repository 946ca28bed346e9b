import type { RatingCells } from '../formats/records';
import { STRIDE_TYPES } from '../formats/stride';

const KEYS = [...STRIDE_TYPES, 'all'] as const;

/** Rating cells in a few words, e.g. `T 6.8, E usb-root`; of a vector only that it is one. */
export function cellSummary(cells: RatingCells): string {
  return KEYS.flatMap((key) => {
    const cell = cells[key];
    return cell ? [`${key} ${cell.value.kind === 'vector' ? 'CVSS' : cell.text}`] : [];
  }).join(', ');
}
