import { setAttribute } from '../dom';
import type { CanvasView } from './canvasView';
import { type Direction, nodeTowards } from './direction';
import type { VisibleGraph } from './visibleGraph';

/** What keys make the page do. */
export interface GraphKeyEvents {
  readonly graph: () => VisibleGraph | undefined;
  /** The visible node where the keyboard is. */
  readonly focus: () => number | undefined;
  readonly onFocus: (index: number) => void;
  readonly onBlur: () => void;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onClear: () => void;
  readonly onSearch: () => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onTravel: (by: -1 | 1) => void;
  readonly onFit: () => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const PAN_PX = 80;

/** Listens to the keyboard: arrow keys walk from node to node, N and P along the lines. */
export function listenToKeys(view: CanvasView, events: GraphKeyEvents): void {
  new GraphKeys(view, events).listen();
}

class GraphKeys {
  /** The last node left by N or P, whose neighbours are walked. */
  private centre: number | undefined;

  constructor(
    private readonly view: CanvasView,
    private readonly events: GraphKeyEvents,
  ) {}

  listen(): void {
    const { element } = this.view;
    element.tabIndex = 0;
    setAttribute(element, 'role', 'application');
    setAttribute(element, 'aria-roledescription', 'graph');
    setAttribute(
      element,
      'aria-label',
      'Threat Modeling Graph. Arrow keys go to the next node, N and P to what is beside it, Enter chooses, O opens the text, Comma and Period step along a chain, Plus and Minus zoom, 0 shows all, F finds, Escape clears.',
    );
    element.addEventListener('keydown', (event) => {
      if (this.handle(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    element.addEventListener('focus', () => this.begin());
    element.addEventListener('blur', () => this.events.onBlur());
  }

  private begin(): void {
    const graph = this.events.graph();
    const index = this.events.focus() ?? (graph && graph.nodes.length > 0 ? first(graph) : undefined);
    if (index !== undefined) {
      this.events.onFocus(index);
    }
  }

  private handle({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { events, view } = this;
    const graph = events.graph();
    const focus = events.focus();
    const direction = ARROWS[key];
    if (direction && altKey) {
      if (direction === 'left' || direction === 'right') {
        events.onTravel(direction === 'left' ? -1 : 1);
        return true;
      }
      return false;
    }
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() === 'f') {
        events.onSearch();
        return true;
      }
      return false;
    }
    if (direction) {
      if (shiftKey) {
        this.pan(direction);
      } else if (graph && focus !== undefined) {
        this.centre = undefined;
        this.go(nodeTowards(graph, focus, direction));
      }
      return true;
    }
    switch (key) {
      case 'Enter':
      case ' ':
        if (focus !== undefined) {
          events.onChoose(focus);
        }
        return true;
      case 'o':
        if (focus !== undefined) {
          events.onOpen(focus);
        }
        return true;
      case 'n':
      case 'p':
        this.walk(key === 'n' ? 1 : -1);
        return true;
      case ',':
      case '.':
        events.onStep(key === '.' ? 1 : -1);
        return true;
      case '+':
      case '=':
        view.zoomBy(1.4);
        return true;
      case '-':
        view.zoomBy(1 / 1.4);
        return true;
      case '0':
        events.onFit();
        return true;
      case 'f':
      case '/':
        events.onSearch();
        return true;
      case 'Home':
        if (graph) {
          this.go(first(graph));
        }
        return true;
      case 'Escape':
        events.onClear();
        return true;
      default:
        return false;
    }
  }

  private pan(direction: Direction): void {
    const x = direction === 'left' ? PAN_PX : direction === 'right' ? -PAN_PX : 0;
    const y = direction === 'up' ? PAN_PX : direction === 'down' ? -PAN_PX : 0;
    this.view.panBy(x, y);
  }

  /** Goes to the next node beside the one from which the walk began. */
  private walk(by: -1 | 1): void {
    const graph = this.events.graph();
    const focus = this.events.focus();
    if (!graph || focus === undefined) {
      return;
    }
    const isOnWay =
      this.centre !== undefined && graph.neighbours[this.centre]?.some(({ node }) => node === focus);
    const centre = isOnWay ? (this.centre as number) : focus;
    const beside = graph.neighbours[centre] ?? [];
    const at = isOnWay ? beside.findIndex(({ node }) => node === focus) : by > 0 ? -1 : 0;
    this.centre = centre;
    this.go(beside[(at + by + beside.length) % Math.max(1, beside.length)]?.node);
  }

  private go(index: number | undefined): void {
    if (index !== undefined) {
      this.events.onFocus(index);
    }
  }
}

/** Where a walk begins: the first way in, else the first node. */
function first({ nodes }: VisibleGraph): number {
  return Math.max(
    0,
    nodes.findIndex(({ entry }) => entry),
  );
}
