import { edgePaths } from './edgePaths';
import type { LayoutKind, Positions } from './layout';
import { nodeSize } from './nodeSize';
import { litPath } from './path';
import type { Scene, SceneFigure } from './scene';
import { round } from './xml';

/** Figures of what chains cross; null where none does, or none are computed. */
type FigureJson = SceneFigure | null;

/** A drawing as `tmg graph --format json` writes it; docs/drawing.md explains it. */
export interface SceneJson {
  readonly model: string;
  readonly computed: boolean;
  readonly layout: LayoutKind;
  readonly facilities: readonly string[];
  readonly nodes: readonly {
    readonly kind: 'component' | 'interface';
    readonly name: string;
    readonly shape: string;
    readonly facility: string | null;
    readonly labels: readonly string[];
    readonly assets: readonly { readonly id: string; readonly name: string }[];
    readonly entry: boolean;
    readonly distance: number | null;
    readonly problem: string | null;
    readonly figure: FigureJson;
    /** Centre and size. */
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly {
    /** Indices in `nodes`. */
    readonly component: number;
    readonly interface: number;
    readonly ratings: Readonly<Partial<Record<string, number>>>;
    readonly figure: FigureJson;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
  /** Of the chain asked for: indices in `nodes` and `edges`, in the order of its steps. */
  readonly path?: { readonly nodes: readonly number[]; readonly edges: readonly number[] };
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
