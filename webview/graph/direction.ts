import type { VisibleGraph } from './visibleGraph';

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The visible node that lies nearest in a direction, as the eye would judge: within 45 degrees first, and what is
 * off the axis counts double. Undefined where there is none.
 */
export function nodeTowards({ nodes }: VisibleGraph, from: number, direction: Direction): number | undefined {
  const origin = nodes[from];
  if (!origin) {
    return undefined;
  }
  const isHorizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let nearest: number | undefined;
  let least = Infinity;
  for (const [index, { x, y }] of nodes.entries()) {
    const along = sign * (isHorizontal ? x - origin.x : y - origin.y);
    const across = Math.abs(isHorizontal ? y - origin.y : x - origin.x);
    if (index === from || along <= 0) {
      continue;
    }
    const distance = along + 2 * across + (across > along ? 10_000 : 0);
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}
