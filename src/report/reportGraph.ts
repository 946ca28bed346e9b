import type { ChainSet } from '../chains/chainSet';
import { buildScene } from '../drawing/buildScene';
import { layoutScene } from '../drawing/layoutScene';
import { sceneFigures } from '../drawing/sceneFigures';
import { sceneSvg } from '../drawing/svg';

/** The drawing of a model in a report. */
export interface ReportGraph {
  readonly components: number;
  readonly interfaces: number;
  readonly relations: number;
  /** An SVG document; undefined where it would be too large to be read. */
  readonly svg: string | undefined;
  /** Of the document, in CSS pixels; 0 without one. */
  readonly width: number;
  readonly height: number;
}

/** The most components and interfaces that are drawn. */
export const MOST_REPORT_NODES = 1000;

/** Draws a model, coloured by the worst chain through everything. */
export function reportGraph(set: ChainSet): ReportGraph {
  const scene = buildScene(set.model, sceneFigures(set));
  const components = set.model.components.size;
  const counts = {
    components,
    interfaces: scene.nodes.length - components,
    relations: scene.edges.length,
  };
  if (scene.nodes.length === 0 || scene.nodes.length > MOST_REPORT_NODES) {
    return { ...counts, svg: undefined, width: 0, height: 0 };
  }
  const svg = sceneSvg(scene, layoutScene(scene, 'layered'));
  const [, width = 0, height = 0] =
    /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  return { ...counts, svg, width, height };
}
