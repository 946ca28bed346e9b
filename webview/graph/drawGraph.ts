import type { EdgePath } from '../../src/drawing/edgePaths';
import type { FacilityHull } from '../../src/drawing/hulls';
import type { Look } from '../../src/drawing/nodeColour';
import type { PlacedText } from './labels';
import { type Looks, toneColour } from './looks';
import type { GraphTheme } from './theme';
import type { VisibleGraph, VisibleNode } from './visibleGraph';

/** Everything that the picture of a graph depends on, but for the place of the eye. */
export interface Picture {
  readonly graph: VisibleGraph;
  readonly theme: GraphTheme;
  readonly looks: Looks;
  readonly hulls: readonly FacilityHull[];
}

/**
 * Draws a graph into a context whose transform maps the units of the drawing to pixels.
 * @param scale pixels per unit
 */
export function drawGraph(
  context: CanvasRenderingContext2D,
  picture: Picture,
  scale: number,
  texts: readonly PlacedText[],
): void {
  context.lineJoin = 'round';
  drawHulls(context, picture, scale);
  drawEdges(context, picture, scale);
  drawNodes(context, picture, scale);
  drawTexts(context, picture.theme, texts);
}

function drawHulls(context: CanvasRenderingContext2D, { hulls, theme }: Picture, scale: number): void {
  context.beginPath();
  for (const { outline } of hulls) {
    tracePath(context, outline);
    context.closePath();
  }
  context.fillStyle = theme.hull;
  if (!theme.isHighContrast) {
    context.globalAlpha = 0.2;
    context.fill();
    context.globalAlpha = 1;
  }
  context.lineWidth = 1 / Math.min(1, scale);
  context.strokeStyle = theme.hull;
  context.stroke();
}

/** Lengths of strokes and gaps. */
const DASHES = { solid: [], dashed: [4, 3], dotted: [1.5, 2.5] } satisfies Record<Look['line'], number[]>;

function drawEdges(context: CanvasRenderingContext2D, { graph, looks, theme }: Picture, scale: number): void {
  for (const [look, edges] of grouped(looks.edges)) {
    context.beginPath();
    for (const index of edges) {
      tracePath(context, graph.paths[index] ?? []);
    }
    context.strokeStyle = toneColour(look.tone, theme);
    context.globalAlpha = look.line === 'solid' ? 0.9 : 0.6;
    context.lineWidth = lineWidth(look.weight, scale);
    context.setLineDash(DASHES[look.line].map((length) => length / scale));
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Thin pictures keep lines of a pixel; the weight is the second sign beside the colour. */
function lineWidth(weight: Look['weight'], scale: number): number {
  return (0.4 + 0.7 * weight) / Math.min(1, scale);
}

/** Adds a line through corners to the path. */
export function tracePath(context: CanvasRenderingContext2D, corners: EdgePath): void {
  for (let at = 0; at + 1 < corners.length; at += 2) {
    if (at === 0) {
      context.moveTo(corners[at] as number, corners[at + 1] as number);
    } else {
      context.lineTo(corners[at] as number, corners[at + 1] as number);
    }
  }
}

function drawNodes(context: CanvasRenderingContext2D, { graph, looks, theme }: Picture, scale: number): void {
  for (const [look, indices] of grouped(looks.nodes)) {
    const colour = toneColour(look.tone, theme);
    const nodes = indices.map((index) => graph.nodes[index] as VisibleNode);
    context.beginPath();
    nodes.forEach((node) => traceNode(context, node));
    context.fillStyle = theme.box;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = (0.5 + 0.8 * look.weight) / Math.min(1, scale);
    context.setLineDash(DASHES[look.line]);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    nodes.filter(isFilled).forEach((node) => traceNode(context, node));
    context.fillStyle = colour;
    context.fill();
  }
  drawBadges(context, graph, theme, scale);
}

/** Buses, dots and ways in are filled with their colour; boxes have text in them. */
function isFilled({ shape, entry }: VisibleNode): boolean {
  return shape === 'virtual' || entry;
}

/** Adds the outline of a node to the path. */
export function traceNode(context: CanvasRenderingContext2D, node: VisibleNode, grow = 0): void {
  const { shape, x, y, width, height } = node;
  const [halfWidth, halfHeight] = [width / 2 + grow, height / 2 + grow];
  if (shape === 'interface' && node.entry) {
    // A way in: an arrow head.
    context.moveTo(x - halfWidth, y - halfHeight - 1);
    context.lineTo(x + halfWidth + 2, y);
    context.lineTo(x - halfWidth, y + halfHeight + 1);
    context.closePath();
  } else if (shape === 'interface' || shape === 'virtual') {
    context.moveTo(x + halfWidth, y);
    context.arc(x, y, halfWidth, 0, 2 * Math.PI);
  } else {
    const corner = shape === 'bus' ? halfHeight : 5;
    context.roundRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, corner);
    if (node.isFacility) {
      context.roundRect(
        x - halfWidth - 4,
        y - halfHeight - 4,
        2 * halfWidth + 8,
        2 * halfHeight + 8,
        corner + 3,
      );
    }
  }
}

/** Diamonds for assets, and a dotted rim around what the model has a problem with. */
function drawBadges(
  context: CanvasRenderingContext2D,
  { nodes }: VisibleGraph,
  theme: GraphTheme,
  scale: number,
): void {
  const size = Math.min(12, Math.max(5, 4 / scale));
  context.beginPath();
  for (const { assets, x, y, width, height } of nodes) {
    if (assets.length > 0) {
      const [badgeX, badgeY] = [x + width / 2 - size, y - height / 2];
      context.moveTo(badgeX, badgeY - size);
      context.lineTo(badgeX + size, badgeY);
      context.lineTo(badgeX, badgeY + size);
      context.lineTo(badgeX - size, badgeY);
      context.closePath();
    }
  }
  context.fillStyle = theme.foreground;
  context.fill();
  context.beginPath();
  for (const { problem, x, y, width, height } of nodes) {
    if (problem) {
      context.roundRect(x - width / 2 - 5, y - height / 2 - 5, width + 10, height + 10, 7);
    }
  }
  context.strokeStyle = theme.warning;
  context.lineWidth = 1.5 / Math.min(1, scale);
  context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
}

/** Draws texts; those that are in no box have a rim of the background, so that lines behind them do not disturb. */
export function drawTexts(
  context: CanvasRenderingContext2D,
  theme: GraphTheme,
  texts: readonly PlacedText[],
): void {
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  for (const { text, x, y, size, isInBox, isStrong } of texts) {
    context.font = `${isStrong ? '600 ' : ''}${size}px ${theme.font}`;
    if (!isInBox) {
      context.lineWidth = size / 4;
      context.strokeText(text, x, y);
    }
    context.fillStyle = isStrong || isInBox ? theme.foreground : theme.muted;
    context.fillText(text, x, y);
  }
}

/** Indices by look; what matters most comes last, so that it is on top. */
function grouped(looks: readonly Look[]): [Look, number[]][] {
  const groups = new Map<string, [Look, number[]]>();
  for (const [index, look] of looks.entries()) {
    const key = `${look.tone} ${look.weight} ${look.line}`;
    const group = groups.get(key);
    if (group) {
      group[1].push(index);
    } else {
      groups.set(key, [look, [index]]);
    }
  }
  return [...groups.values()].sort(([first], [second]) => first.weight - second.weight);
}
