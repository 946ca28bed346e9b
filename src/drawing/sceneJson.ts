import { edgePaths } from './edgePaths';
import type { LayoutKind, Positions } from './layout';
import { nodeSize } from './nodeSize';
import { litPath } from './path';
import type { NodeShape, Scene, SceneFigure } from './scene';
import { round } from './xml';

/** A drawing as `tmg graph --format json` writes it. */
export interface SceneJson {
  /** Name of the model. */
  readonly model: string;
  /** Whether chains were computed, so that a figure of null means that none crosses it. */
  readonly computed: boolean;
  /** How it is arranged. */
  readonly layout: LayoutKind;
  /** Names of the facilities. */
  readonly facilities: readonly string[];
  /** Components first, then interfaces, each in code-point order of names. */
  readonly nodes: readonly SceneNodeJson[];
  /** The relations. */
  readonly edges: readonly SceneEdgeJson[];
  /** What the chain goes through that `--chain` asks for, in the order of its steps; only with it. */
  readonly path?: ScenePathJson;
}

/** A component or an interface as it is drawn. Coordinates are in units of which a box is 40 high; y grows downwards. */
export interface SceneNodeJson {
  /** What it is. */
  readonly kind: 'component' | 'interface';
  /** Its name. */
  readonly name: string;
  /** How it is drawn. */
  readonly shape: NodeShape;
  /** Its facility; null without one, and for an interface whose components are in several. */
  readonly facility: string | null;
  /** Labels of the component, as `Virtual`. */
  readonly labels: readonly string[];
  /** Assets that the component holds. */
  readonly assets: readonly SceneAssetJson[];
  /** Whether chains begin here. */
  readonly entry: boolean;
  /** Components on the shortest way in from an entry point, itself included; 0 for an entry, null without a way. */
  readonly distance: number | null;
  /** `isolated`: it has no relation. `disconnected`: it is in another part of the graph than most. Null where neither is so. */
  readonly problem: 'isolated' | 'disconnected' | null;
  /** Of the chains that cross it; null where none does. */
  readonly figure: SceneFigure | null;
  /** Centre, from the left. */
  readonly x: number;
  /** Centre, from the top. */
  readonly y: number;
  /** Width of the box. */
  readonly width: number;
  /** Height of the box. */
  readonly height: number;
}

/** An asset of a component that is drawn. */
export interface SceneAssetJson {
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
}

/** A relation as it is drawn: a component has an interface. */
export interface SceneEdgeJson {
  /** The component, as an index in `nodes`. */
  readonly component: number;
  /** The interface, as an index in `nodes`. */
  readonly interface: number;
  /** Scores by STRIDE type; types that are not rated above 0 are left out. */
  readonly ratings: Readonly<Record<string, number>>;
  /** Of the chains that enter or leave the component by it; null where none does. */
  readonly figure: SceneFigure | null;
  /** The line, as points from its one end to the other. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a chain goes through. */
export interface ScenePathJson {
  /** Indices in `nodes`. */
  readonly nodes: readonly number[];
  /** Indices in `edges`, one between each two nodes that follow each other. */
  readonly edges: readonly number[];
}

/** A scene with its positions as data. */
export function sceneJson(
  scene: Scene,
  positions: Positions,
  layout: LayoutKind,
  path?: readonly string[],
): SceneJson {
  const lines = edgePaths(scene, positions);
  return {
    model: scene.model,
    computed: scene.computed,
    layout,
    facilities: scene.facilities,
    nodes: scene.nodes.map((node, index) => ({
      kind: node.kind,
      name: node.name,
      shape: node.shape,
      facility: scene.facilities[node.facility] ?? null,
      labels: node.labels,
      assets: node.assets,
      entry: node.entry,
      distance: node.distance < 0 ? null : node.distance,
      problem: node.problem ?? null,
      figure: node.figure ?? null,
      x: positions[index * 2] ?? 0,
      y: positions[index * 2 + 1] ?? 0,
      ...nodeSize(node),
    })),
    edges: scene.edges.map((edge, index) => ({
      component: edge.component,
      interface: edge.interface,
      ratings: Object.fromEntries(edge.ratings),
      figure: edge.figure ?? null,
      points: pairs(lines[index] ?? []),
    })),
    ...(path && { path: litPath(scene, path) }),
  };
}

function pairs(flat: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    points.push([round(flat[at] as number), round(flat[at + 1] as number)]);
  }
  return points;
}
