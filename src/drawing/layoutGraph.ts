import { textWidth } from './labelText';
import { nodeLabel, nodeSize, type Size } from './nodeSize';
import { neighbours } from './path';
import type { Scene, SceneNode } from './scene';

/** How far something reaches from its centre. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An interface that only one component has: it is drawn beside the component and moves with it. */
export interface Port {
  readonly node: number;
  /** From the centre of the component. */
  readonly dx: number;
  readonly dy: number;
}

/** What a layout moves as a whole: a component with its ports, or an interface that several have or nobody has. */
export interface Unit extends Extent {
  /** Index in the scene. */
  readonly node: number;
  readonly ports: readonly Port[];
  /** Indices of units. */
  readonly neighbours: readonly number[];
}

/** A scene as its layouts see it. */
export interface LayoutGraph {
  readonly scene: Scene;
  readonly units: readonly Unit[];
}

/** Height of a line of text beside a node. */
export const LABEL_HEIGHT = 14;
/** Between a node and the label beside it. */
export const LABEL_GAP = 4;

/** Between an entry port and its component; others stand closer. */
const ENTRY_REACH = 26;
/** From the trunk of the ports below a component to the centre of a port. */
export const PORT_INDENT = 16;
const PORT_PITCH = 18;
/** Ports in a column, beyond which there are several. */
const PORT_ROWS = 8;

/** Puts the nodes of a scene together to units. */
export function layoutGraph(scene: Scene): LayoutGraph {
  const beside = neighbours(scene);
  const hostOf = scene.nodes.map(({ kind }, index) => {
    const only = kind === 'interface' && beside[index]?.length === 1 ? beside[index]?.[0] : undefined;
    return only?.node ?? -1;
  });
  const unitOf = new Int32Array(scene.nodes.length).fill(-1);
  const movable = [...scene.nodes.keys()].filter((index) => hostOf[index] === -1);
  for (const [unit, node] of movable.entries()) {
    unitOf[node] = unit;
  }
  const units = movable.map((node): Unit => {
    const around = beside[node]?.map(({ node: other }) => other) ?? [];
    const ports = placePorts(
      scene,
      node,
      around.filter((other) => hostOf[other] === node),
    );
    return {
      node,
      ...unitExtent(scene, node, ports),
      ports,
      neighbours: around.map((other) => unitOf[other] as number).filter((unit) => unit >= 0),
    };
  });
  return { scene, units };
}

/** Entry ports stand in a stack on the left, from where attacks come; others in a list below. */
function placePorts(scene: Scene, host: number, ports: readonly number[]): Port[] {
  const { width, height } = nodeSize(scene.nodes[host] as SceneNode);
  const isEntry = (node: number): boolean => scene.nodes[node]?.entry === true;
  const stack = inColumns(scene, ports.filter(isEntry)).map(({ node, column, row, rows }) => ({
    node,
    dx: -(width / 2 + ENTRY_REACH + column),
    dy: Math.round((row - (rows - 1) / 2) * PORT_PITCH),
  }));
  const list = inColumns(
    scene,
    ports.filter((port) => !isEntry(port)),
  ).map(({ node, column, row }) => ({
    node,
    dx: Math.round(Math.min(8 - width / 2, 0) + PORT_INDENT + column),
    dy: height / 2 + PORT_PITCH + row * PORT_PITCH,
  }));
  return [...stack, ...list];
}

/** Spreads ports over columns, each wide enough for the labels in it. */
function inColumns(
  scene: Scene,
  ports: readonly number[],
): { node: number; column: number; row: number; rows: number }[] {
  const rows = Math.max(Math.min(PORT_ROWS, ports.length), Math.ceil(Math.sqrt(ports.length * 4)));
  let column = 0;
  let widest = 0;
  return ports.map((node, index) => {
    const row = index % rows;
    if (row === 0 && index > 0) {
      column += Math.ceil(widest) + 2 * LABEL_GAP + PORT_INDENT + 10;
      widest = 0;
    }
    widest = Math.max(widest, sideLabelWidth(scene.nodes[node] as SceneNode));
    return { node, column, row, rows: Math.min(rows, ports.length) };
  });
}

/** Width of the label beside a port, dot or interface. */
export function sideLabelWidth(node: SceneNode): number {
  return Math.ceil(textWidth(nodeLabel(node)));
}

/** The space of a node with its ports and with all labels that stand beside one of them. */
function unitExtent(scene: Scene, node: number, ports: readonly Port[]): Extent {
  let { left, right, top, bottom } = nodeExtent(scene.nodes[node] as SceneNode);
  for (const { node: port, dx, dy } of ports) {
    const label = LABEL_GAP + sideLabelWidth(scene.nodes[port] as SceneNode);
    const onLeft = dx < 0 && scene.nodes[port]?.entry === true;
    left = Math.max(left, -dx + 5 + (onLeft ? label : 0));
    right = Math.max(right, dx + 5 + (onLeft ? 0 : label));
    top = Math.max(top, LABEL_HEIGHT / 2 - dy);
    bottom = Math.max(bottom, LABEL_HEIGHT / 2 + dy);
  }
  return { left, right, top, bottom };
}

/** The space of a node; names of interfaces and dots stand above them. */
export function nodeExtent(node: SceneNode): Extent {
  const size: Size = nodeSize(node);
  const hasLabel = node.shape === 'virtual' || node.shape === 'interface';
  const side = hasLabel ? Math.max(size.width, sideLabelWidth(node)) / 2 : size.width / 2;
  const top = size.height / 2 + (hasLabel ? LABEL_GAP + LABEL_HEIGHT : 0);
  return { left: Math.ceil(side), right: Math.ceil(side), top, bottom: size.height / 2 };
}
