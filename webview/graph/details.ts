import type { ChainDetail } from '../../src/protocol/chainProtocol';
import type { SelectionKey } from '../../src/protocol/selectionKey';
import { shortProbability } from '../../src/text/numbers';
import { element } from '../dom';
import { button } from '../ui/controls';
import { figureText, kindText, problemText, ratingLines } from './describe';
import type { VisibleGraph, VisibleNode } from './visibleGraph';

/** What the pane makes the page do. */
export interface DetailsEvents {
  readonly onChoose: (key: SelectionKey) => void;
  readonly onReveal: () => void;
  /** Shows the chosen chain up to a step; all of it without one. */
  readonly onStep: (step: number | undefined) => void;
  readonly onCollapse: (facility: string, collapsed: boolean) => void;
}

/** The pane beside the graph: what is chosen, in words, and the way to all that is beside it without a mouse. */
export class Details {
  readonly element = element('section', { class: 'details', 'aria-label': 'Details of what is chosen' });

  /** What the pane was made of. */
  private shown: readonly unknown[] = ['nothing'];

  constructor(private readonly events: DetailsEvents) {}

  /** @param step to which the chain is played */
  show(
    graph: VisibleGraph | undefined,
    key: SelectionKey | undefined,
    chain: ChainDetail | undefined,
    step: number | undefined,
  ): void {
    const shown = [graph, key && JSON.stringify(key), chain, step];
    // What is under the pointer or has the focus must not be replaced by its like.
    if (shown.some((part, at) => part !== this.shown[at])) {
      this.shown = shown;
      this.element.replaceChildren(...(graph && key ? this.parts(graph, key, chain, step) : [hint()]));
    }
  }

  private parts(
    graph: VisibleGraph,
    key: SelectionKey,
    chain: ChainDetail | undefined,
    step: number | undefined,
  ): Node[] {
    switch (key.kind) {
      case 'chain':
        return this.chainParts(key.path, chain, step);
      case 'relation':
        return this.relationParts(graph, key.interface, key.component);
      case 'asset': {
        const holder = graph.nodes.findIndex(({ assets }) => assets.some(({ id }) => id === key.id));
        return holder < 0 ? [title(key.id), note('not in view')] : this.nodeParts(graph, holder);
      }
      default: {
        const index = graph.nodes.findIndex(
          ({ kind, name, isFacility }) => !isFacility && kind === key.kind && name === key.name,
        );
        return index < 0 ? [title(key.name), note('not in view')] : this.nodeParts(graph, index);
      }
    }
  }

  private chainParts(
    path: readonly string[],
    chain: ChainDetail | undefined,
    step: number | undefined,
  ): Node[] {
    if (!chain) {
      return [title('Chain'), note('The files have changed since it was computed.')];
    }
    const { rating, probability, description, formula, steps } = chain;
    const last = Math.ceil(path.length / 2);
    const at = step ?? last;
    const play = (to: number | undefined): (() => void) => {
      return () => this.events.onStep(to === undefined || to >= last ? undefined : Math.max(1, to));
    };
    const back = button('Previous step', play(at - 1), { icon: 'debug-step-back' });
    const forward = button('Next step', play(at + 1), { icon: 'debug-step-over' });
    back.setEnabled(at > 1);
    forward.setEnabled(step !== undefined);
    const numbers = element(
      'span',
      { class: 'play-position' },
      step === undefined ? `all ${last} steps` : `step ${at} of ${last}`,
    );
    const player = element(
      'div',
      { class: 'player', role: 'group', 'aria-label': 'Steps of the chain' },
      button('First step', play(1), { icon: 'debug-restart' }).element,
      back.element,
      numbers,
      forward.element,
      button('Whole chain', play(undefined), { icon: 'list-ordered' }).element,
    );
    const items = steps.map(({ interface: name, component, ratedType, score }) =>
      element(
        'li',
        {},
        link(`${name} › ${component}`, () =>
          this.events.onChoose({ kind: 'relation', interface: name, component }),
        ),
        element('span', { class: 'score' }, ` ${ratedType} ${score}`),
      ),
    );
    return [
      title(`${chain.asset} of ${chain.component}`),
      element(
        'p',
        { class: `rating-${rating}` },
        element('strong', { class: 'rating' }, `${shortProbability(probability)} ${rating}`),
        ` ${formula}`,
      ),
      player,
      element('ol', { class: 'steps' }, ...items),
      element('p', {}, description),
      this.reveal('Open the first rating'),
    ];
  }

  private relationParts(graph: VisibleGraph, name: string, component: string): Node[] {
    const edge = graph.edges.find(
      (candidate) =>
        graph.nodes[candidate.interface]?.name === name &&
        graph.nodes[candidate.component]?.name === component,
    );
    const ratings = edge ? ratingLines(edge) : [];
    return [
      title(`${name} › ${component}`),
      note('relation: the attack enters the component by the interface'),
      element('p', {}, edge ? figureText(edge.figure, graph) : 'not in view'),
      ratings.length > 0
        ? element('ul', {}, ...ratings.map((text) => element('li', {}, text)))
        : note('rated for no STRIDE type above 0'),
      element(
        'p',
        { class: 'links' },
        link(component, () => this.events.onChoose({ kind: 'component', name: component })),
        link(name, () => this.events.onChoose({ kind: 'interface', name })),
      ),
      this.reveal('Open in text'),
    ];
  }

  private nodeParts(graph: VisibleGraph, index: number): Node[] {
    const node = graph.nodes[index] as VisibleNode;
    const facility = graph.facilities[node.facility];
    const beside = graph.neighbours[index] ?? [];
    return [
      title(node.name),
      note(kindText(node) + (facility === undefined ? '' : `, in ${facility}`)),
      element('p', {}, figureText(node.figure, graph)),
      ...(node.problem
        ? [element('p', { class: 'problem' }, `${node.name} ${problemText(node.problem)}.`)]
        : []),
      ...(node.assets.length > 0
        ? [
            element('h3', {}, 'Assets'),
            element(
              'ul',
              {},
              ...node.assets.map(({ id, name }) =>
                element(
                  'li',
                  {},
                  link(name, () => this.events.onChoose({ kind: 'asset', id })),
                ),
              ),
            ),
          ]
        : []),
      element('h3', {}, `Beside it (${beside.length})`),
      element(
        'ul',
        {},
        ...beside.map(({ node: other, edge }) => {
          const neighbour = graph.nodes[other] as VisibleNode;
          const { ratings = [] } = graph.edges[edge] ?? {};
          const scores = ratings.map(([type, score]) => `${type} ${score}`).join(' ');
          return element(
            'li',
            {},
            link(neighbour.name, () => this.events.onChoose({ kind: neighbour.kind, name: neighbour.name })),
            element('span', { class: 'score' }, ` ${scores}`),
          );
        }),
      ),
      element(
        'p',
        { class: 'links' },
        this.reveal('Open in text'),
        ...(facility === undefined
          ? []
          : [button(`Collapse ${facility}`, () => this.events.onCollapse(facility, true)).element]),
      ),
    ];
  }

  private reveal(label: string): HTMLElement {
    return button(label, () => this.events.onReveal()).element;
  }
}

function title(text: string): HTMLElement {
  return element('h2', { dir: 'auto' }, text);
}

function note(text: string): HTMLElement {
  return element('p', { class: 'note' }, text);
}

function link(text: string, onClick: () => void): HTMLElement {
  const made = element('button', { class: 'link', type: 'button', dir: 'auto' }, text);
  made.addEventListener('click', onClick);
  return made;
}

function hint(): HTMLElement {
  return note('Choose a node, a line or a chain. Arrow keys walk the graph, Enter chooses, Escape clears.');
}
