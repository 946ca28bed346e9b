import type { Places } from './columns';
import { facilityLayout } from './facilityLayout';
import { forceLayout } from './forceLayout';
import { keepPositions } from './keepPositions';
import { layeredLayout } from './layeredLayout';
import type { KeptPositions, LayoutKind, Positions } from './layout';
import { layoutGraph, type LayoutGraph } from './layoutGraph';
import type { Scene } from './scene';

const LAYOUTS: Readonly<Record<LayoutKind, (graph: LayoutGraph) => Places>> = {
  layered: layeredLayout,
  facility: facilityLayout,
  force: forceLayout,
};

/**
 * Arranges a scene: the same scene is always arranged the same way, no two boxes overlap, and all coordinates are
 * whole numbers.
 * @param kept where nodes were before; they stay there, unless fewer than a third of the nodes were anywhere
 */
export function layoutScene(scene: Scene, kind: LayoutKind, kept?: KeptPositions): Positions {
  const before = kept && keepPositions(scene, kept);
  if (before) {
    return before;
  }
  const graph = layoutGraph(scene);
  const { x, y } = LAYOUTS[kind](graph);
  const positions = Array.from({ length: scene.nodes.length * 2 }, () => 0);
  for (const [index, { node, ports }] of graph.units.entries()) {
    const left = Math.round(x[index] as number);
    const top = Math.round(y[index] as number);
    positions[node * 2] = left;
    positions[node * 2 + 1] = top;
    for (const { node: port, dx, dy } of ports) {
      positions[port * 2] = left + dx;
      positions[port * 2 + 1] = top + dy;
    }
  }
  return positions;
}
