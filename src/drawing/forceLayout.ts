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
import type { Extent, LayoutGraph, Unit } from './layoutGraph';
import { removeOverlaps } from './removeOverlaps';
import type { Scene } from './scene';
import { largest, smallest } from '../text/arrays';

interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly unit: number;
  readonly charge: number;
  readonly facility: number;
}

interface Link extends SimulationLinkDatum<Body> {
  readonly source: number;
  readonly target: number;
  readonly length: number;
}

/** From a component to an interface that joins several. */
const LINK_LENGTH = 80;
const COMPONENT_CHARGE = -420;
const INTERFACE_CHARGE = -160;
const FACILITY_STRENGTH = 0.15;
/** Boxes are wider than high, so the drawing is made wider than the forces do. */
const STRETCH = 1.5;
/** Width by height that a drawing should not exceed. */
const WIDEST = 2;
/** So many keep room for the names of all interfaces. */
const FEW_UNITS = 250;
const NAME_ROOM = 1.2;
const PORT_SPACE: Extent = { left: 14, right: 14, top: 14, bottom: 10 };
/** Natural logarithm of 1,000. */
const LN_1000 = 6.907755278982137;
const MOST_TICKS = 300;
const FEWEST_TICKS = 60;
/** Bodies times ticks: bounds the time. */
const WORK = 140_000;

/**
 * Related components attract each other and all push each other off, beginning with the layers; those of a facility
 * keep together. An interface that joins two is only the spring between them, and put in the middle. The simulation
 * draws its random numbers from a generator of its own with a fixed seed, and all bodies have places to begin with, else
 * it would put them on a spiral, whose sines differ from engine to engine. So the result is always and everywhere the same.
 */
export function forceLayout(graph: LayoutGraph): Places {
  const { units, scene } = graph;
  const start = layeredLayout(graph);
  const bodyUnits = [...units.keys()].filter((unit) => !isSpring(graph, unit));
  const spread = spreadOf(start, bodyUnits.length);
  const bodies = bodyUnits.map((unit): Body => {
    const node = scene.nodes[units[unit]?.node ?? -1];
    return {
      unit,
      x: (start.x[unit] as number) * spread.x,
      y: (start.y[unit] as number) * spread.y,
      charge: node?.kind === 'component' ? COMPONENT_CHARGE : INTERFACE_CHARGE,
      facility: node?.facility ?? -1,
    };
  });
  const ticks = Math.round(Math.min(MOST_TICKS, Math.max(FEWEST_TICKS, WORK / Math.max(1, bodies.length))));
  forceSimulation(bodies)
    .stop()
    .alphaDecay(decayOver(ticks))
    .force(
      'link',
      forceLink<Body, Link>(linksOf(graph, bodyUnits)).distance(({ length }) => length),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(({ charge }) => charge)
        .theta(1.2)
        .distanceMax(300),
    )
    .force('x', forceX<Body>(0).strength(0.02))
    .force('y', forceY<Body>(0).strength(0.02))
    .force('facility', towardsFacilities(bodies, scene.facilities.length))
    .tick(ticks);
  return placesOf(graph, bodies);
}

/**
 * Share by which the forces weaken per tick, so that a thousandth of them is left after so many ticks: 1 - 0.001^(1/n),
 * by the series of the exponential function. A power itself differs in its last bits from engine to engine, and those
 * bits move whole layouts.
 * @param ticks at least `FEWEST_TICKS`, where the next term of the series is below 1e-10
 */
function decayOver(ticks: number): number {
  const z = LN_1000 / ticks;
  return z * (1 - (z / 2) * (1 - (z / 3) * (1 - (z / 4) * (1 - (z / 5) * (1 - z / 6)))));
}

/** Whether a unit is an interface that joins just two components. */
function isSpring({ scene, units }: LayoutGraph, unit: number): boolean {
  const { node = -1, neighbours = [] } = units[unit] ?? {};
  return scene.nodes[node]?.kind === 'interface' && neighbours.length === 2;
}

/** Springs between bodies, by their indices; interfaces between the same two components make one. */
function linksOf(graph: LayoutGraph, bodyUnits: readonly number[]): Link[] {
  const bodyOf = new Map(bodyUnits.map((unit, body) => [unit, body]));
  const links = new Map<string, Link>();
  for (const [unit, { neighbours }] of graph.units.entries()) {
    const spring = isSpring(graph, unit);
    const ends = spring
      ? [neighbours]
      : neighbours.filter((other) => bodyOf.has(other) && unit < other).map((other) => [unit, other]);
    for (const [a = -1, b = -1] of ends) {
      const [source, target] = [bodyOf.get(Math.min(a, b)) ?? 0, bodyOf.get(Math.max(a, b)) ?? 0];
      links.set(`${source} ${target}`, { source, target, length: spring ? LINK_LENGTH * 1.6 : LINK_LENGTH });
    }
  }
  return [...links.values()];
}

/** Places of all units from those of the bodies, without overlaps. */
function placesOf({ units, scene }: LayoutGraph, bodies: readonly Body[]): Places {
  const places = { x: new Float64Array(units.length), y: new Float64Array(units.length) };
  const xs = bodies.map(({ x }) => x);
  const ys = bodies.map(({ y }) => y);
  // Forces know no direction: the longer side lies.
  const [along, across] = extent(xs) < extent(ys) ? [ys, xs] : [xs, ys];
  const shape = extent(along) / Math.max(1, extent(across));
  const [stretchX, stretchY] = [between(1, WIDEST / shape, STRETCH), between(1, shape / WIDEST, STRETCH)];
  const room = units.length > FEW_UNITS ? 1 : NAME_ROOM;
  const isBody = new Uint8Array(units.length);
  for (const [body, { unit }] of bodies.entries()) {
    places.x[unit] = (along[body] as number) * stretchX * room;
    places.y[unit] = (across[body] as number) * stretchY * room;
    isBody[unit] = 1;
  }
  for (const [unit, { neighbours }] of units.entries()) {
    const [a, b] = neighbours;
    if (isBody[unit] === 0 && a !== undefined && b !== undefined) {
      places.x[unit] = ((places.x[a] as number) + (places.x[b] as number)) / 2;
      places.y[unit] = ((places.y[a] as number) + (places.y[b] as number)) / 2;
    }
  }
  removeOverlaps(
    units.map((unit) => (units.length > FEW_UNITS ? withoutLabel(scene, unit) : unit)),
    places,
  );
  return places;
}

/** The space of an interface alone; where there are many, their names would drive all apart. */
function withoutLabel(scene: Scene, unit: Unit): Extent {
  return scene.nodes[unit.node]?.kind === 'interface' ? PORT_SPACE : unit;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function extent(values: readonly number[]): number {
  return largest(values) - smallest(values);
}

/** Pulls the bodies of each facility towards their middle. */
function towardsFacilities(bodies: readonly Body[], count: number): (alpha: number) => void {
  const inside = bodies.filter(({ facility }) => facility >= 0);
  const [x, y, size] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (const { facility } of inside) {
    size[facility] = (size[facility] as number) + 1;
  }
  return (alpha) => {
    x.fill(0);
    y.fill(0);
    for (const body of inside) {
      x[body.facility] = (x[body.facility] as number) + body.x / (size[body.facility] as number);
      y[body.facility] = (y[body.facility] as number) + body.y / (size[body.facility] as number);
    }
    for (const body of inside) {
      body.vx = (body.vx ?? 0) + ((x[body.facility] as number) - body.x) * FACILITY_STRENGTH * alpha;
      body.vy = (body.vy ?? 0) + ((y[body.facility] as number) - body.y) * FACILITY_STRENGTH * alpha;
    }
  };
}

/** Scales the layers to about the size that the forces will give the drawing, so that few ticks are enough. */
function spreadOf({ x, y }: Places, count: number): { x: number; y: number } {
  const size = Math.sqrt(count) * LINK_LENGTH;
  return { x: size / largest(x, 1), y: size / largest(y, 1) };
}
