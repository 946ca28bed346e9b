import type { Positions } from './layout';
import { PORT_INDENT } from './layoutGraph';
import { nodeSize, type Size } from './nodeSize';
import type { Box } from './placeLabels';
import type { Scene, SceneEdge } from './scene';
import { SegmentGrid } from './segmentGrid';

/** Corners of a line: x and y in turn, from the border of the component to the middle of the interface. */
export type EdgePath = readonly number[];

/** Where edges end at a bus, seen from its ends. */
const BUS_MARGIN = 10;
/** How far an edge that goes around others runs to the side first. */
const DETOURS = [22, 50, 90];
/** How far a corner lies off the straight line, and where along it. */
const BENDS = [14, 26, 42, 64, 92];
const CORNERS = [0.5, 0.3, 0.7, 0.15, 0.85];
const SHORTEST_BENT = 40;
/** In larger drawings lines bend no more than they must, because looking for ways takes time. */
const MOST_BENT = 4000;
/** Above or below the middle of a side. */
const OFFSET = 13;
/** What meets so many nodes gets no better by going around. */
const HOPELESS = 8;
/** Lines keep off boxes that are not theirs by as much. */
const CLEARANCE = 2;

/**
 * The lines of all edges. An edge is straight unless other nodes are in its way and a way around, out of a side of the
 * component or with a corner on the way, meets fewer. Edges at a bus spread along it, in the order of what they lead to. A port below its
 * component hangs on a trunk from it, as in a tree.
 * @param sizes of the nodes, where the caller has them
 */
export function edgePaths(
  scene: Scene,
  positions: Positions,
  sizes: readonly Size[] = scene.nodes.map(nodeSize),
): EdgePath[] {
  const boxes = scene.nodes.map((_, index) => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
    width: sizes[index]?.width ?? 0,
    height: sizes[index]?.height ?? 0,
  }));
  const obstacles = new SegmentGrid(boxes, CLEARANCE);
  const slots = busSlots(scene, boxes);
  return scene.edges.map((edge, index) => {
    const component = boxes[edge.component] as Box;
    const through = boxes[edge.interface] as Box;
    if (hangs(scene, edge, component, through)) {
      return trunkPath(component, through);
    }
    const slot = slots.get(index);
    const straight =
      slot === undefined
        ? [...borderPoint(component, through), through.x, through.y]
        : [
            slot,
            component.y + (Math.sign(through.y - component.y) * component.height) / 2,
            through.x,
            through.y,
          ];
    let best = straight;
    let fewest = obstacles.crossings(straight, edge.component, edge.interface, HOPELESS);
    const isBlocked = fewest > 0 && fewest < HOPELESS;
    const bent = scene.edges.length <= MOST_BENT ? () => bentWays(straight) : () => [];
    for (const path of isBlocked ? [...waysAround(component, through), ...bent()] : []) {
      const crossings = obstacles.crossings(path, edge.component, edge.interface, fewest);
      if (crossings < fewest) {
        fewest = crossings;
        best = path;
      }
    }
    return best;
  });
}

/** The point in the middle of a line, where a number can stand. */
export function middleOf(path: EdgePath): readonly [x: number, y: number] {
  let length = 0;
  for (let at = 2; at + 1 < path.length; at += 2) {
    length += segmentLength(path, at);
  }
  let left = length / 2;
  for (let at = 2; at + 1 < path.length; at += 2) {
    const segment = segmentLength(path, at);
    if (segment > 0 && left <= segment) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = path.slice(at - 2, at + 2);
      return [x0 + ((x1 - x0) * left) / segment, y0 + ((y1 - y0) * left) / segment];
    }
    left -= segment;
  }
  return [path[0] ?? 0, path[1] ?? 0];
}

/** Length of the segment that ends at an index. */
function segmentLength(path: EdgePath, at: number): number {
  const dx = (path[at] as number) - (path[at - 2] as number);
  const dy = (path[at + 1] as number) - (path[at - 1] as number);
  return Math.sqrt(dx * dx + dy * dy);
}

/**
 * Lines out of the left or right side of a box, straight ones and such with a corner, the most direct first. None
 * turns back; where the end lies above or below the box, both sides will do.
 */
function waysAround(box: Box, to: Box): number[][] {
  const facing = to.x < box.x ? -1 : 1;
  const side = (direction: number): number => box.x + (direction * box.width) / 2;
  const distance = Math.abs(to.x - box.x) - box.width / 2;
  const offset = Math.min(OFFSET, box.height / 2);
  return [
    ...[0, offset, -offset].map((dy) => [side(facing), box.y + dy, to.x, to.y]),
    ...DETOURS.flatMap((reach) =>
      [facing, -facing]
        .filter((direction) => direction === facing || distance < 0)
        .filter(() => distance < 0 || reach < distance)
        .map((direction) => [side(direction), box.y, side(direction) + direction * reach, box.y, to.x, to.y]),
    ),
  ];
}

/** Lines from and to the same points with a corner in between, off to either side; those that leave the way least first. */
function bentWays([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: EdgePath): number[][] {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < SHORTEST_BENT) {
    return [];
  }
  return BENDS.filter((aside) => aside * 2 < length).flatMap((aside) =>
    CORNERS.flatMap((share) =>
      [aside, -aside].map((offset) => {
        const x = Math.round(x0 + dx * share - (dy / length) * offset);
        const y = Math.round(y0 + dy * share + (dx / length) * offset);
        return [x0, y0, x, y, x1, y1];
      }),
    ),
  );
}

/** Where the edges of buses end, by edge: spread evenly along each long side. */
function busSlots(scene: Scene, boxes: readonly Box[]): Map<number, number> {
  const atSide = new Map<string, number[]>();
  for (const [index, edge] of scene.edges.entries()) {
    const bus = boxes[edge.component] as Box;
    const through = boxes[edge.interface] as Box;
    // What lies in front of an end of the bar is joined to that.
    const atEnd = Math.abs(through.y - bus.y) <= bus.height / 2;
    if (scene.nodes[edge.component]?.shape === 'bus' && !atEnd && !hangs(scene, edge, bus, through)) {
      const side = `${edge.component} ${Math.sign(through.y - bus.y)}`;
      const edges = atSide.get(side);
      if (edges) {
        edges.push(index);
      } else {
        atSide.set(side, [index]);
      }
    }
  }
  const slots = new Map<number, number>();
  for (const edges of atSide.values()) {
    const bus = boxes[scene.edges[edges[0] as number]?.component ?? 0] as Box;
    const end = (edge: number): Box => boxes[scene.edges[edge]?.interface ?? 0] as Box;
    // What is to the side and nearer in height ends farther out, so that edges do not cross.
    const slope = (edge: number): number => {
      const { x, y } = end(edge);
      return (x - bus.x) / Math.abs(y - bus.y);
    };
    edges.sort((a, b) => slope(a) - slope(b) || a - b);
    const room = bus.width - 2 * BUS_MARGIN;
    for (const [place, edge] of edges.entries()) {
      const even = bus.x - room / 2 + (room * (place + 0.5)) / edges.length;
      const alone = Math.max(bus.x - room / 2, Math.min(bus.x + room / 2, end(edge).x));
      slots.set(edge, edges.length === 1 ? alone : even);
    }
  }
  return slots;
}

/** Whether an interface is a port in the list below its component. */
function hangs(scene: Scene, edge: SceneEdge, component: Box, through: Box): boolean {
  return (
    scene.nodes[edge.interface]?.degree === 1 &&
    through.y > component.y + component.height / 2 &&
    through.x - PORT_INDENT >= component.x - component.width / 2
  );
}

function trunkPath(component: Box, port: Box): number[] {
  const trunk = port.x - PORT_INDENT;
  const bottom = component.y + component.height / 2;
  const start = Math.max(
    component.x - component.width / 2,
    Math.min(component.x + component.width / 2 - 8, trunk),
  );
  const across = start === trunk ? [] : [start, bottom + 5, trunk, bottom + 5];
  return [start, bottom, ...across, trunk, port.y, port.x, port.y];
}

/** Where the line between two centres leaves the box around the first. */
function borderPoint(box: Box, to: Box): [x: number, y: number] {
  const dx = to.x - box.x;
  const dy = to.y - box.y;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return scale < 1 ? [box.x + dx * scale, box.y + dy * scale] : [box.x, box.y];
}
