import { type KeptPositions, type LayoutKind, nodeKey, type Positions } from './layout';
import { nodeSize } from './nodeSize';
import type { Scene } from './scene';

const GAP_X = 90;
const GAP_Y = 16;

/**
 * Arranges a scene: the same scene is always arranged the same way, and no two nodes overlap.
 * @param kept where nodes were before; they stay there
 */
export function layoutScene(scene: Scene, kind: LayoutKind, kept?: KeptPositions): Positions {
  const columns = new Map<number, number[]>();
  const last = Math.max(0, ...scene.nodes.map(({ distance }) => distance * 2)) + 2;
  for (const [index, node] of scene.nodes.entries()) {
    const layer =
      (kind === 'facility' ? node.facility * last : 0) +
      (node.distance < 0 ? last : node.distance * 2 - (node.kind === 'component' ? 1 : 0));
    columns.set(layer, [...(columns.get(layer) ?? []), index]);
  }
  const positions = new Array<number>(scene.nodes.length * 2).fill(0);
  let left = 0;
  for (const [, column] of [...columns].sort(([a], [b]) => a - b)) {
    const sizes = column.map((index) => nodeSize(scene.nodes[index] as Scene['nodes'][number]));
    const width = Math.max(...sizes.map((size) => size.width));
    const height = sizes.reduce((sum, size) => sum + size.height + GAP_Y, -GAP_Y);
    let top = -height / 2;
    for (const [place, index] of column.entries()) {
      const size = sizes[place] ?? { width: 0, height: 0 };
      positions[index * 2] = Math.round(left + width / 2);
      positions[index * 2 + 1] = Math.round(top + size.height / 2);
      top += size.height + GAP_Y;
    }
    left += width + GAP_X;
  }
  for (const [index, node] of scene.nodes.entries()) {
    const place = kept?.get(nodeKey(node));
    if (place) {
      [positions[index * 2], positions[index * 2 + 1]] = place;
    }
  }
  return positions;
}
