import { quadtree, select, zoom, zoomIdentity, type Quadtree, type ZoomTransform } from 'd3';
import type { EdgePath } from '../../src/drawing/edgePaths';
import { element } from '../dom';
import { drawGraph, type Picture } from './drawGraph';
import { drawHighlight, type Highlight } from './drawHighlight';
import { placedTexts } from './labels';
import { isMotionReduced } from './theme';
import { type Bounds, boundsOf } from './visibleGraph';

const LEAST_SCALE = 0.02;
const MOST_SCALE = 4;
/** A small graph is not blown up. */
const MOST_FITTED_SCALE = 1.25;
/** How long the picture must be at rest before it is drawn anew, in milliseconds. */
const REST_MS = 120;
/** Up to so many nodes and edges every frame of a movement is drawn anew. */
const SMALL = 800;
const TRANSITION_MS = 250;
/** How near a pointer must be, in pixels. */
const NODE_REACH_PX = 8;
const EDGE_REACH_PX = 5;

/** What is under the pointer: a visible node or edge. */
export interface Hit {
  readonly kind: 'node' | 'edge';
  readonly index: number;
}

/** What the view tells the page. */
export interface CanvasEvents {
  readonly onHover: (hit: Hit | undefined, x: number, y: number) => void;
  readonly onChoose: (hit: Hit | undefined) => void;
  /** The picture came to rest in a new place; without one all of it is in view. */
  readonly onView: (view: { readonly k: number; readonly x: number; readonly y: number } | undefined) => void;
}

/**
 * The picture of a graph on two canvases: what is at rest below, what is lit above. While the picture moves, the last
 * one is only transformed; it is drawn anew at rest.
 */
export class CanvasView {
  readonly element: HTMLElement;
  private readonly base = element('canvas', { class: 'graph-base', 'aria-hidden': 'true' });
  private readonly overlay = element('canvas', { class: 'graph-overlay', 'aria-hidden': 'true' });
  /** The ring around the node with the focus, as an element: screen magnifiers follow it. */
  private readonly marker = element('div', { class: 'graph-focus', 'aria-hidden': 'true', hidden: true });
  private readonly behaviour = zoom<HTMLElement, unknown>();
  private picture: Picture | undefined;
  private highlight: Highlight = { lit: undefined, focus: undefined, cursor: undefined, hover: undefined };
  private tree: Quadtree<number> | undefined;
  private transform: ZoomTransform = zoomIdentity;
  /** The transform with which the canvases were drawn. */
  private drawn: ZoomTransform = zoomIdentity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  /** All of the picture is in view, and stays so when the view changes its size. */
  private isFitted = false;

  constructor(private readonly events: CanvasEvents) {
    this.element = element('div', { class: 'graph-canvas' }, this.base, this.overlay, this.marker);
    this.behaviour
      .scaleExtent([LEAST_SCALE, MOST_SCALE])
      .on(
        'zoom',
        ({
          transform,
          sourceEvent,
        }: {
          readonly transform: ZoomTransform;
          readonly sourceEvent: unknown;
        }) => {
          this.transform = transform;
          if (sourceEvent) {
            this.isFitted = false;
          }
          this.moved();
        },
      );
    select(this.element).call(this.behaviour).on('dblclick.zoom', null);
    this.listen();
    new ResizeObserver(() => this.resize()).observe(this.element);
  }

  /** Shows another picture. */
  show(picture: Picture): void {
    this.picture = picture;
    const { nodes } = picture.graph;
    this.tree = quadtree<number>()
      .x((index) => nodes[index]?.x ?? 0)
      .y((index) => nodes[index]?.y ?? 0)
      .addAll([...nodes.keys()]);
    this.draw();
  }

  /** Lights something else. */
  light(highlight: Highlight): void {
    const wasFaded = this.highlight.lit !== undefined;
    this.highlight = highlight;
    if (wasFaded !== (highlight.lit !== undefined)) {
      this.element.classList.toggle('faded', highlight.lit !== undefined);
    }
    this.placeMarker();
    this.drawOverlay();
  }

  /** Whether all of a rectangle is in view. */
  isInView(bounds: Bounds): boolean {
    const { k, x, y } = this.transform;
    const { clientWidth, clientHeight } = this.element;
    return (
      bounds.left * k + x >= 0 &&
      bounds.top * k + y >= 0 &&
      bounds.right * k + x <= clientWidth &&
      bounds.bottom * k + y <= clientHeight
    );
  }

  /** Moves the picture so that a rectangle fills the view; everything without one. */
  fit(bounds?: Bounds, isMoving = true): void {
    const around = bounds ?? (this.picture && boundsOf(this.picture.graph));
    if (!around || this.element.clientWidth === 0) {
      return;
    }
    this.isFitted = bounds === undefined;
    this.moveTo(this.around(around), isMoving);
  }

  private around(bounds: Bounds): ZoomTransform {
    const { clientWidth, clientHeight } = this.element;
    // Names stand beside what is at the edges.
    const across = Math.min(90, clientWidth / 7);
    const along = Math.min(40, clientHeight / 10);
    const scale = Math.min(
      MOST_FITTED_SCALE,
      Math.max(1, clientWidth - 2 * across) / Math.max(1, bounds.right - bounds.left),
      Math.max(1, clientHeight - 2 * along) / Math.max(1, bounds.bottom - bounds.top),
    );
    return this.centred(bounds, Math.max(LEAST_SCALE, scale));
  }

  private centred(bounds: Bounds, k: number): ZoomTransform {
    const { clientWidth, clientHeight } = this.element;
    return zoomIdentity
      .translate(
        clientWidth / 2 - ((bounds.left + bounds.right) / 2) * k,
        clientHeight / 2 - ((bounds.top + bounds.bottom) / 2) * k,
      )
      .scale(k);
  }

  /** Moves the picture as little as needed to bring a rectangle into view. */
  reveal(bounds: Bounds): void {
    if (this.isInView(bounds)) {
      return;
    }
    const { k } = this.transform;
    const { clientWidth, clientHeight } = this.element;
    if ((bounds.right - bounds.left) * k > clientWidth || (bounds.bottom - bounds.top) * k > clientHeight) {
      this.fit(bounds);
      return;
    }
    this.isFitted = false;
    this.moveTo(this.centred(bounds, k));
  }

  /** Makes the picture larger or smaller around the middle. */
  zoomBy(factor: number): void {
    this.isFitted = false;
    select(this.element).call(this.behaviour.scaleBy, factor);
  }

  /** Moves the picture by pixels. */
  panBy(x: number, y: number): void {
    this.isFitted = false;
    select(this.element).call(this.behaviour.translateBy, x / this.transform.k, y / this.transform.k);
  }

  /** Places the picture as it was. */
  restore({ k, x, y }: { readonly k: number; readonly x: number; readonly y: number }): void {
    this.isFitted = false;
    select(this.element).call(this.behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  }

  private moveTo(target: ZoomTransform, isMoving = true): void {
    const selection = select(this.element);
    if (!isMoving || isMotionReduced() || !this.isSmall()) {
      selection.call(this.behaviour.transform, target);
    } else {
      selection.transition().duration(TRANSITION_MS).call(this.behaviour.transform, target);
    }
  }

  private isSmall(): boolean {
    const { graph } = this.picture ?? {};
    return !graph || graph.nodes.length + graph.edges.length <= SMALL;
  }

  private placeMarker(): void {
    const { focus } = this.highlight;
    const node = focus === undefined ? undefined : this.picture?.graph.nodes[focus];
    this.marker.hidden = node === undefined;
    if (node) {
      const [x, y] = this.transform.apply([node.x, node.y]);
      const [width, height] = [node.width * this.transform.k + 10, node.height * this.transform.k + 10];
      this.marker.style.transform = `translate(${x - width / 2}px, ${y - height / 2}px)`;
      this.marker.style.width = `${width}px`;
      this.marker.style.height = `${height}px`;
    }
  }

  private moved(): void {
    this.placeMarker();
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        if (this.isSmall()) {
          this.draw();
        } else {
          this.transformLastPicture();
        }
      });
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), REST_MS);
  }

  private rest(): void {
    if (this.drawn !== this.transform) {
      this.draw();
    }
    const { k, x, y } = this.transform;
    this.events.onView(this.isFitted ? undefined : { k, x, y });
  }

  private transformLastPicture(): void {
    const { k, x, y } = this.transform;
    const scale = k / this.drawn.k;
    const style = `translate(${x - this.drawn.x * scale}px, ${y - this.drawn.y * scale}px) scale(${scale})`;
    this.base.style.transform = style;
    this.overlay.style.transform = style;
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.element;
    for (const canvas of [this.base, this.overlay]) {
      canvas.width = clientWidth * devicePixelRatio;
      canvas.height = clientHeight * devicePixelRatio;
    }
    if (this.isFitted) {
      this.fit(undefined, false);
    }
    this.draw();
  }

  private draw(): void {
    this.drawn = this.transform;
    this.base.style.transform = '';
    this.overlay.style.transform = '';
    const context = this.base.getContext('2d');
    if (context && this.picture) {
      const begun = performance.now();
      this.prepare(context);
      const { graph, hulls } = this.picture;
      const { clientWidth, clientHeight } = this.element;
      const [left, top] = this.drawn.invert([0, 0]);
      const [right, bottom] = this.drawn.invert([clientWidth, clientHeight]);
      const texts = placedTexts(graph, hulls, this.drawn.k, { left, top, right, bottom });
      drawGraph(context, this.picture, this.drawn.k, texts);
      performance.measure('picture', { start: begun });
    }
    this.drawOverlay();
  }

  private drawOverlay(): void {
    const context = this.overlay.getContext('2d');
    if (context && this.picture) {
      const begun = performance.now();
      this.prepare(context);
      drawHighlight(context, this.picture, this.highlight, this.drawn.k);
      performance.measure('highlight', { start: begun });
    }
  }

  private prepare(context: CanvasRenderingContext2D): void {
    const { k, x, y } = this.drawn;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(
      devicePixelRatio * k,
      0,
      0,
      devicePixelRatio * k,
      devicePixelRatio * x,
      devicePixelRatio * y,
    );
  }

  private listen(): void {
    const { element: target, events } = this;
    target.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) {
        const [x, y] = this.local(event);
        const hit = this.hit(x, y);
        target.classList.toggle('over', hit !== undefined);
        events.onHover(hit, x, y);
      }
    });
    target.addEventListener('pointerleave', () => events.onHover(undefined, 0, 0));
    target.addEventListener('click', (event) => events.onChoose(this.hit(...this.local(event))));
  }

  private local({ clientX, clientY }: MouseEvent): [x: number, y: number] {
    const { left, top } = this.element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /** What is at a point of the screen: a node before an edge. */
  private hit(screenX: number, screenY: number): Hit | undefined {
    const { graph } = this.picture ?? {};
    if (!graph) {
      return undefined;
    }
    const [x, y] = this.transform.invert([screenX, screenY]);
    const { k } = this.transform;
    const reach = NODE_REACH_PX / k;
    let node: number | undefined;
    let nearest = Infinity;
    this.tree?.visit((quad, left, top, right, bottom) => {
      if (!quad.length) {
        for (let leaf: typeof quad | undefined = quad; leaf; leaf = leaf.next) {
          const candidate = graph.nodes[leaf.data];
          if (candidate) {
            const outside = Math.max(
              Math.abs(x - candidate.x) - candidate.width / 2,
              Math.abs(y - candidate.y) - candidate.height / 2,
            );
            if (outside <= reach && outside < nearest) {
              nearest = outside;
              node = leaf.data;
            }
          }
        }
      }
      // The widest box is 480 units wide.
      return (
        left > x + 250 + reach || right < x - 250 - reach || top > y + 60 + reach || bottom < y - 60 - reach
      );
    });
    if (node !== undefined) {
      return { kind: 'node', index: node };
    }
    const edge = graph.paths.findIndex((path) => distanceTo(path, x, y) * k <= EDGE_REACH_PX);
    return edge < 0 ? undefined : { kind: 'edge', index: edge };
  }
}

/** Distance of a point from a line through corners. */
function distanceTo(path: EdgePath, x: number, y: number): number {
  let least = Infinity;
  for (let at = 0; at + 3 < path.length; at += 2) {
    const [startX = 0, startY = 0, endX = 0, endY = 0] = path.slice(at, at + 4);
    const [dx, dy] = [endX - startX, endY - startY];
    const along = ((x - startX) * dx + (y - startY) * dy) / Math.max(1, dx * dx + dy * dy);
    const part = Math.max(0, Math.min(1, along));
    const [offX, offY] = [x - startX - part * dx, y - startY - part * dy];
    least = Math.min(least, Math.sqrt(offX * offX + offY * offY));
  }
  return least;
}
