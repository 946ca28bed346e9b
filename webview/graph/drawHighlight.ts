import { drawTexts, type Picture, tracePath, traceNode } from './drawGraph';
import { LABEL_UNITS } from './legibility';
import { litTexts } from './labels';
import type { Lit } from './litGraph';
import { toneColour } from './looks';
import type { VisibleNode } from './visibleGraph';

/** What stands out of a picture. Nodes are indices in the visible ones. */
export interface Highlight {
  readonly lit: Lit | undefined;
  /** Where the keyboard is. */
  readonly focus: number | undefined;
  /** What the cursor of the text editor is on. */
  readonly cursor: number | undefined;
  readonly hover: number | undefined;
}

/** Draws what stands out, above a picture that is faded where something is lit. */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  picture: Picture,
  { lit, cursor, hover }: Highlight,
  scale: number,
): void {
  const { graph, theme } = picture;
  const line = Math.max(1.2, 1 / scale);
  if (lit) {
    drawLit(context, picture, lit, scale);
  }
  const ring = (index: number | undefined, colour: string, dash: readonly number[], grow: number): void => {
    const node = index === undefined ? undefined : graph.nodes[index];
    if (node) {
      context.beginPath();
      traceNode(context, node, grow);
      context.strokeStyle = colour;
      context.lineWidth = 2 * line;
      context.setLineDash(dash.map((part) => part * line));
      context.stroke();
      context.setLineDash([]);
    }
  };
  ring(hover, theme.foreground, [], 3);
  ring(cursor, theme.warning, [6, 3], 6);
}

function drawLit(context: CanvasRenderingContext2D, picture: Picture, lit: Lit, scale: number): void {
  const { graph, theme, looks } = picture;
  const line = Math.max(1.2, 1 / scale);
  context.lineJoin = 'round';
  context.beginPath();
  for (const index of lit.edges) {
    tracePath(context, graph.paths[index] ?? []);
  }
  context.strokeStyle = theme.lit;
  context.lineWidth = 3 * line;
  context.stroke();
  if (lit.steps.size > 0) {
    drawArrows(context, picture, lit, line);
  }
  for (const index of lit.nodes) {
    const node = graph.nodes[index] as VisibleNode;
    context.beginPath();
    traceNode(context, node);
    context.fillStyle = theme.box;
    context.fill();
    context.strokeStyle = theme.lit;
    context.lineWidth = 3 * line;
    context.setLineDash(node.shape === 'external' ? [5, 4] : []);
    context.stroke();
    context.setLineDash([]);
    if (node.shape === 'virtual' || node.entry) {
      context.fillStyle = toneColour(looks.nodes[index]?.tone ?? 'none', theme);
      context.fill();
    }
  }
  drawTexts(
    context,
    theme,
    litTexts(
      lit.nodes.map((index) => graph.nodes[index] as VisibleNode),
      scale,
    ),
  );
  drawNumbers(context, picture, lit, scale);
}

/** Arrow heads in the middle of the lines, in the direction of the attack: along the order of the nodes. */
function drawArrows(
  context: CanvasRenderingContext2D,
  { graph, theme }: Picture,
  lit: Lit,
  line: number,
): void {
  const order = new Map(lit.nodes.map((node, place) => [node, place]));
  const size = 6 * line;
  context.beginPath();
  for (const index of lit.edges) {
    const edge = graph.edges[index];
    const path = graph.paths[index] ?? [];
    if (!edge || path.length < 4) {
      continue;
    }
    // Lines run from the component to the interface.
    const isForward = (order.get(edge.component) ?? 0) < (order.get(edge.interface) ?? 0);
    const [startX = 0, startY = 0, endX = 0, endY = 0] = path.slice(-4);
    const [dx, dy] = isForward ? [endX - startX, endY - startY] : [startX - endX, startY - endY];
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const [x, y] = [(startX + endX) / 2, (startY + endY) / 2];
    // A corner so far along the direction of the line and so far aside.
    const corner = (along: number, aside: number): [number, number] => [
      x + (size * (along * dx - aside * dy)) / length,
      y + (size * (along * dy + aside * dx)) / length,
    ];
    context.moveTo(...corner(1, 0));
    context.lineTo(...corner(-0.74, 0.68));
    context.lineTo(...corner(-0.74, -0.68));
    context.closePath();
  }
  context.fillStyle = theme.lit;
  context.fill();
}

/** Numbers of the steps in discs at the upper left of the components. */
function drawNumbers(
  context: CanvasRenderingContext2D,
  { graph, theme }: Picture,
  lit: Lit,
  scale: number,
): void {
  const size = Math.max(LABEL_UNITS, 11 / scale);
  for (const [index, steps] of lit.steps) {
    const { x, y, width, height } = graph.nodes[index] as VisibleNode;
    const [discX, discY] = [x - width / 2, y - height / 2];
    const text = steps.join(', ');
    context.font = `600 ${size}px ${theme.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const half = Math.max(size * 0.75, context.measureText(text).width / 2 + size * 0.35);
    context.beginPath();
    context.roundRect(discX - half, discY - size * 0.75, 2 * half, size * 1.5, size * 0.75);
    context.fillStyle = theme.lit;
    context.fill();
    context.fillStyle = theme.background;
    context.fillText(text, discX, discY + size * 0.05);
  }
}
