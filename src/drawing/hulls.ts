import type { Positions } from './layout';
import { neighbours } from './path';
import type { Box } from './placeLabels';
import type { Scene } from './scene';
import { nodeBoxes, sideLabels } from './sideLabels';

/** An outline around nodes of one facility. */
export interface FacilityHull {
  /** Index in `Scene.facilities`. */
  readonly facility: number;
  /** Corners of a convex polygon, x and y in turn, clockwise. */
  readonly outline: readonly number[];
  /** Indices of the nodes in it. */
  readonly nodes: readonly number[];
  /** Where its name can stand: the left end of the top side. */
  readonly x: number;
  readonly y: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Farther apart, two nodes are not drawn in one outline. */
const FARTHEST = 160;
const PADDING = 14;
/** Around a single node that strangers stand close to. */
const TIGHT = 5;
const NAME_HEIGHT = 16;

/**
 * Outlines of the facilities around their components and inner interfaces. Where no other node lies in the rectangle
 * around all of a facility, that is its outline. Else nodes less than 160 units apart, directly or over others of
 * their facility, share one: a rectangle if no stranger lies in it, else the convex hull. If a stranger, which is a
 * node of another facility or a component without one, lies in that too, the distance that joins nodes is halved until
 * no outline holds a stranger; in the end every node has its own. Interfaces without a component beside them get none.
 */
export function facilityHulls(scene: Scene, positions: Positions): FacilityHull[] {
  const boxes = nodeBoxes(scene, positions);
  const strangers = new StrangerFinder(scene, boxes);
  const members = scene.facilities.map((): number[] => []);
  for (const [index, { facility }] of scene.nodes.entries()) {
    members[facility]?.push(index);
  }
  const beside = neighbours(scene);
  // The labels of interfaces, where they would best be.
  const portLabels = (nodes: readonly number[]): Box[] =>
    sideLabels(scene, positions, beside, nodes).map(({ x, y, width, height, offsets }) => {
      const [dx, dy] = offsets[0] ?? [0, 0];
      return { x: x + dx, y: y + dy, width, height };
    });
  return members.flatMap((nodes, facility): FacilityHull[] => {
    const around = bounds([...nodes.map((node) => boxes[node] as Box), ...portLabels(nodes)]);
    const whole = withName(around, PADDING);
    return nodes.length > 1 && strangers.inside(whole, facility, true).length === 0
      ? [{ facility, outline: corners(whole, PADDING), nodes, ...nameCorner(whole) }]
      : clusters(boxes, nodes, FARTHEST).flatMap((cluster) =>
          hullsOf(scene, boxes, strangers, facility, cluster, FARTHEST),
        );
  });
}

function withName({ left, top, right, bottom }: Rectangle, padding: number): Rectangle {
  return {
    left: left - padding,
    top: top - padding - NAME_HEIGHT,
    right: right + padding,
    bottom: bottom + padding,
  };
}

function nameCorner({ left, top }: Rectangle): { x: number; y: number } {
  return { x: left + PADDING, y: top };
}

function hullsOf(
  scene: Scene,
  boxes: readonly Box[],
  strangers: StrangerFinder,
  facility: number,
  nodes: readonly number[],
  distance: number,
): FacilityHull[] {
  if (!nodes.some((node) => scene.nodes[node]?.kind === 'component')) {
    return [];
  }
  if (nodes.length === 1) {
    const single = padded(boxes[nodes[0] as number] as Box, TIGHT);
    return [{ facility, outline: corners(single, TIGHT), nodes, x: single.left + TIGHT, y: single.top }];
  }
  const rectangle = withName(bounds(nodes.map((node) => boxes[node] as Box)), PADDING);
  const within = strangers.inside(rectangle, facility, false);
  if (within.length === 0) {
    return [{ facility, outline: corners(rectangle, PADDING), nodes, ...nameCorner(rectangle) }];
  }
  const outline = convexHull(nodes.flatMap((node) => corners(padded(boxes[node] as Box, PADDING), PADDING)));
  if (!within.some((box) => touches(outline, box))) {
    const highest = highestPoint(outline);
    return [{ facility, outline, nodes, x: outline[highest] ?? 0, y: outline[highest + 1] ?? 0 }];
  }
  const shorter = distance / 2;
  return clusters(boxes, nodes, shorter > 4 ? shorter : -1).flatMap((cluster) =>
    hullsOf(scene, boxes, strangers, facility, cluster, shorter),
  );
}

function padded({ x, y, width, height }: Box, padding: number): Rectangle {
  return {
    left: x - width / 2 - padding,
    top: y - height / 2 - padding,
    right: x + width / 2 + padding,
    bottom: y + height / 2 + padding,
  };
}

function bounds(boxes: readonly Box[]): Rectangle {
  const result = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of boxes) {
    const { left, top, right, bottom } = padded(box, 0);
    result.left = Math.min(result.left, left);
    result.top = Math.min(result.top, top);
    result.right = Math.max(result.right, right);
    result.bottom = Math.max(result.bottom, bottom);
  }
  return result;
}

/** The corners of a rectangle, cut off a little, clockwise from the left end of the top. */
function corners({ left, top, right, bottom }: Rectangle, radius: number): number[] {
  const cut = radius * 0.5;
  const upper = [left + cut, top, right - cut, top, right, top + cut, right, bottom - cut];
  return [...upper, right - cut, bottom, left + cut, bottom, left, bottom - cut, left, top + cut];
}

/** Nodes joined where they are at most `distance` apart; each alone for a negative one. */
function clusters(boxes: readonly Box[], nodes: readonly number[], distance: number): number[][] {
  if (distance < 0) {
    return nodes.map((node) => [node]);
  }
  const cell = distance + 200;
  const cells = new Map<string, number[]>();
  for (const node of nodes) {
    const { x, y } = boxes[node] as Box;
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    cells.set(key, [...(cells.get(key) ?? []), node]);
  }
  const near = function* (node: number): Generator<number> {
    const own = boxes[node] as Box;
    const reach = Math.ceil((own.width / 2 + distance + 240) / cell);
    const [column, row] = [Math.floor(own.x / cell), Math.floor(own.y / cell)];
    for (let dx = -reach; dx <= reach; dx++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const box = boxes[other] as Box;
          const gapX = Math.abs(box.x - own.x) - (box.width + own.width) / 2;
          const gapY = Math.abs(box.y - own.y) - (box.height + own.height) / 2;
          if (Math.max(gapX, gapY) <= distance) {
            yield other;
          }
        }
      }
    }
  };
  const left = new Set(nodes);
  const result: number[][] = [];
  for (const first of nodes) {
    if (left.delete(first)) {
      const cluster = [first];
      for (let at = 0; at < cluster.length; at++) {
        for (const other of near(cluster[at] as number)) {
          if (left.delete(other)) {
            cluster.push(other);
          }
        }
      }
      result.push(cluster.sort((a, b) => a - b));
    }
  }
  return result;
}

/** Convex hull of points, clockwise on a screen, by Andrew's monotone chain. */
function convexHull(flat: readonly number[]): number[] {
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    points.push([flat[at] as number, flat[at + 1] as number]);
  }
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (inOrder: readonly (readonly [number, number])[]): (readonly [number, number])[] => {
    const chain: (readonly [number, number])[] = [];
    for (const point of inOrder) {
      for (
        let [before, last] = chain.slice(-2);
        before && last && turn(before, last, point) <= 0;
        [before, last] = chain.slice(-2)
      ) {
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())].flat();
}

function turn(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function highestPoint(outline: readonly number[]): number {
  let best = 0;
  for (let at = 2; at < outline.length; at += 2) {
    const lower = (outline[at + 1] as number) - (outline[best + 1] as number);
    if (lower < 0 || (lower === 0 && (outline[at] as number) < (outline[best] as number))) {
      best = at;
    }
  }
  return best;
}

/** Whether a convex polygon and a box have a point in common, by separating axes: the box's and the polygon's. */
function touches(outline: readonly number[], box: Box): boolean {
  const halfWidth = box.width / 2;
  const halfHeight = box.height / 2;
  for (let at = 0; at < outline.length; at += 2) {
    const next = (at + 2) % outline.length;
    const [x0, y0] = [outline[at] as number, outline[at + 1] as number];
    const [nx, ny] = [(outline[next + 1] as number) - y0, x0 - (outline[next] as number)];
    // The normal points outwards; the box is beyond the side if its nearest corner is.
    if ((box.x - x0) * nx + (box.y - y0) * ny > halfWidth * Math.abs(nx) + halfHeight * Math.abs(ny)) {
      return false;
    }
  }
  return true;
}

/** Finds nodes that are no part of a facility in a rectangle. */
class StrangerFinder {
  private readonly cells = new Map<string, number[]>();

  constructor(
    private readonly scene: Scene,
    private readonly boxes: readonly Box[],
  ) {
    for (const [index, { x, y }] of boxes.entries()) {
      const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
      const inCell = this.cells.get(key);
      if (inCell) {
        inCell.push(index);
      } else {
        this.cells.set(key, [index]);
      }
    }
  }

  /** @param all whether interfaces between facilities are strangers too */
  inside({ left, top, right, bottom }: Rectangle, facility: number, all: boolean): Box[] {
    const found: Box[] = [];
    const lastColumn = Math.floor((right + WIDEST / 2) / CELL);
    const lastRow = Math.floor((bottom + TALLEST / 2) / CELL);
    for (let column = Math.floor((left - WIDEST / 2) / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor((top - TALLEST / 2) / CELL); row <= lastRow; row++) {
        for (const index of this.cells.get(`${column} ${row}`) ?? []) {
          const node = this.scene.nodes[index];
          const isStranger =
            node?.facility !== facility && (all || node?.kind === 'component' || node?.facility !== -1);
          const box = padded(this.boxes[index] as Box, 0);
          if (isStranger && box.left < right && box.right > left && box.top < bottom && box.bottom > top) {
            found.push(this.boxes[index] as Box);
          }
        }
      }
    }
    return found;
  }
}

const CELL = 240;
/** No node is larger. */
const WIDEST = 480;
const TALLEST = 40;
