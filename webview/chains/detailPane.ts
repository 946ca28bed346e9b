import type { ChainDetail } from '../../src/protocol/chainProtocol';
import type { FilePlace } from '../../src/protocol/places';
import type { ViewState } from '../../src/protocol/viewProtocol';
import { element } from '../dom';
import { button } from '../ui/controls';
import { detailChain } from './detailChain';

/** What the user does in the pane. */
export interface DetailEvents {
  onOpenPlace(place: FilePlace): void;
  /** Scrolls to the row of the chain. */
  onShowRow(): void;
  onOpenSource(): void;
  onClose(): void;
  /** Back to the table. */
  onLeave(): void;
}

/** Explains the chosen chain. */
export class DetailPane {
  readonly element: HTMLElement;
  private readonly content = element('div', { class: 'detail-content', tabindex: 0, role: 'group' });
  private readonly actions: readonly { readonly element: HTMLElement }[];
  private shown: string | undefined;
  private chain: ChainDetail | undefined;

  constructor(private readonly events: DetailEvents) {
    this.content.setAttribute('aria-label', 'Explanation');
    this.actions = [
      button('Show its row in the table', () => events.onShowRow(), { icon: 'target' }),
      button('Open the source of the first step', () => events.onOpenSource(), { icon: 'go-to-file' }),
    ];
    const close = button('Close the explanation', () => events.onClose(), { icon: 'close' });
    this.element = element(
      'section',
      { class: 'detail', role: 'region', 'aria-label': 'Explanation of the chosen chain' },
      element(
        'header',
        { class: 'detail-header' },
        element('h2', {}, 'Chain'),
        ...this.actions.map((action) => action.element),
        close.element,
      ),
      this.content,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        events.onLeave();
      }
    });
  }

  /** Shows the chosen chain; what is shown stays where it is the same. */
  show({ selection, chain, phase }: Pick<ViewState, 'selection' | 'chain' | 'phase'>): void {
    if (chain !== undefined && chain === this.chain) {
      return;
    }
    this.chain = chain;
    const text = JSON.stringify([chain, chain === undefined && selection?.kind, phase === 'outdated']);
    if (text === this.shown) {
      return;
    }
    this.shown = text;
    this.actions.forEach((action) => {
      action.element.hidden = chain === undefined;
    });
    this.content.replaceChildren(
      chain
        ? detailChain(chain, (place) => this.events.onOpenPlace(place))
        : element('p', { class: 'hint' }, hint(selection?.kind, phase)),
    );
    this.content.scrollTop = 0;
  }
}

function hint(kind: string | undefined, phase: ViewState['phase']): string {
  if (kind !== 'chain') {
    return 'Choose a chain to see how it comes about, step by step.';
  }
  return phase === 'current' ? '' : 'The chosen chain is explained as soon as the chains are computed.';
}
