import { BoxGrid } from './boxGrid';
import { type KeptPositions, nodeKey } from './layout';
import { type Extent, nodeExtent } from './layoutGraph';
import { neighbours } from './path';
import type { Scene, SceneNode } from './scene';
import { addAll } from '../text/arrays';

/**
 * Positions of a scene most of which is where it was: those stay exactly there, and the others are put near the mean
 * of the neighbours that have a place, at the nearest free one.
 * @returns undefined where fewer than a third of the nodes have a place
 */
export function keepPositions(scene: Scene, kept: KeptPositions): number[] | undefined {
  const places = scene.nodes.map((node) => {
    const place = kept.get(nodeKey(node));
    return place?.every(Number.isFinite) ? place : undefined;
  });
  const count = places.filter((place) => place !== undefined).length;
  if (count === 0 || count * 3 < scene.nodes.length) {
    return undefined;
  }
  const beside = neighbours(scene);
  const extents = scene.nodes.map(nodeExtent);
  const taken = new BoxGrid(120);
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    if (place) {
      const extent = extents[index] as Extent;
      taken.add(...place, extent);
      right = Math.max(right, place[0] + extent.right);
      top = Math.min(top, place[1] - extent.top);
    }
  }
  const placed = (node: number): (readonly [number, number])[] =>
    (beside[node] ?? []).flatMap(({ node: other }) => (places[other] ? [places[other]] : []));
  const put = (node: number, x: number, y: number): void => {
    const extent = extents[node] as Extent;
    const place = taken.nearestFree(x, y, extent);
    taken.add(...place, extent);
    places[node] = place;
  };
  // Outwards from what has a place; what hangs together with nothing stands on the right.
  const waiting = new Set([...places.keys()].filter((node) => !places[node]));
  let queue = [...waiting].filter((node) => placed(node).length > 0);
  while (waiting.size > 0) {
    const [first] = waiting;
    if (queue.length === 0 && first !== undefined) {
      waiting.delete(first);
      put(first, right + 160, top + 20);
      queue = nextTo(first);
      continue;
    }
    const next: number[] = [];
    for (const node of queue) {
      if (waiting.delete(node)) {
        const around = placed(node);
        const mean = (axis: 0 | 1): number =>
          around.reduce((sum, place) => sum + place[axis], 0) / around.length;
        put(node, mean(0) + sideOf(scene.nodes[node] as SceneNode, around.length), mean(1));
        addAll(next, nextTo(node));
      }
    }
    queue = next;
  }
  return places.flatMap((place) => place ?? [0, 0]);

  function nextTo(node: number): number[] {
    return (beside[node] ?? []).map(({ node: other }) => other).filter((other) => waiting.has(other));
  }
}

/** An entry lies to the left of the component that has it alone, anything else to the right. */
function sideOf({ entry }: SceneNode, neighbourCount: number): number {
  return neighbourCount > 1 ? 0 : entry ? -70 : 70;
}
