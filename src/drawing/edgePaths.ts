import type { Positions } from './layout';
import { PORT_INDENT } from './layoutGraph';
import { nodeSize, type Size } from './nodeSize';
import type { Scene, SceneEdge } from './scene';

/** Corners of a line: x and y in turn. */
export type EdgePath = readonly number[];

/** Where edges end at a bus, seen from its ends. */
const BUS_MARGIN = 10;

interface NodeBox extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * The lines of all edges, each from the border of its component to the middle of its interface. Edges at a bus spread
 * along it, in the order of what they lead to. A port below its component hangs on a trunk from it, as in a tree.
 * @param sizes of the nodes, where the caller has them
 */
export function edgePaths(
  scene: Scene,
  positions: Positions,
  sizes: readonly Size[] = scene.nodes.map(nodeSize),
): EdgePath[] {
  const box = (index: number): NodeBox => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
    width: sizes[index]?.width ?? 0,
    height: sizes[index]?.height ?? 0,
  });
  const atBus = busEnds(scene, positions, box);
  return scene.edges.map((edge, index) => {
    const component = box(edge.component);
    const through = box(edge.interface);
    const end = atBus.get(index);
    if (end !== undefined) {
      const side = through.y < component.y ? -1 : 1;
      return [end, component.y + (side * component.height) / 2, through.x, through.y];
    }
    return hangs(scene, edge, component, through)
      ? trunkPath(component, through)
      : [...borderPoint(component, through), through.x, through.y];
  });
}

/** Where the edges of buses end, by edge: spread evenly along each long side. */
function busEnds(scene: Scene, positions: Positions, box: (index: number) => NodeBox): Map<number, number> {
  const atSide = new Map<string, number[]>();
  for (const [index, edge] of scene.edges.entries()) {
    if (scene.nodes[edge.component]?.shape === 'bus') {
      const isAbove = (positions[edge.interface * 2 + 1] ?? 0) < (positions[edge.component * 2 + 1] ?? 0);
      const side = `${edge.component} ${isAbove}`;
      const edges = atSide.get(side);
      if (edges) {
        edges.push(index);
      } else {
        atSide.set(side, [index]);
      }
    }
  }
  const ends = new Map<number, number>();
  for (const edges of atSide.values()) {
    const bus = box(scene.edges[edges[0] as number]?.component ?? 0);
    const leadsTo = (edge: number): { x: number; y: number } => box(scene.edges[edge]?.interface ?? 0);
    // From far left and right they come flat: what is nearer in height ends farther out.
    const angle = (edge: number): number => {
      const { x, y } = leadsTo(edge);
      return Math.atan2(x - bus.x, Math.abs(y - bus.y) + 1);
    };
    edges.sort((a, b) => angle(a) - angle(b) || a - b);
    const room = bus.width - 2 * BUS_MARGIN;
    for (const [place, edge] of edges.entries()) {
      const even = bus.x - room / 2 + (room * (place + 0.5)) / edges.length;
      ends.set(edge, edges.length === 1 ? within(leadsTo(edge).x, bus.x, room) : even);
    }
  }
  return ends;
}

function within(value: number, centre: number, room: number): number {
  return Math.max(centre - room / 2, Math.min(centre + room / 2, value));
}

/** Whether an interface is a port in the list below its component. */
function hangs(scene: Scene, edge: SceneEdge, component: NodeBox, through: NodeBox): boolean {
  return (
    scene.nodes[edge.interface]?.degree === 1 &&
    through.y > component.y + component.height / 2 &&
    through.x - PORT_INDENT >= component.x - component.width / 2
  );
}

function trunkPath(component: NodeBox, port: NodeBox): number[] {
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
function borderPoint(box: NodeBox, to: NodeBox): [x: number, y: number] {
  const dx = to.x - box.x;
  const dy = to.y - box.y;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(scale) && scale < 1 ? [box.x + dx * scale, box.y + dy * scale] : [box.x, box.y];
}
