import { facilityHulls } from '../../src/drawing/hulls';
import { isSameKey, type SelectionKey } from '../../src/protocol/selectionKey';
import type { ViewState } from '../../src/protocol/viewProtocol';
import { element } from '../dom';
import type { PageHost } from '../host';
import { button, progressRing } from '../ui/controls';
import { CanvasView, type Hit } from './canvasView';
import { edgeName, figureText, nodeText, ratingLines } from './describe';
import { Details } from './details';
import type { Picture } from './drawGraph';
import type { Highlight } from './drawHighlight';
import { savePicture } from './exportPicture';
import { listenToKeys } from './graphKeys';
import { legend } from './legend';
import { type Lit, litGraph } from './litGraph';
import { litLists } from './litLists';
import { legendOf, looksOf } from './looks';
import { type GraphPageState, restoredState } from './pageState';
import { type PlacedScene, SceneSource } from './sceneSource';
import { onThemeChange, readTheme } from './theme';
import { type ShownPanes, type Toolbar, toolbar } from './toolbar';
import { boundsOf, searchNodes, visibleGraph, type VisibleNode } from './visibleGraph';

/** The page of the graph: what it shows is the host's state, the scene, and how the user wants to see it. */
export class GraphPage {
  private page: GraphPageState = restoredState(undefined);
  private readonly view = new CanvasView({
    onHover: (hit, x, y) => this.hover(hit, x, y),
    onChoose: (hit) => this.chooseHit(hit),
    onView: (view) => this.keep({ view }),
  });
  private readonly details = new Details({
    onChoose: (key) => this.choose(key),
    onReveal: () => void this.ask('reveal'),
    onStep: (step) => this.change({ step }),
    onCollapse: (facility) => this.change({ collapsed: [...this.page.collapsed, facility] }),
  });
  private readonly tooltip = element('div', { class: 'tooltip', role: 'presentation', hidden: true });
  private readonly announcer = element('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  private readonly litList = element('div', { class: 'visually-hidden' });
  private readonly status = element('div', { class: 'graph-status' });
  private readonly legendHolder = element('div');
  private readonly pane = element('div', { class: 'pane' }, this.details.element, this.legendHolder);
  private bar: Toolbar | undefined;
  private host: PageHost | undefined;
  private source: SceneSource | undefined;
  private state: ViewState | undefined;
  private placed: PlacedScene | undefined;
  private picture: Picture | undefined;
  private lit: Lit | undefined;
  private focus: number | undefined;
  private hovered: number | undefined;
  private found: readonly number[] = [];
  /** Of what the scene was fetched, or is being. */
  private loaded = '';
  private isPlaced = false;

  constructor(private readonly root: HTMLElement) {
    listenToKeys(this.view, {
      graph: () => this.picture?.graph,
      focus: () => this.focus,
      onFocus: (index) => this.focusNode(index),
      onBlur: () => this.light(false),
      onChoose: (index) => this.chooseHit({ kind: 'node', index }),
      onOpen: (index) => void this.open({ kind: 'node', index }),
      onClear: () => this.choose(undefined),
      onSearch: () => this.bar?.focusSearch(),
      onStep: (by) => this.step(by),
      onTravel: (by) => void this.host?.host.request('travel', { by }),
      onFit: () => this.view.fit(),
    });
  }

  /** Builds the page as it was when it was there last. */
  start(host: PageHost): void {
    this.host = host;
    this.source = new SceneSource(host.host);
    this.page = restoredState(host.storedState);
    this.isPlaced = this.page.view !== undefined;
    this.bar = toolbar(
      {
        onState: (change) => this.change(change),
        onModel: (root) => void host.host.request('showModel', { root }),
        onSearch: (text) => this.search(text),
        onNextFound: () => this.nextFound(),
        onZoom: (factor) => this.view.zoomBy(factor),
        onFit: () => this.view.fit(),
        onArrange: () => void this.load(true),
        onTravel: (by) => void host.host.request('travel', { by }),
        onClear: () => this.choose(undefined),
        onFollow: (follow) => void host.host.request('followCursor', { follow }),
        onTable: () => void host.host.request('showPage', { page: 'chains' }),
        onSave: (format) => void this.save(format),
      },
      this.page,
    );
    const stage = element('div', { class: 'stage' }, this.view.element, this.status, this.tooltip);
    this.root.replaceChildren(
      this.bar.element,
      element('div', { class: 'columns' }, stage, this.pane),
      this.litList,
      this.announcer,
    );
    onThemeChange(() => this.draw());
    new ResizeObserver(() => this.show(false)).observe(this.root);
  }

  /** Shows what the host says. */
  update(state: ViewState): void {
    const before = this.state;
    this.state = state;
    const isNewChoice = !isSameKey(before?.selection, state.selection);
    if (isNewChoice && before) {
      this.keep({ step: undefined });
    }
    if (before?.root !== state.root && before) {
      this.isPlaced = false;
      this.focus = undefined;
    }
    const wanted = `${state.root} ${state.revision} ${this.page.layout}`;
    if (state.root !== undefined && wanted !== this.loaded) {
      void this.load();
    }
    this.show(isNewChoice);
  }

  private async load(fresh = false): Promise<void> {
    const { root, revision } = this.state ?? {};
    if (root === undefined || !this.source) {
      return;
    }
    this.loaded = `${root} ${revision} ${this.page.layout}`;
    try {
      const placed = await this.source.load(root, this.page.layout, fresh);
      if (placed) {
        this.placed = placed;
        this.draw();
        if (fresh || !this.isPlaced) {
          this.view.fit();
        } else if (!this.picture || this.page.view) {
          this.restoreView();
        }
        this.isPlaced = true;
        this.show(false);
      }
    } catch (error) {
      this.loaded = '';
      this.say(`The graph could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private restoreView(): void {
    if (this.page.view && !this.isRestored) {
      this.view.restore(this.page.view);
    }
    this.isRestored = true;
  }

  private isRestored = false;

  private draw(): void {
    if (!this.placed) {
      return;
    }
    const focused = this.focus === undefined ? undefined : this.picture?.graph.nodes[this.focus]?.key;
    const { scene, positions } = this.placed;
    const graph = visibleGraph(scene, positions, { ...this.page, collapsed: new Set(this.page.collapsed) });
    const theme = readTheme();
    const hulls = scene.facilities.length > 0 ? facilityHulls(graph, graph.positions) : [];
    this.picture = { graph, theme, looks: looksOf(graph, this.page.colourMode), hulls };
    const focusIndex = graph.nodes.findIndex(({ key }) => key === focused);
    this.focus = focusIndex < 0 ? undefined : focusIndex;
    this.hovered = undefined;
    this.view.show(this.picture);
    this.legendHolder.replaceChildren(legend(legendOf(graph, this.page.colourMode), theme));
    this.light(false);
  }

  private show(isNewChoice: boolean): void {
    const { state } = this;
    if (!state) {
      return;
    }
    const { legend: isLegendShown, details: areDetailsShown } = this.panes(state);
    this.bar?.update(
      state,
      { legend: isLegendShown, details: areDetailsShown },
      this.page,
      this.placed?.scene.facilities ?? [],
    );
    this.legendHolder.hidden = !isLegendShown || !this.picture;
    this.details.element.hidden = !areDetailsShown;
    this.pane.hidden = !areDetailsShown && !isLegendShown;
    this.showStatus(state);
    this.light(isNewChoice);
  }

  /** Where there is little room, the pane is there only for what is chosen. */
  private panes({ selection }: ViewState): ShownPanes {
    const isWide = this.root.clientWidth >= WIDE_PX;
    return {
      legend: this.page.legend ?? isWide,
      details: this.page.details ?? (isWide || selection !== undefined),
    };
  }

  private light(isNewChoice: boolean): void {
    const { state, picture } = this;
    if (!state || !picture) {
      return;
    }
    this.lit = litGraph(picture.graph, state.selection, this.page.step);
    this.view.light(this.highlight(picture));
    const cursor = this.cursorNode(picture);
    const cursorName = cursor === undefined ? undefined : picture.graph.nodes[cursor]?.name;
    this.litList.replaceChildren(
      ...(this.lit ? litLists(picture.graph, this.lit) : []),
      ...(cursorName === undefined ? [] : [element('p', {}, `Cursor in the text: ${cursorName}`)]),
    );
    this.details.show(picture.graph, state.selection, state.chain, this.page.step);
    const bounds = isNewChoice && this.lit ? boundsOf(picture.graph, this.lit.nodes) : undefined;
    if (bounds) {
      this.view.reveal(bounds);
    }
    if (cursor !== undefined && !isNewChoice) {
      const place = boundsOf(picture.graph, [cursor]);
      if (place && this.shownCursor !== picture.graph.nodes[cursor]?.key) {
        this.view.reveal(place);
      }
    }
    this.shownCursor = cursor === undefined ? undefined : picture.graph.nodes[cursor]?.key;
  }

  private shownCursor: string | undefined;

  private highlight(picture: Picture): Highlight {
    return {
      lit: this.lit,
      focus: document.activeElement === this.view.element ? this.focus : undefined,
      cursor: this.cursorNode(picture),
      hover: this.hovered,
    };
  }

  private cursorNode({ graph }: Picture): number | undefined {
    const key = this.state?.cursor;
    return key && key.kind !== 'chain'
      ? litGraph(graph, key)?.nodes[key.kind === 'relation' ? 1 : 0]
      : undefined;
  }

  private change(change: Partial<GraphPageState>): void {
    const layoutChanges = change.layout !== undefined && change.layout !== this.page.layout;
    this.keep(change);
    if (layoutChanges) {
      this.isPlaced = false;
      void this.load();
    } else if ('step' in change) {
      this.light(false);
    } else {
      this.draw();
    }
    this.show(false);
  }

  private keep(change: Partial<GraphPageState>): void {
    this.page = { ...this.page, ...change };
    this.host?.store(this.page);
  }

  /** @param isRevealing also opens the text, and leaves the focus here */
  private choose(key: SelectionKey | undefined, isRevealing = false): void {
    const { host } = this.host ?? {};
    void host?.request('choose', { key }).then(() => {
      if (key && isRevealing) {
        void this.ask('reveal');
      }
    });
  }

  private chooseHit(hit: Hit | undefined): void {
    const node = hit?.kind === 'node' ? this.picture?.graph.nodes[hit.index] : undefined;
    if (hit?.kind === 'node') {
      this.focus = hit.index;
    }
    if (node?.isFacility) {
      this.change({ collapsed: this.page.collapsed.filter((name) => name !== node.name) });
      return;
    }
    this.choose(this.keyOf(hit), true);
  }

  private keyOf(hit: Hit | undefined): SelectionKey | undefined {
    const { graph } = this.picture ?? {};
    if (!hit || !graph) {
      return undefined;
    }
    if (hit.kind === 'node') {
      const { kind, name } = graph.nodes[hit.index] as VisibleNode;
      return { kind, name };
    }
    const edge = graph.edges[hit.index] ?? NO_EDGE;
    const component = graph.nodes[edge.component];
    const through = graph.nodes[edge.interface];
    return component && through && !component.isFacility && !through.isFacility
      ? { kind: 'relation', interface: through.name, component: component.name }
      : undefined;
  }

  private async open(hit: Hit): Promise<void> {
    const key = this.keyOf(hit);
    if (key && this.host) {
      await this.host.host.request('choose', { key });
      await this.ask('reveal');
    }
  }

  private async ask(method: 'reveal' | 'compute' | 'cancel'): Promise<void> {
    await this.host?.host.request(method, {});
  }

  private focusNode(index: number): void {
    const { graph } = this.picture ?? {};
    if (!graph || !this.picture) {
      return;
    }
    this.focus = index;
    const bounds = boundsOf(graph, [index]);
    if (bounds) {
      this.view.reveal(bounds);
    }
    this.view.light(this.highlight(this.picture));
    this.say(nodeText(graph, index));
  }

  private step(by: -1 | 1): void {
    const key = this.state?.selection;
    if (key?.kind === 'chain') {
      const last = Math.ceil(key.path.length / 2);
      const next = (this.page.step ?? last) + by;
      this.change({ step: next >= last ? undefined : Math.max(1, next) });
      this.say(next >= last ? `all ${last} steps` : `step ${Math.max(1, next)} of ${last}`);
    }
  }

  private search(text: string): void {
    const { graph } = this.picture ?? {};
    this.found = graph ? searchNodes(graph, text) : [];
    this.bar?.setFound(text.trim() === '' ? '' : `${this.found.length} found`);
    const [first] = this.found;
    if (first !== undefined) {
      this.focusNode(first);
    }
  }

  private nextFound(): void {
    const at = this.found.indexOf(this.focus ?? -1);
    const next = this.found[(at + 1) % Math.max(1, this.found.length)];
    if (next !== undefined) {
      this.focusNode(next);
      this.view.element.focus();
    }
  }

  private hover(hit: Hit | undefined, x: number, y: number): void {
    const { graph } = this.picture ?? {};
    const text = graph && hit ? this.hitText(hit) : '';
    this.tooltip.hidden = text === '';
    this.tooltip.textContent = text;
    this.tooltip.style.left = `${Math.min(x + 14, this.view.element.clientWidth - 260)}px`;
    this.tooltip.style.top = `${y + 16}px`;
    const hovered = hit?.kind === 'node' ? hit.index : undefined;
    if (hovered !== this.hovered && this.picture) {
      this.hovered = hovered;
      this.view.light(this.highlight(this.picture));
    }
  }

  private hitText(hit: Hit): string {
    const { graph } = this.picture as Picture;
    if (hit.kind === 'node') {
      return nodeText(graph, hit.index);
    }
    const edge = graph.edges[hit.index] ?? NO_EDGE;
    return [edgeName(graph, edge), figureText(edge.figure, graph), ...ratingLines(edge)].join('; ');
  }

  private showStatus({ phase, found, models, root }: ViewState): void {
    const parts: Node[] = [];
    if (models.length === 0 || root === undefined) {
      parts.push(element('p', {}, 'There is no model. Run "TMG: New Model" to write the first one.'));
    } else if (phase === 'computing') {
      const count = found > 0 ? `${found.toLocaleString('en-US')} chains so far` : 'Computing attack chains';
      parts.push(
        progressRing('Computing attack chains'),
        element('span', {}, count),
        button('Cancel', () => void this.ask('cancel')).element,
      );
    } else if (phase === 'none') {
      parts.push(
        element('span', {}, 'Chains are not computed.'),
        button('Compute', () => void this.ask('compute'), { primary: true }).element,
      );
    } else if (phase === 'outdated') {
      parts.push(
        element('span', {}, 'The files have changed since.'),
        button('Compute', () => void this.ask('compute')).element,
      );
    }
    this.status.replaceChildren(...parts);
    this.status.hidden = parts.length === 0;
  }

  private async save(format: 'svg' | 'png'): Promise<void> {
    if (this.picture && this.host) {
      const key = this.state?.selection;
      const path = key?.kind === 'chain' ? key.path : undefined;
      await savePicture(this.host.host, this.picture, this.highlight(this.picture), format, path);
    }
  }

  private say(text: string): void {
    this.announcer.textContent = text;
  }
}

/** As wide as this, the page has room for a pane beside the graph. */
const WIDE_PX = 760;

const NO_EDGE = { component: -1, interface: -1, ratings: [], figure: undefined };
