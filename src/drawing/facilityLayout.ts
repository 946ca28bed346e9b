import { BoxGrid } from './boxGrid';
import { arrangeLayers, type Block, type Places } from './columns';
import type { LayoutGraph } from './layoutGraph';
import { orderLayers } from './layerOrder';
import { attackRanks, rankLayers, unitParts, stepLayers } from './layers';
import { packBlocks } from './packBlocks';
import { smallest } from '../text/arrays';

const SHAPE = { best: 1.3, widest: 2.4, longest: 4 };
/** Around what is in a block, where the facility's outline runs with its name on top. */
const BLOCK_PADDING = 20;
const BLOCK_TOP = 36;
const STREET = 70;
const BEST = 1.6;

/**
 * A block for each facility, in rows, those that an attacker reaches first in front. Interfaces that join facilities
 * lie outside of the blocks, near their components.
 */
export function facilityLayout(graph: LayoutGraph): Places {
  const { units, scene } = graph;
  const places = { x: new Float64Array(units.length), y: new Float64Array(units.length) };
  const ranks = attackRanks(graph);
  const facilityOf = units.map(({ node, neighbours }) => {
    const { kind, facility = -1 } = scene.nodes[node] ?? {};
    if (kind === 'component' || neighbours.length === 0) {
      return facility;
    }
    const around = new Set(neighbours.map((other) => scene.nodes[units[other]?.node ?? -1]?.facility ?? -1));
    return around.size === 1 ? ([...around][0] ?? -1) : BETWEEN;
  });
  const members = new Map<number, number[]>();
  for (const [unit, facility] of facilityOf.entries()) {
    members.set(facility, [...(members.get(facility) ?? []), unit]);
  }
  const between = members.get(BETWEEN) ?? [];
  members.delete(BETWEEN);
  const nearest = (inside: readonly number[]): number =>
    smallest(inside.map((unit) => ranks[unit] as number).map((rank) => (Number.isFinite(rank) ? rank : 1e9)));
  const blocks = [...members]
    .map(([facility, inside]) => ({ facility, inside, nearest: nearest(inside) }))
    .sort((a, b) => a.nearest - b.nearest || a.facility - b.facility)
    .map(({ inside }) => blockOf(graph, inside, ranks, places));
  const street = STREET + Math.round(14 * Math.sqrt(between.length / Math.max(1, blocks.length)));
  const gap = street + BLOCK_PADDING + BLOCK_TOP;
  packBlocks(blocks, gap, (width, height) => Math.max(width / BEST, height), places);
  placeBetween(graph, blocks, between, places);
  return places;
}

const BETWEEN = -2;

function blockOf(graph: LayoutGraph, inside: readonly number[], ranks: Float64Array, places: Places): Block {
  const reached = inside.filter((unit) => Number.isFinite(ranks[unit]));
  const others = inside.filter((unit) => !Number.isFinite(ranks[unit]));
  const parts = unitParts(graph, others);
  const layers = [
    ...rankLayers(reached, ranks),
    ...parts.filter((part) => part.length > 1).flatMap((part) => stepLayers(graph, part)),
    ...[parts.filter((part) => part.length === 1).flat()].filter((part) => part.length > 0),
  ];
  return arrangeLayers(graph, orderLayers(graph, layers), SHAPE, places);
}

function placeBetween(
  { units }: LayoutGraph,
  blocks: readonly Block[],
  between: readonly number[],
  { x, y }: Places,
): void {
  const taken = new BoxGrid(120);
  for (const block of blocks) {
    const [first] = block.units;
    if (first !== undefined) {
      const box = boundsOf(units, block.units, { x, y });
      taken.add(box.left, box.top, {
        left: BLOCK_PADDING,
        top: BLOCK_TOP,
        right: box.right - box.left + BLOCK_PADDING,
        bottom: box.bottom - box.top + BLOCK_PADDING,
      });
    }
  }
  for (const unit of between) {
    const { neighbours } = units[unit] as LayoutGraph['units'][number];
    const mean = (axis: Float64Array): number =>
      neighbours.reduce((sum, other) => sum + (axis[other] as number), 0) / neighbours.length;
    const extent = units[unit] as LayoutGraph['units'][number];
    const [left, top] = taken.nearestFree(mean(x), mean(y), extent);
    x[unit] = left;
    y[unit] = top;
    taken.add(left, top, extent);
  }
}

function boundsOf(
  units: LayoutGraph['units'],
  inside: readonly number[],
  { x, y }: Places,
): { left: number; right: number; top: number; bottom: number } {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const unit of inside) {
    const { left, right, top, bottom } = units[unit] as LayoutGraph['units'][number];
    box.left = Math.min(box.left, (x[unit] as number) - left);
    box.right = Math.max(box.right, (x[unit] as number) + right);
    box.top = Math.min(box.top, (y[unit] as number) - top);
    box.bottom = Math.max(box.bottom, (y[unit] as number) + bottom);
  }
  return box;
}
