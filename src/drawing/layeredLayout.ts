import { arrangeLayers, type Block, moveBlock, type Places } from './columns';
import type { LayoutGraph } from './layoutGraph';
import { orderLayers } from './layerOrder';
import { attackRanks, rankLayers, stepLayers, unitParts } from './layers';
import { packBlocks } from './packBlocks';

const SHAPE = { best: 1.45, widest: 2.2, longest: 3.5 };
const APART = 120;
const GAP = 50;

/**
 * Layers of attack from left to right. What has no way in follows on the right, apart: each connected part in layers
 * of its own, and what has no relation at all as a grid.
 */
export function layeredLayout(graph: LayoutGraph): Places {
  const { units } = graph;
  const places = { x: new Float64Array(units.length), y: new Float64Array(units.length) };
  const ranks = attackRanks(graph);
  const numbers = [...units.keys()];
  const reached = numbers.filter((unit) => Number.isFinite(ranks[unit]));
  const main = arrangeLayers(graph, orderLayers(graph, rankLayers(reached, ranks)), SHAPE, places);
  const parts = unitParts(
    graph,
    numbers.filter((unit) => !Number.isFinite(ranks[unit])),
  );
  const blocks = partBlocks(graph, parts, places);
  const before = reached.length > 0 ? main.width + APART : 0;
  packBlocks(
    blocks,
    GAP,
    (width, height) => Math.max((before + width) / SHAPE.best, height, main.height),
    places,
  );
  for (const block of blocks) {
    moveBlock(block, before, 0, places);
  }
  return places;
}

/** A block for every part of several units, and one for all that stand alone. */
function partBlocks(graph: LayoutGraph, parts: readonly (readonly number[])[], places: Places): Block[] {
  const joined = parts.filter((part) => part.length > 1);
  const alone = parts.filter((part) => part.length === 1).flat();
  const blocks = joined.map((part) =>
    arrangeLayers(graph, orderLayers(graph, stepLayers(graph, part)), SHAPE, places),
  );
  return alone.length > 0 ? [...blocks, arrangeLayers(graph, [alone], SHAPE, places)] : blocks;
}
