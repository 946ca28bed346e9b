import type { Host } from '../host';
import { sceneSvg } from '../../src/drawing/svg';
import { drawGraph, type Picture } from './drawGraph';
import { drawHighlight, type Highlight } from './drawHighlight';
import { placedTexts } from './labels';
import { boundsOf } from './visibleGraph';

const MARGIN = 24;
/** Pixels per unit, where the picture does not become too large. */
const SCALE = 2;
/** Browsers do not make larger canvases. */
const MOST_PIXELS = 8192;

/** Has the graph as it is shown, all of it, saved as a file. @throws Error if the host fails */
export async function savePicture(
  host: Host,
  picture: Picture,
  highlight: Highlight,
  format: 'svg' | 'png',
  path: readonly string[] | undefined,
): Promise<void> {
  const data = format === 'svg' ? vectorPicture(picture, path) : pixelPicture(picture, highlight);
  if (data !== undefined) {
    await host.request('savePicture', { format, data });
  }
}

function vectorPicture({ graph }: Picture, path: readonly string[] | undefined): string {
  return sceneSvg(graph, graph.positions, path ? { path } : {});
}

function pixelPicture(picture: Picture, highlight: Highlight): string | undefined {
  const bounds = boundsOf(picture.graph);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!bounds || !context) {
    return undefined;
  }
  const [width, height] = [bounds.right - bounds.left + 2 * MARGIN, bounds.bottom - bounds.top + 2 * MARGIN];
  const scale = Math.min(SCALE, MOST_PIXELS / width, MOST_PIXELS / height);
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  context.fillStyle = picture.theme.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (MARGIN - bounds.left) * scale, (MARGIN - bounds.top) * scale);
  context.globalAlpha = highlight.lit ? 0.25 : 1;
  drawGraph(context, picture, scale, placedTexts(picture.graph, picture.hulls, scale, bounds));
  context.globalAlpha = 1;
  drawHighlight(context, picture, { ...highlight, focus: undefined, hover: undefined }, scale);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
