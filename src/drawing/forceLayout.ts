import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';
import type { Places } from './columns';
import { layeredLayout } from './layeredLayout';
import type { LayoutGraph } from './layoutGraph';
import { removeOverlaps } from './removeOverlaps';

interface Body extends SimulationNodeDatum {
  readonly x: number;
  readonly y: number;
  readonly charge: number;
}

const LINK_LENGTH = 70;
/** Boxes are wider than high, so the drawing is made wider than the forces do. */
const STRETCH = 1.5;
const MOST_TICKS = 300;
/** Units times ticks: bounds the time. */
const WORK = 230_000;
const FEWEST_TICKS = 60;

/**
 * Related units attract each other and all push each other off, beginning with the layers. The simulation draws its
 * random numbers from a generator of its own with a fixed seed, so the result is always the same.
 */
export function forceLayout(graph: LayoutGraph): Places {
  const { units } = graph;
  const start = layeredLayout(graph);
  const spread = spreadOf(start, units.length);
  const bodies: Body[] = units.map((unit, index) => ({
    x: (start.x[index] as number) * spread.x,
    y: (start.y[index] as number) * spread.y,
    charge: -(90 + 0.55 * (unit.left + unit.right + 2 * (unit.top + unit.bottom))),
  }));
  const links: SimulationLinkDatum<Body>[] = units.flatMap(({ neighbours }, source) =>
    neighbours.filter((target) => source < target).map((target) => ({ source, target })),
  );
  const ticks = Math.round(Math.min(MOST_TICKS, Math.max(FEWEST_TICKS, WORK / Math.max(1, units.length))));
  forceSimulation(bodies)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force('link', forceLink<Body, SimulationLinkDatum<Body>>(links).distance(LINK_LENGTH))
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(({ charge }) => charge)
        .theta(1.2)
        .distanceMax(300),
    )
    .force('x', forceX<Body>(0).strength(0.02))
    .force('y', forceY<Body>(0).strength(0.03))
    .tick(ticks);
  const places = {
    x: Float64Array.from(bodies, ({ x }) => Math.round(x * STRETCH)),
    y: Float64Array.from(bodies, ({ y }) => Math.round(y)),
  };
  removeOverlaps(units, places);
  return places;
}

/** Scales the layers to about the size that the forces will give the drawing, so that few ticks are enough. */
function spreadOf({ x, y }: Places, count: number): { x: number; y: number } {
  const size = Math.sqrt(count) * LINK_LENGTH;
  return { x: size / Math.max(1, ...x), y: size / Math.max(1, ...y) };
}
