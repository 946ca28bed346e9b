import { type EdgePath, edgePaths } from '../../src/drawing/edgePaths';
import { safeText } from '../../src/drawing/labelText';
import { nodeKey, type Positions } from '../../src/drawing/layout';
import { nodeLabel, nodeSize } from '../../src/drawing/nodeSize';
import { type Neighbour, neighbours } from '../../src/drawing/path';
import type { Box } from '../../src/drawing/placeLabels';
import type { Scene, SceneEdge, SceneFigure, SceneNode } from '../../src/drawing/scene';
import { smallest } from '../../src/text/arrays';

/** What of a scene is shown. */
export interface Shown {
  /** Only what kept chains go through. */
  readonly onlyChains: boolean;
  readonly hideVirtual: boolean;
  /** Names of facilities that are drawn as one box. */
  readonly collapsed: ReadonlySet<string>;
}

/** Something with a place in the picture: a node of the scene, or a facility that is collapsed. */
export interface VisibleNode extends SceneNode, Box {
  /** Tells it from all others, across versions of the model. */
  readonly key: string;
  /** Fits the box. */
  readonly label: string;
  /** A facility that stands for all that is in it. */
  readonly isFacility: boolean;
}

/** The part of a model's scene that is drawn: a scene again, with nodes that know where they are. */
export interface VisibleGraph extends Scene {
  readonly nodes: readonly VisibleNode[];
  readonly positions: Positions;
  /** The whole. */
  readonly whole: Scene;
  /** Visible node per node of the whole; -1 where it is hidden. */
  readonly visibleOf: Int32Array;
  /** Visible edge per edge of the whole; -1 where it is hidden. */
  readonly visibleEdgeOf: Int32Array;
  readonly neighbours: readonly (readonly Neighbour[])[];
  /** The line of each edge: corners, x and y in turn. */
  readonly paths: readonly EdgePath[];
}

/** Chooses and places what is drawn. */
export function visibleGraph(whole: Scene, positions: Positions, shown: Shown): VisibleGraph {
  const visibleOf = new Int32Array(whole.nodes.length).fill(-1);
  const nodes: VisibleNode[] = [];
  const inBoxes = new Map<number, number[]>();
  for (const [index, node] of whole.nodes.entries()) {
    if (isHidden(whole, node, shown)) {
      continue;
    }
    const name = whole.facilities[node.facility];
    if (name !== undefined && shown.collapsed.has(name)) {
      const box = inBoxes.get(node.facility);
      if (box) {
        box.push(index);
      } else {
        inBoxes.set(node.facility, [index]);
      }
    } else {
      visibleOf[index] = nodes.length;
      nodes.push(placed(node, positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0));
    }
  }
  for (const [facility, members] of inBoxes) {
    for (const member of members) {
      visibleOf[member] = nodes.length;
    }
    nodes.push(facilityNode(whole, facility, members, positions));
  }
  const { edges, visibleEdgeOf } = visibleEdges(whole, visibleOf);
  const places = nodes.flatMap(({ x, y }) => [x, y]);
  const scene: Scene = { ...whole, nodes, edges };
  return {
    ...whole,
    nodes,
    edges,
    positions: places,
    whole,
    visibleOf,
    visibleEdgeOf,
    neighbours: neighbours(scene),
    paths: edgePaths(scene, places, nodes),
  };
}

function isHidden(scene: Scene, node: SceneNode, { onlyChains, hideVirtual }: Shown): boolean {
  return (
    (hideVirtual && node.shape === 'virtual') || (onlyChains && scene.computed && node.figure === undefined)
  );
}

function placed(node: SceneNode, x: number, y: number): VisibleNode {
  return { ...node, key: nodeKey(node), label: nodeLabel(node), isFacility: false, x, y, ...nodeSize(node) };
}

function facilityNode(
  { nodes, facilities }: Scene,
  facility: number,
  members: readonly number[],
  positions: Positions,
): VisibleNode {
  const name = facilities[facility] ?? '';
  const inside = members.map((member) => nodes[member] as SceneNode);
  const mean = (offset: 0 | 1): number =>
    Math.round(
      members.reduce((sum, member) => sum + (positions[member * 2 + offset] ?? 0), 0) / members.length,
    );
  const distances = inside.map(({ distance }) => distance).filter((distance) => distance >= 0);
  const node: SceneNode = {
    kind: 'component',
    name,
    shape: 'device',
    facility,
    labels: [],
    assets: inside.flatMap(({ assets }) => assets),
    entry: false,
    degree: inside.reduce((sum, { degree }) => sum + degree, 0),
    distance: distances.length > 0 ? smallest(distances) : -1,
    problem: undefined,
    figure: mergedFigure(inside.map(({ figure }) => figure)),
  };
  return { ...placed(node, mean(0), mean(1)), key: `facility ${name}`, isFacility: true };
}

/** The smallest figure that covers all: chains are counted where most go through, for one chain can cross several. */
function mergedFigure(figures: readonly (SceneFigure | undefined)[]): SceneFigure | undefined {
  return figures.reduce<SceneFigure | undefined>((merged, figure) => {
    if (!merged || !figure) {
      return merged ?? figure;
    }
    const worse = figure.worst > merged.worst ? figure : merged;
    return { ...worse, chains: Math.max(figure.chains, merged.chains) };
  }, undefined);
}

/** Edges between visible nodes; several into one collapsed facility become one. */
function visibleEdges(
  whole: Scene,
  visibleOf: Int32Array,
): { edges: SceneEdge[]; visibleEdgeOf: Int32Array } {
  const visibleEdgeOf = new Int32Array(whole.edges.length).fill(-1);
  const edges: SceneEdge[] = [];
  const merged = new Map<string, number>();
  for (const [index, edge] of whole.edges.entries()) {
    const component = visibleOf[edge.component] ?? -1;
    const through = visibleOf[edge.interface] ?? -1;
    if (component < 0 || through < 0 || component === through) {
      continue;
    }
    const key = `${component} ${through}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, edges.length);
      visibleEdgeOf[index] = edges.length;
      edges.push({ ...edge, component, interface: through });
    } else {
      const before = edges[known] as SceneEdge;
      visibleEdgeOf[index] = known;
      edges[known] = { ...before, ratings: [], figure: mergedFigure([before.figure, edge.figure]) };
    }
  }
  return { edges, visibleEdgeOf };
}

/** The rectangle around visible nodes. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Around some nodes of the graph, or all; undefined without any. */
export function boundsOf(
  { nodes }: VisibleGraph,
  indices: Iterable<number> = nodes.keys(),
): Bounds | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const index of indices) {
    const node = nodes[index];
    if (node) {
      left = Math.min(left, node.x - node.width / 2);
      right = Math.max(right, node.x + node.width / 2);
      top = Math.min(top, node.y - node.height / 2);
      bottom = Math.max(bottom, node.y + node.height / 2);
    }
  }
  return left === Infinity ? undefined : { left, top, right, bottom };
}

/** The ratings of an edge as they stand beside it: "S 3.9 E 2.1". */
export function ratingsText({ ratings }: SceneEdge): string {
  return ratings.map(([type, score]) => `${type} ${score}`).join('  ');
}

/** Visible nodes whose name contains all words of a text, whatever their case; those that begin with it first. */
export function searchNodes({ nodes }: VisibleGraph, text: string): number[] {
  const plain = (name: string): string =>
    safeText(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) {
    return [];
  }
  const found = [...nodes.entries()]
    .map(([index, { name }]) => ({ index, name: plain(name) }))
    .filter(({ name }) => words.every((word) => name.includes(word)));
  const first = words[0] ?? '';
  return found
    .sort((a, b) => Number(b.name.startsWith(first)) - Number(a.name.startsWith(first)))
    .map(({ index }) => index);
}
