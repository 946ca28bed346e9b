import type { LayoutGraph } from './layoutGraph';
import type { Layers } from './layers';
import { addAll } from '../text/arrays';

const SWEEPS = 12;

/** Links of each unit of some layers to the units of the layers before and behind its own. */
interface Links {
  readonly before: readonly (readonly number[])[];
  readonly behind: readonly (readonly number[])[];
}

/**
 * Orders the units in each layer so that few edges cross: sweeps from left to right and back put every unit at the
 * mean of its neighbours (the barycentre heuristic of Sugiyama), and the best order met is kept. What is equal keeps
 * the order of the scene.
 */
export function orderLayers(graph: LayoutGraph, layers: Layers): Layers {
  const links = linksOf(graph, layers);
  let best = layers.map((layer) => [...layer]);
  let fewest = Number.POSITIVE_INFINITY;
  for (const start of [byFacility(graph, layers), bySteps(graph, layers)]) {
    let current = start;
    const place = new Float64Array(graph.units.length);
    for (const layer of current) {
      takePlaces(layer, place);
    }
    for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      const crossings = countCrossings(current, links.behind, place);
      if (crossings < fewest) {
        fewest = crossings;
        best = current.map((layer) => [...layer]);
      }
      current = sweepOnce(current, sweep % 2 === 0 ? links.before : links.behind, sweep % 2 === 0, place);
    }
  }
  return best;
}

function linksOf({ units }: LayoutGraph, layers: Layers): Links {
  const layerOf = new Int32Array(units.length).fill(-1);
  for (const [number, layer] of layers.entries()) {
    for (const unit of layer) {
      layerOf[unit] = number;
    }
  }
  const side = (wanted: (other: number, own: number) => boolean): number[][] =>
    units.map(({ neighbours }, unit) =>
      (layerOf[unit] as number) < 0
        ? []
        : neighbours.filter(
            (other) =>
              (layerOf[other] as number) >= 0 && wanted(layerOf[other] as number, layerOf[unit] as number),
          ),
    );
  return {
    before: side((other, own) => other < own),
    behind: side((other, own) => other > own),
  };
}

function byFacility({ scene, units }: LayoutGraph, layers: Layers): number[][] {
  const facility = (unit: number): number => scene.nodes[units[unit]?.node ?? -1]?.facility ?? -1;
  return layers.map((layer) => [...layer].sort((a, b) => facility(a) - facility(b) || a - b));
}

/** In the order in which a walk from the first layer meets the units, depth first. */
function bySteps({ units }: LayoutGraph, layers: Layers): number[][] {
  const met = new Map<number, number>();
  const inLayers = new Set(layers.flat());
  for (const first of layers.flat()) {
    const stack = [first];
    for (let unit = stack.pop(); unit !== undefined; unit = stack.pop()) {
      if (inLayers.has(unit) && !met.has(unit)) {
        met.set(unit, met.size);
        addAll(stack, [...(units[unit]?.neighbours ?? [])].reverse());
      }
    }
  }
  return layers.map((layer) => [...layer].sort((a, b) => (met.get(a) ?? 0) - (met.get(b) ?? 0)));
}

/** Places in a layer are fractions of it, so that long and short layers compare. */
function takePlaces(layer: readonly number[], place: Float64Array): void {
  for (const [index, unit] of layer.entries()) {
    place[unit] = (index + 0.5) / layer.length;
  }
}

function sweepOnce(
  layers: Layers,
  fixed: readonly (readonly number[])[],
  forward: boolean,
  place: Float64Array,
): number[][] {
  const result = layers.map((layer) => [...layer]);
  const inOrder = forward ? result : [...result].reverse();
  const wanted = new Float64Array(place.length);
  for (const layer of inOrder) {
    for (const unit of layer) {
      const links = fixed[unit] as readonly number[];
      let sum = 0;
      for (const other of links) {
        sum += place[other] as number;
      }
      wanted[unit] = links.length > 0 ? sum / links.length : (place[unit] as number);
    }
    layer.sort(
      (a, b) =>
        (wanted[a] as number) - (wanted[b] as number) || (place[a] as number) - (place[b] as number) || a - b,
    );
    takePlaces(layer, place);
  }
  return result;
}

/**
 * Number of pairs of edges that cross between one layer and those behind it, counted as inversions with a tree of
 * sums (Barth, Jünger, Mutzel).
 */
function countCrossings(layers: Layers, behind: readonly (readonly number[])[], place: Float64Array): number {
  let crossings = 0;
  for (const layer of layers) {
    const ends = layer.flatMap((unit) =>
      [...(behind[unit] as readonly number[])].sort((a, b) => (place[a] as number) - (place[b] as number)),
    );
    const ranks = new Map(
      [...new Set(ends)]
        .sort((a, b) => (place[a] as number) - (place[b] as number) || a - b)
        .map((unit, rank) => [unit, rank]),
    );
    const sums = new Int32Array(ranks.size + 1);
    for (const [seen, end] of ends.entries()) {
      const rank = (ranks.get(end) ?? 0) + 1;
      let notAbove = 0;
      for (let at = rank; at > 0; at -= at & -at) {
        notAbove += sums[at] as number;
      }
      crossings += seen - notAbove;
      for (let at = rank; at < sums.length; at += at & -at) {
        sums[at] = (sums[at] as number) + 1;
      }
    }
  }
  return crossings;
}
