import type { LayoutGraph, Unit } from './layoutGraph';
import type { Layers } from './layers';
import { largest } from '../text/arrays';

/** Centres of all units of a graph. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Some units that lie together, within a box whose upper left corner is at 0, 0 until it is moved. */
export interface Block {
  readonly units: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** The shape that a block should have, as width by height. */
export interface BlockShape {
  readonly best: number;
  /** Rows are moved apart so that it does not become wider. */
  readonly widest: number;
  /** What would still be wider than this is broken into bands. */
  readonly longest: number;
}

const GAP_Y = 14;
/** What gaps grow to where a drawing would be too flat. */
const MOST_GAP_Y = 110;
const GAP_IN_LAYER = 26;
const GAP_BETWEEN_BANDS = 70;
/** What is no wider is never broken, however flat it is. */
const ONE_LOOK = 1400;
const SWEEPS = 8;

/** A column of units, one below the other. */
interface Column {
  readonly units: readonly number[];
  readonly layer: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Gives ordered layers coordinates, as columns from left to right. A layer that is too tall becomes several columns;
 * too many columns become several bands, of which every second runs from right to left, so that what follows each
 * other stays near.
 */
export function arrangeLayers(graph: LayoutGraph, layers: Layers, shape: BlockShape, places: Places): Block {
  const layerOf = layerNumbers(graph, layers);
  const gaps = layerGaps(graph, layers, layerOf);
  const tallest = largest(
    layers.map((layer) => stackHeight(graph.units, layer, GAP_Y)),
    0,
  );
  let limit = tallest;
  let columns = splitLayers(graph, layers, layerOf, limit);
  // Narrower than wanted: fold tall layers.
  while (limit > 80 && bandWidth(columns, gaps) / limit < shape.best) {
    limit *= 0.93;
    columns = splitLayers(graph, layers, layerOf, limit);
  }
  const width = bandWidth(columns, gaps);
  const gapY = limit < tallest ? GAP_Y : stretchedGap(graph, layers, width / shape.widest);
  const height = largest(
    columns.map(({ units }) => stackHeight(graph.units, units, gapY)),
    1,
  );
  return placeBands(graph, intoBands(graph, columns, gaps, width, height, shape), gaps, gapY, places);
}

/**
 * Places bands one below the other. Each begins where the one above ends, one step farther out, so that no edge runs
 * down through a column.
 */
function placeBands(
  graph: LayoutGraph,
  bands: readonly (readonly Column[])[],
  gaps: readonly number[],
  gapY: number,
  { x, y }: Places,
): Block {
  let top = 0;
  let [left, right] = [0, 0];
  let start = 0;
  for (const [number, band] of bands.entries()) {
    const forward = number % 2 === 0;
    const inOrder = forward ? band : [...band].reverse();
    const width = bandWidth(band, gaps);
    const offset = forward ? start : start - width;
    placeColumns(inOrder, gaps, offset, x);
    top = placeRows(graph, inOrder, gapY, top, y) + GAP_BETWEEN_BANDS;
    left = Math.min(left, offset);
    right = Math.max(right, offset + width);
    const turn = (bands[number + 1]?.[0]?.left ?? 0) + (band.at(-1)?.right ?? 0);
    start = forward ? offset + width + turn : offset - turn;
  }
  const units = bands.flatMap((band) => band.flatMap((column) => column.units));
  for (const unit of units) {
    x[unit] = (x[unit] as number) - left;
  }
  return { units, width: right - left, height: Math.max(0, top - GAP_BETWEEN_BANDS) };
}

/** Moves a block and all that is in it. */
export function moveBlock(block: Block, dx: number, dy: number, { x, y }: Places): void {
  for (const unit of block.units) {
    x[unit] = (x[unit] as number) + dx;
    y[unit] = (y[unit] as number) + dy;
  }
}

/** Number of the layer per unit; -1 for units in none. */
function layerNumbers({ units }: LayoutGraph, layers: Layers): Int32Array {
  const layerOf = new Int32Array(units.length).fill(-1);
  for (const [number, layer] of layers.entries()) {
    for (const unit of layer) {
      layerOf[unit] = number;
    }
  }
  return layerOf;
}

/** Room in front of each layer: more where many edges run. */
function layerGaps({ units }: LayoutGraph, layers: Layers, layerOf: Int32Array): number[] {
  return layers.map((layer, number) => {
    let edges = 0;
    for (const unit of layer) {
      for (const other of units[unit]?.neighbours ?? []) {
        edges += layerOf[other] === number - 1 ? 1 : 0;
      }
    }
    return 34 + Math.round(Math.min(90, 5 * Math.sqrt(edges)));
  });
}

function stackHeight(units: readonly Unit[], stack: readonly number[], gap: number): number {
  let height = -gap;
  for (const unit of stack) {
    const { top, bottom } = units[unit] as Unit;
    height += top + bottom + gap;
  }
  return height;
}

/**
 * Splits layers that are taller than the limit. Units that have to do with the layers before go to the front columns,
 * others behind; among equals, those that follow each other lie side by side.
 */
function splitLayers(
  { scene, units }: LayoutGraph,
  layers: Layers,
  layerOf: Int32Array,
  limit: number,
): Column[] {
  const goesBehind = (unit: number, number: number): boolean => {
    const { node, neighbours } = units[unit] as Unit;
    return scene.nodes[node]?.kind === 'component'
      ? neighbours.every((other) => (layerOf[other] as number) >= number)
      : neighbours.some((other) => (layerOf[other] as number) > number);
  };
  return layers.flatMap((layer, number) => {
    const groups =
      stackHeight(units, layer, GAP_Y) <= limit
        ? [layer]
        : [
            layer.filter((unit) => !goesBehind(unit, number)),
            layer.filter((unit) => goesBehind(unit, number)),
          ];
    return groups
      .flatMap((group) => stacksOf(units, group, limit))
      .map((stack) => ({
        units: stack,
        layer: number,
        left: largest(
          stack.map((unit) => units[unit]?.left ?? 0),
          0,
        ),
        right: largest(
          stack.map((unit) => units[unit]?.right ?? 0),
          0,
        ),
      }));
  });
}

/** Deals units out to as few stacks of a height as it takes, always to the lowest. */
function stacksOf(units: readonly Unit[], group: readonly number[], limit: number): number[][] {
  const count = Math.min(group.length, Math.ceil(stackHeight(units, group, GAP_Y) / limit));
  const stacks = Array.from({ length: count }, (): { units: number[]; height: number } => ({
    units: [],
    height: 0,
  }));
  for (const unit of group) {
    const [first, ...others] = stacks;
    const lowest = others.reduce((low, stack) => (stack.height < (low?.height ?? 0) ? stack : low), first);
    if (lowest) {
      const { top, bottom } = units[unit] as Unit;
      lowest.units.push(unit);
      lowest.height += top + bottom + GAP_Y;
    }
  }
  return stacks.map((stack) => stack.units);
}

/** Room between two columns that follow each other, in either direction. */
function gapBetween(before: Column, behind: Column, gaps: readonly number[]): number {
  return before.layer === behind.layer ? GAP_IN_LAYER : (gaps[Math.max(before.layer, behind.layer)] ?? 0);
}

function bandWidth(columns: readonly Column[], gaps: readonly number[]): number {
  let width = 0;
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    width += column.left + column.right + (before ? gapBetween(before, column, gaps) : 0);
  }
  return width;
}

/** The gap with which the tallest layer gets a height, within limits. */
function stretchedGap(graph: LayoutGraph, layers: Layers, height: number): number {
  const tallest = layers.reduce(
    (most, layer) =>
      stackHeight(graph.units, layer, GAP_Y) > stackHeight(graph.units, most, GAP_Y) ? layer : most,
    [] as readonly number[],
  );
  const missing = height - stackHeight(graph.units, tallest, GAP_Y);
  return Math.round(Math.max(GAP_Y, Math.min(MOST_GAP_Y, GAP_Y + missing / Math.max(1, tallest.length - 1))));
}

/** Breaks the columns into as few bands as it takes not to be too wide, in front of layers of components. */
function intoBands(
  { scene, units }: LayoutGraph,
  columns: readonly Column[],
  gaps: readonly number[],
  width: number,
  height: number,
  { widest, longest }: BlockShape,
): Column[][] {
  const shapeOf = (count: number): number =>
    width / count / (count * (height + GAP_BETWEEN_BANDS) - GAP_BETWEEN_BANDS);
  let count = 1;
  if (width > ONE_LOOK && shapeOf(count) > longest) {
    while (shapeOf(count) > widest) {
      count++;
    }
  }
  const bands: Column[][] = [[]];
  for (const column of columns) {
    const band = bands.at(-1) as Column[];
    const node = units[column.units[0] ?? -1]?.node ?? -1;
    const mayBreak = band.at(-1)?.layer !== column.layer && scene.nodes[node]?.kind === 'component';
    if (band.length > 0 && mayBreak && bandWidth([...band, column], gaps) > width / count) {
      bands.push([column]);
    } else {
      band.push(column);
    }
  }
  return bands;
}

/** Gives the units of columns their x. */
function placeColumns(
  columns: readonly Column[],
  gaps: readonly number[],
  start: number,
  x: Float64Array,
): void {
  let right = start;
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    const left = right + (before ? gapBetween(before, column, gaps) : 0);
    for (const unit of column.units) {
      x[unit] = left + column.left;
    }
    right = left + column.left + column.right;
  }
}

/** Gives the units of a band their y, near their neighbours in it, and answers where the lowest ends. */
function placeRows(
  graph: LayoutGraph,
  columns: readonly Column[],
  gap: number,
  top: number,
  y: Float64Array,
): number {
  const here = new Set(columns.flatMap(({ units }) => units));
  for (const { units } of columns) {
    let at = -stackHeight(graph.units, units, gap) / 2;
    for (const unit of units) {
      const { top: above, bottom } = graph.units[unit] as Unit;
      y[unit] = at + above;
      at += above + bottom + gap;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const inOrder = sweep % 2 === 0 ? columns : [...columns].reverse();
    for (const { units } of inOrder) {
      const wanted = units.map((unit) => {
        let sum = 0;
        let count = 0;
        for (const other of graph.units[unit]?.neighbours ?? []) {
          if (here.has(other)) {
            sum += y[other] as number;
            count++;
          }
        }
        return count > 0 ? sum / count : (y[unit] as number);
      });
      spreadColumn(graph, units, wanted, gap, y);
    }
  }
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const unit of here) {
    first = Math.min(first, (y[unit] as number) - (graph.units[unit]?.top ?? 0));
    last = Math.max(last, (y[unit] as number) + (graph.units[unit]?.bottom ?? 0));
  }
  for (const unit of here) {
    y[unit] = Math.round((y[unit] as number) - first) + top;
  }
  return here.size > 0 ? top + Math.ceil(last - first) : top;
}

/**
 * Puts the units of a column as near as possible to where they want to be, in their order and with room between
 * them: least squares by pooling neighbours that would be in each other's way (isotonic regression).
 */
function spreadColumn(
  graph: LayoutGraph,
  units: readonly number[],
  wanted: readonly number[],
  gap: number,
  y: Float64Array,
): void {
  const offsets: number[] = [];
  const pools: { sum: number; count: number }[] = [];
  let offset = 0;
  for (const [index, unit] of units.entries()) {
    if (index > 0) {
      offset += (graph.units[units[index - 1] as number]?.bottom ?? 0) + gap + (graph.units[unit]?.top ?? 0);
    }
    offsets.push(offset);
    let pool = { sum: (wanted[index] as number) - offset, count: 1 };
    for (
      let above = pools.at(-1);
      above && above.sum / above.count >= pool.sum / pool.count;
      above = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
    }
    pools.push(pool);
  }
  let index = 0;
  for (const { sum, count } of pools) {
    for (let left = count; left > 0; left--, index++) {
      y[units[index] as number] = sum / count + (offsets[index] as number);
    }
  }
}
