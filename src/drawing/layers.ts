import type { LayoutGraph } from './layoutGraph';
import { smallest } from '../text/arrays';

/** Units in layers from left to right. */
export type Layers = readonly (readonly number[])[];

/**
 * Number of the layer of each unit, by the distance from the entry points: interfaces and components take turns. An
 * EXT component, where no chain goes, stands outside of the entry it has, or else behind the interface. Units without
 * a way in get none (-Infinity).
 *
 * Where every interface is an entry, distances tell nothing; then no unit has a way in.
 */
export function attackRanks({ scene, units }: LayoutGraph): Float64Array {
  const ranks = new Float64Array(units.length).fill(Number.NEGATIVE_INFINITY);
  const shared = units.filter(({ node }) => scene.nodes[node]?.kind === 'interface');
  if (
    shared.length >= FEW_INTERFACES &&
    shared.every(({ node }) => scene.nodes[node]?.entry === true || scene.nodes[node]?.degree === 0)
  ) {
    return ranks;
  }
  for (const [unit, { node, neighbours }] of units.entries()) {
    const { kind, distance = -1 } = scene.nodes[node] ?? {};
    if (kind === 'component') {
      ranks[unit] = distance > 0 ? distance * 2 - 1 : Number.NEGATIVE_INFINITY;
    } else if (neighbours.some((other) => (scene.nodes[units[other]?.node ?? -1]?.distance ?? -1) > 0)) {
      ranks[unit] = distance * 2;
    }
  }
  for (const [unit, { node, neighbours }] of units.entries()) {
    if (scene.nodes[node]?.shape === 'external') {
      const nearest = smallest(neighbours.map((other) => ranks[other] as number).filter(Number.isFinite));
      ranks[unit] = Number.isFinite(nearest) ? nearest + (nearest === 0 ? -1 : 1) : Number.NEGATIVE_INFINITY;
    }
  }
  return ranks;
}

/** With so few shared interfaces, two layers are a good drawing. */
const FEW_INTERFACES = 7;

/** Connected parts of some of the units, the largest first. */
export function unitParts({ units }: LayoutGraph, members: readonly number[]): number[][] {
  const left = new Set(members);
  const parts: number[][] = [];
  for (const first of members) {
    if (left.delete(first)) {
      const part = [first];
      for (let at = 0; at < part.length; at++) {
        for (const other of units[part[at] as number]?.neighbours ?? []) {
          if (left.delete(other)) {
            part.push(other);
          }
        }
      }
      parts.push(part.sort((a, b) => a - b));
    }
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** Layers of a connected part by the number of steps from a unit at its edge, for parts without a way in. */
export function stepLayers(graph: LayoutGraph, part: readonly number[]): Layers {
  const from = (first: number): number[][] => {
    const seen = new Set([first]);
    const layers: number[][] = [];
    for (let layer = [first]; layer.length > 0; ) {
      layers.push(layer);
      const next: number[] = [];
      for (const unit of layer) {
        for (const other of graph.units[unit]?.neighbours ?? []) {
          if (!seen.has(other) && inPart.has(other)) {
            seen.add(other);
            next.push(other);
          }
        }
      }
      layer = next;
    }
    return layers;
  };
  const inPart = new Set(part);
  // What is farthest from anywhere lies at an edge.
  const [edge = 0] = from(part[0] ?? 0).at(-1) ?? [];
  return from(edge);
}

/** Layers of units with a rank, in the order of ranks. */
export function rankLayers(members: readonly number[], ranks: Float64Array): Layers {
  const layers = new Map<number, number[]>();
  for (const unit of members) {
    const rank = ranks[unit] as number;
    const layer = layers.get(rank);
    if (layer) {
      layer.push(unit);
    } else {
      layers.set(rank, [unit]);
    }
  }
  return [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer);
}
