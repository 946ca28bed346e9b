import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { computeChains } from '../../../../src/chains/computeChains';
import { chainOptions } from '../../../../src/chains/options';
import type { ChainSet } from '../../../../src/chains/chainSet';
import { buildScene } from '../../../../src/drawing/buildScene';
import { layoutScene } from '../../../../src/drawing/layoutScene';
import { sceneFigures } from '../../../../src/drawing/sceneFigures';
import type { Model } from '../../../../src/model/model';
import { modelFrom } from '../../../support/modelFrom';
import { type Shown, type VisibleGraph, visibleGraph } from '../../../../webview/graph/visibleGraph';

/** Everything is shown. */
export const ALL: Shown = { onlyChains: false, hideVirtual: false, collapsed: new Set() };

/** A model with its chains and what the page draws of it. */
export function graphOf(model: Model, shown: Shown = ALL): { set: ChainSet; graph: VisibleGraph } {
  const set = computeChains(model, chainOptions(model.settings));
  const scene = buildScene(model, sceneFigures(set));
  return { set, graph: visibleGraph(scene, layoutScene(scene, 'layered'), shown) };
}

/** The model of a folder of the examples. */
export function exampleModel(name: string): Model {
  const folder = `examples/${name}`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes('.tmg.'),
  );
  return modelFrom(
    Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])),
    name,
  ).model;
}
