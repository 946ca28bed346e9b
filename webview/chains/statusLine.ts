import type { ChainSelection } from '../../src/chains/chainSelection';
import type { TableFacets, ViewState } from '../../src/protocol/viewProtocol';
import { element } from '../dom';
import { button, progressRing } from '../ui/controls';
import { icon, shortName } from './names';
import { countText, narrowingText, phaseText } from './texts';

/** What the user does in the status line. */
export interface StatusEvents {
  compute(): void;
  cancel(): void;
  retry(): void;
  narrow(narrowing: readonly ChainSelection[]): void;
}

/** What the status line says. */
export interface StatusModel {
  readonly view: Pick<ViewState, 'phase' | 'found' | 'totals' | 'narrowing'>;
  readonly facets: TableFacets | undefined;
  /** Chains that the table shows; undefined as long as that is not known. */
  readonly shown: number | undefined;
  /** The chosen chain does not fit what is filtered. */
  readonly isChosenOut: boolean;
  /** What went wrong, as a sentence. */
  readonly failure: string | undefined;
}

/** Says how many chains there are, what is under way, and what the table is narrowed down to. */
export class StatusLine {
  readonly element: HTMLElement;
  private readonly count = element('span', { class: 'count' });
  private readonly notes = element('span', { class: 'notes' });
  private readonly ring = progressRing('Computing');
  private readonly cancel: HTMLElement;
  private readonly compute: HTMLElement;
  private readonly retry: HTMLElement;
  private readonly chips = element('ul', { class: 'chips', 'aria-label': 'Narrowed down to chains' });
  private chipsShown = '';

  constructor(private readonly events: StatusEvents) {
    this.cancel = button('Cancel', () => events.cancel()).element;
    this.compute = button('Compute', () => events.compute()).element;
    this.retry = button('Try again', () => events.retry()).element;
    this.element = element(
      'div',
      { class: 'status' },
      this.ring,
      element('span', { class: 'status-text', role: 'status' }, this.count, this.notes),
      this.cancel,
      this.compute,
      this.retry,
      this.chips,
    );
  }

  show({ view, facets, shown, isChosenOut, failure }: StatusModel): void {
    const { phase, totals, narrowing } = view;
    say(this.count, totals && shown !== undefined ? countText(shown, totals) : '');
    const notes = [
      phaseText(view),
      isChosenOut ? 'the chosen chain is filtered out' : undefined,
      failure,
    ].filter((note) => note !== undefined);
    say(this.notes, notes.join('; '));
    this.ring.hidden = phase !== 'computing';
    this.cancel.hidden = phase !== 'computing';
    this.compute.hidden = phase !== 'outdated';
    this.retry.hidden = failure === undefined;
    this.showChips(narrowing, facets);
  }

  private showChips(narrowing: readonly ChainSelection[], facets: TableFacets | undefined): void {
    const texts = narrowing.map((selection) => narrowingText(selection, facets));
    const drawn = JSON.stringify([narrowing, texts]);
    if (drawn === this.chipsShown) {
      return;
    }
    this.chipsShown = drawn;
    this.chips.hidden = narrowing.length === 0;
    this.chips.replaceChildren(
      ...texts.map((text, index) => {
        const label = shortName(text);
        const remove = element(
          'button',
          { type: 'button', class: 'chip-remove', 'aria-label': `Remove ${label.textContent}` },
          icon('close'),
        );
        remove.addEventListener('click', () => this.events.narrow(narrowing.toSpliced(index, 1)));
        return element('li', { class: 'chip', title: label.textContent ?? '' }, label, remove);
      }),
    );
  }
}

/** Changes a text only where it is another one: what is said is read out. */
function say(target: HTMLElement, text: string): void {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}
